import { isTyping, seen } from "./dom";
import { openKeys } from "./key-list";
import { openPalette } from "./palette";

/** The desk's keys: single letters where nobody types, with Alt the page's own ones anywhere, Ctrl/Cmd+K anywhere. */
export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") return done(event, openPalette);
    const own = event.altKey && !event.ctrlKey && !event.metaKey ? ownAct(letterOf(event.code)) : null;
    if (own) return done(event, own);
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (isTyping(event.target)) return leave(event);
    const act = actOf(event.key);
    if (act) done(event, act);
  });
}

function actOf(key: string): (() => void) | null {
  if (key === "/") return first("[data-search]", (field) => field.focus());
  if (key === "?") return openKeys;
  if (!/^[a-z]$/i.test(key)) return null;
  const letter = key.toLowerCase();
  const own = ownAct(letter);
  if (own) return own;
  if (letter === "j" || letter === "k") return () => move(letter === "j" ? 1 : -1);
  const row = document.activeElement?.closest("[data-row]");
  const inRow = row?.querySelector<HTMLElement>(`[data-row-key="${letter}"]`);
  return inRow ? () => inRow.click() : null;
}

/** What a letter does on this page, whatever row is chosen. */
const ownAct = (letter: string): (() => void) | null =>
  letter === "" ? null : first(`[data-key="${letter}"]`, (element) => element.click());

/** The letter on a key, whatever Alt makes of it: `KeyN` is n. */
const letterOf = (code: string): string => /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? "";

/** Moves from row to row; the focused link is the selection, so Enter opens it. */
function move(by: number): void {
  const rows = seen("[data-row]").filter((row) => row.querySelector("a"));
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
  next?.querySelector("a")?.focus();
}

/** Escape leaves a field, so that the letters are keys again. */
function leave(event: KeyboardEvent): void {
  if (event.key === "Escape" && event.target instanceof HTMLElement && !event.target.closest("details[data-pop]"))
    event.target.blur();
}

function first(selector: string, then: (element: HTMLElement) => void): (() => void) | null {
  const element = seen(selector)[0];
  return element ? () => then(element) : null;
}

function done(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}
