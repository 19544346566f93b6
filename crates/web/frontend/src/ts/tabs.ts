// Tabs: where there are more than fit, the present one is in sight.

export function showTab(): void {
  const here = document.querySelector<HTMLElement>(".tabs [aria-current=page]");
  const tabs = here?.parentElement;
  if (!here || !tabs) return;
  const beyond = here.getBoundingClientRect().right - tabs.getBoundingClientRect().right;
  if (beyond > 0) tabs.scrollLeft += beyond + 16;
}
