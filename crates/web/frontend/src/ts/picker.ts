// Fields that hold people. Whom the search finds is ticked below it and then stands with those chosen. Without
// script the search takes usernames and addresses.

function chosenOf(picker: Element): Element | null {
  return picker.querySelector("[data-chosen]");
}

/** Puts who was ticked among those chosen, once, and makes the search ready for the next. */
function take(picker: Element, box: HTMLInputElement): void {
  const chosen = chosenOf(picker);
  const label = box.closest("label");
  if (!chosen || !label) return;
  const same = chosen.querySelector<HTMLInputElement>(`input[value="${CSS.escape(box.value)}"]`);
  if (same) {
    same.checked = true;
  } else {
    const words = label.querySelector("[data-words]")?.textContent ?? "";
    const name = document.createElement("span");
    name.textContent = words;
    label.replaceChildren(box, name);
    chosen.append(label);
  }
  picker.querySelector("[data-found]")?.replaceChildren();
  const search = picker.querySelector<HTMLInputElement>("input[type=search]");
  if (search) search.value = "";
  search?.focus();
}

function onKey(event: KeyboardEvent): void {
  const search = event.target;
  if (!(search instanceof HTMLInputElement) || search.type !== "search") return;
  const picker = search.closest("[data-picker]");
  const first = picker?.querySelector<HTMLInputElement>("[data-found] input");
  if (!picker || !first) return;
  if (event.key === "Enter") {
    event.preventDefault();
    first.checked = true;
    first.dispatchEvent(new Event("change", { bubbles: true }));
    first.form?.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (event.key === "ArrowDown") {
    event.preventDefault();
    first.focus();
  } else if (event.key === "Escape") {
    event.stopPropagation();
    event.preventDefault();
    picker.querySelector("[data-found]")?.replaceChildren();
  }
}

/** Whom a filter looks for is no value of it: only who is chosen narrows the list. */
function keepSearching(event: Event): void {
  if (event.target instanceof HTMLInputElement && event.target.type === "search") event.stopPropagation();
}

export function watchPickers(): void {
  document.addEventListener("keydown", onKey);
  // Before a filter sends itself, so that it holds who was taken and not what was typed.
  document.addEventListener(
    "change",
    (event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || !box.checked || !box.closest("[data-found]")) return;
      const picker = box.closest("[data-picker]");
      if (picker) take(picker, box);
    },
    true,
  );
  for (const picker of document.querySelectorAll("form[method=get] [data-picker]")) {
    picker.addEventListener("input", keepSearching);
    picker.addEventListener("change", keepSearching);
  }
}
