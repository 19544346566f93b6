// Live pages. The server's stream says which users changed, never what about them: rows and parts on
// show are fetched again through the ordinary pages, so that rights and columns are those of the reader.
import htmx from "./htmx";

const wait = 250;
const changed = new Set<string>();
let whole = false;
let timer: number | undefined;

/** Asks for the rows that changed, all of a quarter second in one request. */
function refreshRows(list: HTMLElement): void {
  const shown = [...changed].filter((id) => document.getElementById(`user-${id}`));
  if (shown.length === 0) return;
  const url = new URL(list.dataset["rows"] ?? "", location.href);
  for (const id of shown) url.searchParams.append("id", id);
  void htmx.ajax("GET", url.pathname + url.search, { source: list, target: list, swap: "none" });
}

/** Asks for the whole list again: somebody came or went, or may have under its filter, or something was missed. */
function refreshList(list: HTMLElement): void {
  void htmx.ajax("GET", location.pathname + location.search, { source: list, target: list, swap: "outerMorph" });
}

/** Asks again for the parts of this page, other than its list, that show one of those who changed. */
function refreshParts(): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const whom = part.dataset["live"] ?? "";
    if (!part.id || !(whole || whom === "*" || changed.has(whom))) continue;
    const url = location.pathname + location.search;
    void htmx.ajax("GET", url, { source: part, target: part, select: `#${part.id}`, swap: "outerMorph" });
  }
}

function refresh(): void {
  timer = undefined;
  const list = document.querySelector<HTMLElement>("#list[data-rows]");
  if (list && (whole || "filtered" in list.dataset)) refreshList(list);
  else if (list) refreshRows(list);
  refreshParts();
  changed.clear();
  whole = false;
}

/** Remembers what an event of the stream says and looks again in a moment. */
function note(event: Event, all: boolean): void {
  const id = (event as CustomEvent<{ data?: string }>).detail?.data;
  if (id) changed.add(id);
  whole ||= all;
  timer ??= window.setTimeout(refresh, wait);
}

export function watchLive(): void {
  document.addEventListener("user-changed", (event) => note(event, false));
  document.addEventListener("list-changed", (event) => note(event, true));
  // The stream can't be opened again because the session has ended: leave the page, its power is gone.
  document.addEventListener("htmx:sse:error", (event) => {
    if ((event as CustomEvent<{ status?: number }>).detail?.status === 401) location.assign("/sign-in?reason=ended");
  });
}
