import type { Looks } from "./event";
import type { Tier } from "./loss";
import type { TicketState } from "./ticket";
import type { Instant } from "./time";

/** A drawn approval as the lists of second looks show it. */
export interface LookLine {
  /** The seq of the approval's entry. */
  approval: number;
  number: number;
  tier: Tier;
  state: TicketState;
  /** Names of who approved and of who had submitted it. */
  by: string;
  agent: string;
  drawnAt: Instant;
  oneIn: number;
  /** The second look, or null while it waits for one. */
  judged: { by: string; at: Instant; looks: Looks; reason: string | null } | null;
  /** Why this reader may not give it, or null. */
  refusal: string | null;
}
export interface SecondReviewsPage {
  waiting: LookLine[];
  /** Where the next page of those that wait goes on, or null. */
  next: string | null;
  given: LookLine[];
  older: string | null;
  now: Instant;
}
/** One drawn approval, with the lot that drew it and what it had to be under, in hex. */
export interface SecondLookView extends LookLine {
  lot: string;
  signedAt: Instant;
  /** When its supervisor first opened the packet that was approved. */
  openedAt: Instant | null;
  under: string;
  now: Instant;
}
