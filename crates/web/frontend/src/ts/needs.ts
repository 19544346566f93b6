// Folds a form by what its choices need: fields marked data-folds are on show while the chosen option names
// them, and whenever they hold something or are wrong. Without script all of them are always there.

function fieldsOf(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("[data-folds]")];
}

/** The names that the chosen options of the form need. */
function needed(form: HTMLFormElement): Set<string> {
  const chosen = [...form.querySelectorAll<HTMLOptionElement>("option[data-needs]:checked")];
  return new Set(chosen.flatMap((option) => (option.dataset["needs"] ?? "").split(" ")));
}

/** Whether the field holds something that must not vanish from sight. */
function isFilled(field: HTMLElement): boolean {
  const input = field.querySelector<HTMLInputElement | HTMLSelectElement>("input, select");
  return input !== null && (input.value !== "" || input.getAttribute("aria-invalid") === "true");
}

function fold(form: HTMLFormElement): void {
  const wanted = needed(form);
  for (const field of fieldsOf(form)) {
    const need = wanted.has(field.dataset["folds"] ?? "");
    field.hidden = !need && !isFilled(field);
    const optional = field.querySelector<HTMLElement>(".field-optional");
    if (optional) optional.hidden = need;
  }
  for (const section of form.querySelectorAll<HTMLElement>("section")) {
    const inside = [...section.querySelectorAll<HTMLElement>("[data-folds]")];
    if (inside.length > 0) section.hidden = inside.every((field) => field.hidden);
  }
}

export function watchNeeds(): void {
  // Where nothing that is offered needs anything, nothing folds.
  const forms = [...document.querySelectorAll<HTMLFormElement>("form")].filter(
    (form) => form.querySelector("option[data-needs]") && fieldsOf(form).length > 0,
  );
  for (const form of forms) {
    fold(form);
    form.addEventListener("change", () => fold(form));
  }
}
