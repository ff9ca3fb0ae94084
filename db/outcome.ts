import type { Recorded } from "domain/event";

/** What came of a command. */
export interface Outcome {
  /** The reason of the refusal, or null when the change was made. */
  refused: string | null;
  events: Recorded[];
  /** The same command was made before under this key: nothing happened now. */
  replayed: boolean;
}

/** Thrown when an idempotency key comes back with another request. */
export class KeyReused extends Error {}
