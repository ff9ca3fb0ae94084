import type { EventType } from "./event";

/** An expected event: its type and whatever of its data matters to the rule. */
export interface Wanted {
  type: EventType;
  data?: object;
}

/** Every field that is wanted is there and the same; lists are the same as a whole. */
export function holds(actual: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null || typeof actual !== "object" || actual === null)
    return Object.is(actual, wanted);
  if (Array.isArray(wanted) && wanted.length !== (actual as unknown[]).length) return false;
  return Object.entries(wanted).every(([k, w]) => holds((actual as Record<string, unknown>)[k], w));
}

/** Stops a test with what was wanted and what is. */
export function fail(wanted: unknown, actual: unknown): never {
  throw new Error(`Expected ${JSON.stringify(wanted)}\nbut it is ${JSON.stringify(actual)}`);
}
