import { seen } from "./dom";

/** Puts the cursor where the next act is typed, on machines with a keyboard, unless something else asked for it. */
export function startFocus(): void {
  const alert = seen("details[open] [role=alert]")[0];
  alert?.scrollIntoView({ block: "nearest" });
  const taken = document.activeElement !== document.body && document.activeElement !== null;
  if (taken || location.hash || document.querySelector("[autofocus]") || !matchMedia("(hover: hover)").matches) return;
  seen("[data-focus]")[0]?.focus({ preventScroll: true });
}
