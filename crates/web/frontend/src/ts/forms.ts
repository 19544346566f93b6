// Small helps for forms: confirm by typing, a picture before it is sent, copy, close, one send only.

/** Enables the button of a form only while the typed words are those asked for. */
function checkTyped(input: HTMLInputElement): void {
  const button = input.form?.querySelector<HTMLButtonElement>("button[data-needs-typed]");
  if (button) button.disabled = input.value.trim() !== input.dataset["typed"];
}

function checkAllTyped(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("[data-typed]")) checkTyped(input);
}

/** Puts the chosen picture where the present one stands. */
function preview(input: HTMLInputElement): void {
  const file = input.files?.[0];
  const image = input.form?.querySelector<HTMLImageElement>("img[data-preview]");
  if (!file || !image) return;
  image.src = URL.createObjectURL(file);
  image.hidden = false;
}

/** Copies a value that is shown once and says so on the button. */
async function copy(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(button.dataset["copy"] ?? "");
  if (!(source instanceof HTMLInputElement)) return;
  await navigator.clipboard.writeText(source.value);
  const label = button.querySelector("[data-label]");
  if (label) label.textContent = button.dataset["done"] ?? "";
}

/** Adds one more row to a form with rows, numbered after the last. */
function addRow(button: HTMLButtonElement): void {
  const rows = document.getElementById(button.dataset["addRow"] ?? "");
  const template = rows?.querySelector("template");
  if (!rows || !template) return;
  const number = rows.querySelectorAll("[data-row]").length;
  const holder = document.createElement("div");
  holder.innerHTML = template.innerHTML.replaceAll("__row__", String(number));
  const row = holder.firstElementChild;
  if (!row) return;
  rows.append(row);
  row.querySelector<HTMLElement>("input")?.focus();
}

function onClick(event: Event): void {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest<HTMLButtonElement>("button");
  if (!button) return;
  if (button.matches("[data-copy]")) void copy(button);
  if (button.matches("[data-add-row]")) addRow(button);
  if (button.matches("[data-remove-row]")) button.closest("[data-row]")?.remove();
  if (button.matches("[data-dismiss]")) button.closest(".notice, .toast-item")?.remove();
}

function onInput(event: Event): void {
  if (!(event.target instanceof HTMLInputElement)) return;
  if (event.target.matches("[data-typed]")) checkTyped(event.target);
}

function onChange(event: Event): void {
  const input = event.target;
  if (input instanceof HTMLInputElement && input.type === "file") preview(input);
  if (input instanceof HTMLElement && input.matches("[data-send-on-change]")) {
    input.closest("form")?.requestSubmit();
  }
}

/** A form that leaves the page is sent once, and its button shows that something is under way. */
function onSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method === "get" || form.method === "dialog") return;
  if (form.dataset["sent"]) {
    event.preventDefault();
    return;
  }
  form.dataset["sent"] = "true";
  form.setAttribute("aria-busy", "true");
}

/** Coming back with the browser's Back button finds every form ready again. */
function onShow(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) {
    delete form.dataset["sent"];
    form.removeAttribute("aria-busy");
  }
}

/** Asks before typed values are lost by leaving the page. */
function onLeave(event: BeforeUnloadEvent): void {
  const changed = [...document.querySelectorAll<HTMLFormElement>("form[data-guard]")].some(
    (form) => form.dataset["changed"] && !form.dataset["sent"],
  );
  if (changed) event.preventDefault();
}

/** A form that comes back begins with the first value that needs another look. */
function beginWithWrong(): void {
  document.querySelector<HTMLElement>("main [aria-invalid=true]")?.focus();
}

export function watchForms(): void {
  beginWithWrong();
  document.addEventListener("click", onClick);
  document.addEventListener("input", onInput);
  document.addEventListener("change", onChange);
  document.addEventListener("submit", onSubmit);
  document.addEventListener("input", (event) => {
    const form = event.target instanceof Element && event.target.closest<HTMLFormElement>("form[data-guard]");
    if (form) form.dataset["changed"] = "true";
  });
  window.addEventListener("pageshow", onShow);
  window.addEventListener("beforeunload", onLeave);
  document.addEventListener("htmx:after:swap", checkAllTyped);
  checkAllTyped();
}
