/** Where a page goes on: on the side of older (smaller) or of newer (larger) keys. */
export interface From<K> {
  side: "older" | "newer";
  key: K;
}
export type Direction = "asc" | "desc";

/** The way to scan from a cursor: towards the newer ones upwards, towards the older ones downwards. */
export const scanOf = (from: From<unknown> | null, first: Direction): Direction =>
  from === null ? first : from.side === "newer" ? "asc" : "desc";

/** The cursors at both ends of a page that was scanned: on, when there is more; back, when it began at a cursor. */
export function endsOf<K>(
  scanned: readonly K[],
  page: { scan: Direction; from: From<K> | null; more: K | null },
): { older: K | null; newer: K | null } {
  const back = page.from === null ? null : (scanned[0] ?? page.from.key);
  return page.scan === "asc" ? { older: back, newer: page.more } : { older: page.more, newer: back };
}

/** A ticket number as a cursor, or null for anything else. */
export function numberKey(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
