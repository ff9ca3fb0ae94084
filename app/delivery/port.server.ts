import type { Letter } from "./html";

/** A message as it leaves the house. */
export interface Outgoing extends Letter {
  /** Stable per outbox row: the same message sent twice can be told as one. */
  id: string;
  to: string;
}
/** Hands a message over; resolves when it was accepted for delivery. */
export type Deliver = (message: Outgoing) => Promise<void>;

/** Thrown when trying again cannot help: the address does not exist, the channel is not set up. */
export class Undeliverable extends Error {}
