import type { ContactKind } from "domain/loss";
import type { ContactValue } from "./port.server";

/** The addresses or numbers of an account after a change; the same list in the same order where nothing changes. */
export function changedValues(
  kind: ContactKind,
  values: readonly string[],
  change: { remove: readonly ContactValue[]; add: ContactValue | null },
): string[] {
  const gone = change.remove.filter((c) => c.kind === kind);
  const kept = values.filter((value) => !gone.some((c) => isSame(kind, c.value, value)));
  const { add } = change;
  if (add?.kind !== kind || kept.some((value) => isSame(kind, add.value, value))) return kept;
  return [...kept, add.value];
}

/** An address in any spelling of capitals, a number in any spacing. */
export const isSame = (kind: ContactKind, a: string, b: string): boolean =>
  kind === "email" ? a.trim().toLowerCase() === b.trim().toLowerCase() : digits(a) === digits(b);

const digits = (value: string): string => value.replace(/\D/g, "").replace(/^00/, "");

/** Whether two lists hold the same in the same order. */
export const isUnchanged = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((value, i) => value === after[i]);
