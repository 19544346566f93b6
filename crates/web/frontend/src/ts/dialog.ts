// One <dialog> for every short task. A link with hx-target="#dialog-body" fills it; without script
// the same link leads to the same form on a page of its own.
import { contextOf } from "./requests";

export function watchDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#dialog");
  if (!dialog) return;

  document.addEventListener("htmx:after:swap", (event) => {
    // A step of a task takes the place of the one before, and focus is lost with it.
    const lost = dialog.open && !dialog.contains(document.activeElement);
    if (contextOf(event)?.target?.id !== "dialog-body" && !lost) return;
    if (!dialog.open) dialog.showModal();
    const first = dialog.querySelector<HTMLElement>("[aria-invalid=true], [autofocus], input:not([type=hidden]), select, textarea, button.btn");
    first?.focus();
  });

  dialog.addEventListener("click", (event) => {
    const asked = event.target instanceof Element && event.target.closest("[data-close]");
    if (!asked) return;
    event.preventDefault();
    dialog.close();
  });

  // A closed dialog must not flash its former content when the next one is on its way.
  dialog.addEventListener("close", () => dialog.querySelector("#dialog-body")?.replaceChildren());
}
