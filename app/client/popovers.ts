import { seen } from "./dom";

/** `<details data-pop>`: one at a time, closed by Escape or a click elsewhere, its first field focused when opened. */
export function startPopovers(): void {
  const pops = [...document.querySelectorAll<HTMLDetailsElement>("details[data-pop]")];
  if (pops.length === 0) return;
  for (const pop of pops) pop.addEventListener("toggle", () => pop.open && opened(pop, pops));
  document.addEventListener("click", (event) => {
    for (const pop of pops) if (pop.open && !pop.contains(event.target as Node)) pop.open = false;
  });
  document.addEventListener("keydown", (event) => {
    const open = pops.find((pop) => pop.open);
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary")?.focus({ preventScroll: true });
  });
}

function opened(pop: HTMLDetailsElement, pops: HTMLDetailsElement[]): void {
  for (const other of pops) if (other !== pop) other.open = false;
  if (pop.contains(document.activeElement) && document.activeElement?.tagName !== "SUMMARY") return;
  seen("textarea, input:not([type=hidden]), select, nav a", pop)[0]?.focus({ preventScroll: true });
}
