export interface Part {
  /** Where in the text it begins. */
  at: number;
  text: string;
  href: string | null;
}

const address = /https?:\/\/[^\s<>"]+/g;

/** A text in parts, its web addresses apart; a full stop or bracket that ends a sentence is no part of an address. */
export function linked(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(address)) {
    const href = found[0].replace(/[.,;:!?)\]]+$/, "");
    if (found.index > from) parts.push({ at: from, text: text.slice(from, found.index), href: null });
    parts.push({ at: found.index, text: href, href });
    from = found.index + href.length;
  }
  if (from < text.length) parts.push({ at: from, text: text.slice(from), href: null });
  return parts;
}
