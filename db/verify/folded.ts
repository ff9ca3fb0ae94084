import canonicalize from "canonicalize";
import type { Recorded } from "domain/event";
import type { Entry } from "domain/trail/entry";

/** A state folded from entries, and which entries its row may name as the last that changed it. */
export interface Folded<T> {
  value: T;
  changedAt: number;
  /** Entries of one append are written with the row once: its seq is that of the append's last entry. */
  upTo: number;
  append: string;
}

/** One append's entries share all of this; two appends that share it too stand directly after one another. */
export const appendOf = (e: Entry): string => JSON.stringify([e.request, e.actor.id, e.at, e.subject, e.object]);

/** The state after an entry, from the state before it and what evolve() made of both. */
export function follow<T>(
  before: Folded<T> | undefined,
  value: T | null,
  e: Recorded,
  append: string,
): Folded<T> | undefined {
  if (value !== null && value !== before?.value) return { value, changedAt: e.seq, upTo: e.seq, append };
  return before && before.upTo === e.seq - 1 && before.append === append ? { ...before, upTo: e.seq } : before;
}

type Row = Record<string, unknown>;

/** The first column in which a stored row is not what the entries make of it, or null. */
export function differingColumn<T>(
  expected: Folded<T>,
  rowOf: (value: T, seq: number) => Row,
  actual: Row,
): string | null {
  const seq = actual.seq;
  if (typeof seq !== "number" || seq < expected.changedAt || seq > expected.upTo) return "seq";
  const row = rowOf(expected.value, seq);
  return (
    Object.keys(row).find((column) =>
      column === "doc" ? !sameDoc(row.doc, actual.doc) : row[column] !== actual[column],
    ) ?? null
  );
}

/** Documents are compared as RFC 8785 (JCS) JSON; text that JSON.stringify would not write (a key twice) is no document of ours. */
function sameDoc(expected: unknown, actual: unknown): boolean {
  if (expected === actual) return true;
  if (typeof expected !== "string" || typeof actual !== "string") return false;
  try {
    const parsed: unknown = JSON.parse(actual);
    return JSON.stringify(parsed) === actual && canonicalize(parsed) === canonicalize(JSON.parse(expected));
  } catch {
    return false;
  }
}
