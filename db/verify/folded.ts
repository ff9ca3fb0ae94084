import { isDeepStrictEqual } from "node:util";
import type { Entry } from "domain/trail/entry";

/** A state folded from entries, and which entries its row may name as the last that changed it. */
export interface Folded<T> {
  value: T;
  changedAt: number;
  /** The last entry of the append that changed it: a row is written once for all of them, with the seq of the last. */
  last: Entry;
}

/** The state after an entry, from the state before it and what evolve() made of both. */
export function follow<T>(before: Folded<T> | undefined, value: T | null, entry: Entry): Folded<T> | undefined {
  if (value !== null && value !== before?.value) return { value, changedAt: entry.seq, last: entry };
  return before && isSameAppend(before.last, entry) ? { ...before, last: entry } : before;
}

/** One append's entries share all of this; two appends that share it too and follow on one another cannot be told apart. */
const isSameAppend = (a: Entry, b: Entry): boolean =>
  b.seq === a.seq + 1 &&
  a.request === b.request &&
  a.at === b.at &&
  a.actor.id === b.actor.id &&
  a.subject === b.subject &&
  a.object === b.object;

type Row = Record<string, unknown>;

/** The first column in which a stored row is not what the entries make of it, or null. */
export function differingColumn<T>(
  expected: Folded<T>,
  rowOf: (value: T, seq: number) => Row,
  actual: Row,
): string | null {
  const seq = actual.seq;
  if (typeof seq !== "number" || seq < expected.changedAt || seq > expected.last.seq) return "seq";
  const row = rowOf(expected.value, seq);
  return (
    Object.keys(row).find((column) =>
      column === "doc" ? !sameDoc(row.doc, actual.doc) : row[column] !== actual[column],
    ) ?? null
  );
}

/** Documents are the same whatever the order of their names, as in RFC 8785 (JCS); text that JSON.stringify would not write (a key twice) is no document of ours. */
function sameDoc(expected: unknown, actual: unknown): boolean {
  if (expected === actual) return true;
  if (typeof expected !== "string" || typeof actual !== "string") return false;
  try {
    const parsed: unknown = JSON.parse(actual);
    return JSON.stringify(parsed) === actual && isDeepStrictEqual(parsed, JSON.parse(expected));
  } catch {
    return false;
  }
}
