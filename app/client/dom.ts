/** The elements that match and can be seen. */
export const seen = <T extends HTMLElement>(selector: string, under: ParentNode = document): T[] =>
  [...under.querySelectorAll<T>(selector)].filter(
    (element) => element.checkVisibility?.() ?? element.offsetParent !== null,
  );

/** The words of a button or link, without its key. */
export function nameOf(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll("kbd, [data-count]")) hidden.remove();
  return (element.getAttribute("aria-label") ?? copy.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** A new element with classes, text and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...inside);
  return element;
}

/** The reader is typing: single letters are theirs. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"));

/** Sets attributes and gives the element back. */
export function set<T extends Element>(element: T, attributes: Record<string, string>): T {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
