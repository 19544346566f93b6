// Live rows. The server's stream says which users changed, never what about them: the rows on show
// are fetched again through the ordinary page, so that rights and columns are those of the reader.
import htmx from "./htmx";

const wait = 250;
const changed = new Set<string>();
let timer: number | undefined;

/** Asks for the rows that changed, all of a quarter second in one request. */
function refreshRows(list: HTMLElement): void {
  const shown = [...changed].filter((id) => document.getElementById(`user-${id}`));
  changed.clear();
  const url = new URL(list.dataset["rows"] ?? "", location.href);
  for (const id of shown) url.searchParams.append("id", id);
  void htmx.ajax("GET", url.pathname + url.search, { source: list, target: list, swap: "none" });
}

/** Asks for the whole list again: something came, went, or was missed. */
function refreshList(list: HTMLElement): void {
  void htmx.ajax("GET", location.pathname + location.search, { source: list, target: list, swap: "outerMorph" });
}

export function watchLive(): void {
  document.addEventListener("user-changed", (event) => {
    const list = document.querySelector<HTMLElement>("#list[data-rows]");
    const id = (event as CustomEvent<{ data?: string }>).detail?.data;
    if (!list || !id) return;
    changed.add(id);
    clearTimeout(timer);
    timer = window.setTimeout(() => refreshRows(list), wait);
  });
  document.addEventListener("list-changed", () => {
    const list = document.querySelector<HTMLElement>("#list[data-rows]");
    if (!list) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => refreshList(list), wait);
  });
  // The session has ended: leave the page, its power is gone.
  document.addEventListener("signed-out", (event) => {
    const reason = (event as CustomEvent<{ data?: string }>).detail?.data ?? "";
    location.assign(`/sign-in?reason=${encodeURIComponent(reason)}`);
  });
  // The stream can't be opened again because nobody is signed in any more.
  document.addEventListener("htmx:sse:error", (event) => {
    if ((event as CustomEvent<{ status?: number }>).detail?.status === 401) location.assign("/sign-in?reason=ended");
  });
}
