// What every htmx request needs: the form token as a header, the busy state for assistive
// technology, and a sentence when the server can't be reached.

/** What htmx says about a request in its events. */
export interface RequestContext {
  target?: Element;
  request: { headers: Record<string, string>; method: string };
  response?: { status: number };
}

/** The context of an htmx event, if it carries one. */
export function contextOf(event: Event): RequestContext | undefined {
  return (event as CustomEvent<{ ctx?: RequestContext }>).detail?.ctx;
}

/** A value from the page's head, such as the form token. */
export function meta(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
}

export function watchRequests(): void {
  document.addEventListener("htmx:config:request", (event) => {
    const request = contextOf(event)?.request;
    if (request && request.method !== "GET") request.headers["X-CSRF-Token"] = meta("csrf-token");
  });
  document.addEventListener("htmx:before:request", (event) => {
    contextOf(event)?.target?.setAttribute("aria-busy", "true");
  });
  document.addEventListener("htmx:finally:request", (event) => {
    contextOf(event)?.target?.removeAttribute("aria-busy");
  });
  document.addEventListener("htmx:error", () => say(meta("text-offline")));
}

/** Shows a message from a text that the page brought along. */
export function say(text: string): void {
  const template = document.querySelector<HTMLTemplateElement>("#toast-template");
  const list = document.querySelector("#toasts");
  if (!text || !template || !list || list.textContent?.includes(text)) return;
  const toast = template.content.cloneNode(true) as DocumentFragment;
  const place = toast.querySelector(".toast-text");
  if (place) place.textContent = text;
  list.append(toast);
}
