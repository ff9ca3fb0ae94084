import type { FlagKind } from "./event";
import type { Instant } from "./time";

/** An account with flags that no supervisor has looked at, oldest first. */
export interface FlaggedAccount {
  account: string;
  /** Mask of the holder, or what stands in its place once it was erased. */
  holder: string;
  flags: FlagLine[];
}
export interface FlagLine {
  seq: number;
  flag: FlagKind;
  at: Instant;
  /** The ticket it came up in, and whether its page opens to the reader; or null. */
  ticket: { number: number; mayOpen: boolean } | null;
  /** The member of staff it is about, by name, or null where it is about the account. */
  about: string | null;
  /** Of an appeal: the requester's words, and null once they are gone. */
  appeal?: string | null;
}
export interface FlagsPage {
  rows: FlaggedAccount[];
  /** Keyset cursor of the next page, or null. */
  next: string | null;
  now: Instant;
}
