// A field above many boxes or levels that leaves on show only those whose words hold what is typed. What is out
// of sight keeps its value. Without script all of them stand there.

/** Small letters without their marks, as the server folds them. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function narrow(field: HTMLInputElement): void {
  const wanted = fold(field.value.trim());
  for (const box of field.closest("section")?.querySelectorAll<HTMLElement>(".check, .field-level") ?? []) {
    box.hidden = !fold(box.textContent ?? "").includes(wanted);
  }
}

export function watchNarrow(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("[data-narrow]")) {
    field.hidden = false;
    field.addEventListener("input", (event) => {
      // It is no value of the form, so typing into it changes nothing that could be lost.
      event.stopPropagation();
      narrow(field);
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
  }
}
