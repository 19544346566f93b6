// Those selected in a list. The bar itself appears by CSS; here they are counted, all of a page are taken or
// left at once, and a row that is drawn anew, because somebody signed in, keeps its tick.

const picked = new Set<string>();

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>("[data-pick]")];
}

/** Says how many are ticked. */
function tell(bar: HTMLElement): void {
  const place = bar.querySelector<HTMLElement>("[data-picked]");
  const all = bar.querySelector<HTMLInputElement>("[data-pick-all]");
  const shown = boxes();
  const count = shown.filter((box) => box.checked).length;
  if (place) place.textContent = (place.dataset["words"] ?? "").replace("#", String(count));
  if (!all) return;
  all.hidden = false;
  all.checked = count === shown.length;
  all.indeterminate = count > 0 && count < shown.length;
}

/** Remembers what is ticked now. */
function remember(bar: HTMLElement): void {
  picked.clear();
  for (const box of boxes()) if (box.checked) picked.add(box.value);
  tell(bar);
}

/** Ticks again what was ticked before a part was drawn anew; who is not on show any more is forgotten. */
function restore(bar: HTMLElement): void {
  for (const box of boxes()) box.checked = picked.has(box.value);
  remember(bar);
}

export function watchPicks(): void {
  const bar = document.querySelector<HTMLElement>("#bulk");
  if (!bar) return;
  document.addEventListener("change", (event) => {
    const target = event.target;
    if (!(target instanceof HTMLInputElement)) return;
    if (target.matches("[data-pick-all]")) for (const box of boxes()) box.checked = target.checked;
    if (target.matches("[data-pick], [data-pick-all]")) remember(bar);
  });
  bar.addEventListener("reset", () => {
    // The boxes are those of this form, so the browser empties them first.
    window.setTimeout(() => remember(bar));
  });
  document.addEventListener("htmx:after:swap", () => restore(bar));
}
