// The keyboard: "/" goes to the search field, Escape leaves it, arrows walk through what it found.

/** Whether the person is typing, so that a letter is a letter. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** Moves the focus by `step` among the results and the field above them. */
function walk(field: HTMLInputElement, results: Element, step: number): void {
  const stops: HTMLElement[] = [field, ...results.querySelectorAll<HTMLElement>("a")];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  stops[(here + step + stops.length) % stops.length]?.focus();
}

export function watchKeys(): void {
  const field = document.querySelector<HTMLInputElement>("#search");
  const results = document.querySelector("#search-results");
  if (!field || !results) return;
  const box = field.closest("form") ?? field;

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  box.addEventListener("keydown", (event) => {
    const key = (event as KeyboardEvent).key;
    if (key === "Escape") {
      results.replaceChildren();
      field.value = "";
      field.blur();
      (document.activeElement as HTMLElement | null)?.blur();
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      walk(field, results, key === "ArrowDown" ? 1 : -1);
    }
  });

  box.addEventListener("focusout", (event) => {
    if (!box.contains((event as FocusEvent).relatedTarget as Node | null)) results.replaceChildren();
  });
}
