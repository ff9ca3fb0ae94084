import type { Millis } from "domain/time";
import type { Letter } from "./html";

/** A message as it leaves the house. */
export interface Outgoing extends Letter {
  /** Stable per outbox row, and all that servers are told it by: the same message sent twice can be told as one. */
  id: string;
  to: string;
}
/** Hands a message over; resolves when it was accepted for delivery, with the number the server gave it, where it gave one. */
export type Deliver = (message: Outgoing) => Promise<string | undefined>;

/** Thrown when trying again cannot help: the address does not exist, the channel is not set up. */
export class Undeliverable extends Error {}

/** Thrown when the server asks to be left alone for so long; it is tried no sooner than that. */
export class TryLater extends Error {
  constructor(
    message: string,
    readonly afterMs: Millis,
  ) {
    super(message);
  }
}
