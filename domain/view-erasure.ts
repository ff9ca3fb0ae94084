import type { ContactKind } from "./loss";
import type { Instant } from "./time";

/** One line of the lists of erasures and legal holds. */
export interface ErasureLine {
  account: string;
  /** The holder's mask, or what is said in its place. */
  holder: string;
  at: Instant;
  /** Who placed, proposed or confirmed it, in words. */
  by: string;
  /** Of an erasure that was confirmed: who had proposed it. */
  proposedBy: string | null;
  /** When a proposal lapses. */
  until: Instant | null;
  reason: string | null;
}
export interface ErasureList {
  lines: ErasureLine[];
  /** Where the next page goes on, or null. */
  next: string | null;
}
export interface ErasuresPage {
  waiting: ErasureList;
  held: ErasureList;
  erased: ErasureList;
}
interface Decided {
  by: string;
  at: Instant;
  reason: string | null;
}
/** An account before an admin who may erase it: masks, and what stands in the way; no ticket's content. */
export interface ErasureView {
  account: string;
  holder: string;
  contacts: { kind: ContactKind; mask: string }[];
  region: string;
  since: Instant | null;
  /** Why it cannot be erased as it stands, or null. */
  obstacle: string | null;
  /** Numbers of its live tickets, the newest first. */
  tickets: number[];
  proposal: (Decided & { id: string; until: Instant; own: boolean }) | null;
  hold: Decided | null;
  erased: (Decided & { proposedBy: string; proposedAt: Instant }) | null;
}
