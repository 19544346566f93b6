// The matrix of levels under the keyboard: arrows walk, a digit is a level, 0, Delete and Backspace take it,
// Enter goes down. What differs from what stood there is marked and counted, and only that is sent. Without
// script the same cells are plain fields.

const CELL = "input.matrix-cell";

/** The cell `down` rows and `across` columns from here, if there is one. */
function neighbour(cell: HTMLInputElement, down: number, across: number): HTMLInputElement | null {
  const place = cell.closest("td");
  let row = cell.closest("tr");
  if (!place || !row) return null;
  const column = place.cellIndex + across;
  if (down === 0) return row.cells[column]?.querySelector<HTMLInputElement>(CELL) ?? null;
  // Rows that the reader may not change have no cells to stop at.
  for (;;) {
    row = (down > 0 ? row.nextElementSibling : row.previousElementSibling) as HTMLTableRowElement | null;
    if (!row) return null;
    const found = row.cells[column]?.querySelector<HTMLInputElement>(CELL);
    if (found) return found;
  }
}

function end(cell: HTMLInputElement, last: boolean): HTMLInputElement | null {
  const cells = cell.closest("tr")?.querySelectorAll<HTMLInputElement>(CELL);
  return cells?.[last ? cells.length - 1 : 0] ?? null;
}

/** Where a key leads from a cell. */
function target(cell: HTMLInputElement, event: KeyboardEvent): HTMLInputElement | null | undefined {
  switch (event.key) {
    case "ArrowDown":
    case "Enter":
      return neighbour(cell, 1, 0);
    case "ArrowUp":
      return neighbour(cell, -1, 0);
    case "ArrowRight":
      return neighbour(cell, 0, 1);
    case "ArrowLeft":
      return neighbour(cell, 0, -1);
    case "Home":
      return end(cell, false);
    case "End":
      return end(cell, true);
    default:
      return undefined;
  }
}

function isChanged(cell: HTMLInputElement): boolean {
  return cell.value.trim() !== (cell.dataset["was"] ?? "");
}

/** Marks and counts what differs; where nothing does there is nothing to lose. */
function count(form: HTMLFormElement): void {
  let changed = 0;
  for (const cell of form.querySelectorAll<HTMLInputElement>(CELL)) {
    const differs = isChanged(cell);
    cell.classList.toggle("is-changed", differs);
    if (differs) changed += 1;
  }
  const told = form.querySelector<HTMLElement>("[data-unsaved]");
  const number = told?.querySelector("output");
  if (told) told.hidden = changed === 0;
  if (number) number.value = String(changed);
  if (changed === 0) delete form.dataset["changed"];
  else form.dataset["changed"] = "true";
}

function put(cell: HTMLInputElement, value: string): void {
  cell.value = value;
  cell.dispatchEvent(new Event("input", { bubbles: true }));
  cell.select();
}

function onKey(event: KeyboardEvent): void {
  const cell = event.target;
  if (!(cell instanceof HTMLInputElement) || !cell.matches(CELL)) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^[1-9]$/.test(event.key)) {
    event.preventDefault();
    put(cell, event.key);
  } else if (["0", "Delete", "Backspace"].includes(event.key)) {
    event.preventDefault();
    put(cell, "");
  } else if (event.key.length === 1) {
    // Nothing else is a level.
    event.preventDefault();
  } else {
    const next = target(cell, event);
    if (next === undefined) return;
    event.preventDefault();
    next?.focus();
  }
}

/** Only what was changed travels. */
function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  for (const cell of form.querySelectorAll<HTMLInputElement>(CELL)) cell.disabled = !isChanged(cell);
}

export function watchMatrix(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-matrix]");
  if (!form) return;
  form.addEventListener("keydown", onKey);
  form.addEventListener("focusin", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.matches(CELL)) event.target.select();
  });
  // After the general watch of forms, which takes any input for a change.
  document.addEventListener("input", () => count(form));
  document.addEventListener("submit", onSubmit);
  window.addEventListener("pageshow", () => {
    for (const cell of form.querySelectorAll<HTMLInputElement>(CELL)) cell.disabled = false;
    count(form);
  });
  count(form);
}
