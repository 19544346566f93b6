// Passkeys: asks the browser for what a form names in data-options and sends the form with the answer.
// Where the browser or the person refuses, the form stays and says so.

function bytes(text: string): ArrayBuffer {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0)).buffer;
}

function text(buffer: ArrayBuffer | null | undefined): string | undefined {
  if (!buffer) return undefined;
  const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

type Named = { id: string; type: "public-key"; transports?: AuthenticatorTransport[] };

function named(list: Named[] | undefined): PublicKeyCredentialDescriptor[] | undefined {
  return list?.map((one) => ({ ...one, id: bytes(one.id) }));
}

async function create(options: any): Promise<unknown> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: named(options.excludeCredentials) ?? [],
  };
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const answer = made.response as AuthenticatorAttestationResponse;
  const response = {
    attestationObject: text(answer.attestationObject),
    clientDataJSON: text(answer.clientDataJSON),
    transports: answer.getTransports?.() ?? [],
  };
  return { id: made.id, rawId: text(made.rawId), type: made.type, response, extensions: {} };
}

async function get(options: any): Promise<unknown> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: named(options.allowCredentials) ?? [],
  };
  const shown = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const answer = shown.response as AuthenticatorAssertionResponse;
  const response = {
    authenticatorData: text(answer.authenticatorData),
    clientDataJSON: text(answer.clientDataJSON),
    signature: text(answer.signature),
    userHandle: text(answer.userHandle),
  };
  return { id: shown.id, rawId: text(shown.rawId), type: shown.type, response, extensions: {} };
}

async function ask(form: HTMLFormElement): Promise<void> {
  const failed = document.querySelector<HTMLElement>("[data-passkey-failed]");
  try {
    const { publicKey } = JSON.parse(form.dataset["options"] ?? "{}");
    const answer = form.dataset["passkey"] === "create" ? await create(publicKey) : await get(publicKey);
    const field = form.querySelector<HTMLInputElement>("[name=credential]");
    if (field) field.value = JSON.stringify(answer);
    form.submit();
  } catch {
    if (failed) failed.hidden = false;
  }
}

export function watchPasskeys(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-passkey]");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    void ask(form);
  });
}
