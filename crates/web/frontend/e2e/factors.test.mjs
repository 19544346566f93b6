// A person adds each factor in a real browser, loses it and recovers (SPEC ACC-5, ACC-9).
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { authenticator } from "../kit/passkeys.mjs";
import { send, signIn, start, visitor } from "../kit/server.mjs";

const sudwind = "eva@sudwind.example";
let base, browser, mails, stop, token;

before(async () => {
  const organisations = [
    ["--name", "Nordwind", "--admin-email", "olga@nordwind.example", "--admin-password-stdin", "--seats", "5"],
    ["--name", "Sudwind", "--admin-email", sudwind, "--admin-password-stdin", "--seats", "5"],
  ];
  const started = await start(organisations);
  ({ base, browser, mails, stop } = started);
  token = started.founded[1].api_token;
});

after(async () => {
  await stop?.();
});

/** What an authenticator app shows, `steps` half minutes from now. */
function shows(key, steps = 0) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac("sha1", bytes).update(step).digest();
  const number = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** Until the half minute after this one, so that a new code can be used. */
function nextStep() {
  return new Promise((resolve) => setTimeout(resolve, 30_500 - (Date.now() % 30_000)));
}

test("an app is added, asked for, lost, and a recovery code lets in", { timeout: 180_000 }, async () => {
  const olga = await visitor(browser);
  await signIn(olga, base);
  await olga.goto(`${base}/me/security`);
  await olga.fill("[name=name]", "My telephone");
  await send(olga, "[name=name]");
  const key = (await olga.textContent(".letters")).replaceAll(" ", "");
  await olga.fill("[name=code]", shows(key));
  await send(olga, "[name=code]");
  const codes = await olga.$$eval(".recovery code", (all) => all.map((one) => one.textContent));
  assert.equal(codes.length, 10);

  const again = await visitor(browser);
  await signIn(again, base);
  assert.ok(await again.isVisible("text=Code of your app"), "the second factor is asked for");
  await nextStep();
  await again.fill("[name=code]", shows(key));
  await send(again, "[name=code]");
  assert.equal(again.url(), `${base}/`);

  const without = await visitor(browser);
  await signIn(without, base);
  await without.click("text=Use a recovery code");
  await without.waitForSelector("[name=method][value=recovery_code]", { state: "attached" });
  await without.fill("[name=code]", codes[0]);
  await send(without, "[name=code]");
  assert.equal(without.url(), `${base}/`);
  await without.goto(`${base}/me/security`);
  assert.ok(await without.isVisible("text=9 left"));
  await without.click("text=Remove");
  await without.waitForSelector("#sheet-title");
  await without.click(".sheet-foot .btn-danger");
  await without.waitForURL(`${base}/me/security`);
  await without.waitForSelector(".chip-warn");

  const plain = await visitor(browser);
  await signIn(plain, base);
  assert.equal(plain.url(), `${base}/`, "the password alone lets in again");
});

test("a passkey is added, signs in alone, and is lost", { timeout: 120_000 }, async () => {
  const olga = await visitor(browser);
  const { tools, authenticatorId } = await authenticator(olga);
  await signIn(olga, base);
  await olga.goto(`${base}/me/security`);
  await olga.fill("[name=name]", "My notebook");
  await olga.click("text=Add a passkey");
  await olga.waitForSelector("form[data-passkey=create]");
  await Promise.all([olga.waitForSelector(".recovery"), olga.click("text=Make the passkey")]);
  const codes = await olga.$$eval(".recovery code", (all) => all.map((one) => one.textContent));
  assert.equal(codes.length, 10);
  const { credentials } = await tools.send("WebAuthn.getCredentials", { authenticatorId });
  assert.equal(credentials.length, 1);
  assert.ok(credentials[0].isResidentCredential, "it signs in without a name");

  await olga.context().clearCookies();
  await olga.goto(`${base}/sign-in`);
  await olga.click("text=Sign in with a passkey");
  await olga.waitForSelector("form[data-passkey=get]");
  await Promise.all([olga.waitForURL(`${base}/`), olga.click("text=Use the passkey")]);
  await olga.goto(`${base}/me/security`);
  assert.ok(await olga.isVisible("text=My notebook"));

  // The device is lost: the password asks for a second factor, and a recovery code is one.
  const lost = await visitor(browser);
  await authenticator(lost);
  await lost.goto(`${base}/sign-in`);
  await lost.click("text=Sign in with a passkey");
  await lost.waitForSelector("form[data-passkey=get]");
  await lost.click("text=Use the passkey");
  await lost.waitForSelector("[data-passkey-failed]:not([hidden])");
  await signIn(lost, base);
  assert.ok(await lost.isVisible("text=Recovery code"));
  await lost.fill("[name=code]", codes[1]);
  await send(lost, "[name=code]");
  assert.equal(lost.url(), `${base}/`);
});

test("codes by mail are allowed, added and sent; a device is trusted and no more", { timeout: 180_000 }, async () => {
  const settings = { factor_codes: "mail", trusted_device_days: 30 };
  await fetch(`${base}/api/v1/organisation/settings`, { method: "PATCH", headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/merge-patch+json" }, body: JSON.stringify(settings) });
  const eva = await visitor(browser);
  await signIn(eva, base, sudwind);
  await eva.goto(`${base}/me/security`);
  assert.ok(await eva.isVisible("text=That is weaker"));
  await Promise.all([eva.waitForNavigation(), eva.click("button[value=mail_code]")]);
  let sent = await mails.code();
  await eva.fill("[name=code]", sent.digits);
  await send(eva, "[name=code]");
  assert.equal(await eva.locator(".recovery code").count(), 10);

  const again = await visitor(browser);
  await signIn(again, base, sudwind);
  assert.equal(await again.locator("[name=code]").count(), 0, "nothing to type before a code was sent");
  await Promise.all([again.waitForNavigation(), again.click("text=Send the code")]);
  sent = await mails.code(sent.count);
  await again.fill("[name=code]", sent.digits);
  await again.check("[name=trust]");
  await send(again, "[name=code]");
  assert.equal(again.url(), `${base}/`);
  const cookies = await again.context().cookies();
  const device = cookies.find((one) => one.name === "__Host-crewdesk-device");
  assert.ok(device?.httpOnly && device.secure, "the device keeps a cookie of its own");
  await again.context().clearCookies({ name: "__Host-crewdesk" });
  await signIn(again, base, sudwind);
  assert.equal(again.url(), `${base}/`, "a trusted device is not asked");
  await again.goto(`${base}/me/security/codes`);
  await again.click(".sheet-foot .btn-danger");
  await again.waitForURL(/me\/renewal/);

  await again.goto(`${base}/me/sessions`);
  assert.ok(await again.isVisible("text=Trusted device"));
  await again.goto(`${base}/me/sessions/others`);
  await again.click(".sheet-foot .btn-danger");
  await again.waitForURL(`${base}/me/sessions`);
  await again.context().clearCookies({ name: "__Host-crewdesk" });
  await signIn(again, base, sudwind);
  assert.ok(await again.isVisible("text=Send the code"), "asked again");
});
