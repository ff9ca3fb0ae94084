import type { GlassReason } from "./event";
import type { GlassOpen } from "./fold-glass";
import type { Instant } from "./time";
import type { TicketView } from "./view";

/** An ask that waits for a second supervisor. */
export interface GlassAskedLine {
  glass: string;
  number: number;
  by: string;
  at: Instant;
  until: Instant;
  reason: GlassReason;
  /** Why, in words from the vault. */
  text: string | null;
  /** The reader, by this or any other account of theirs, is who asks. */
  own: boolean;
}
/** A ticket that two supervisors opened by break-glass. */
export interface GlassBrokenLine {
  glass: string;
  number: number;
  asker: string;
  confirmer: string;
  at: Instant;
  until: Instant;
  reason: GlassReason;
  /** Only before an auditor. */
  text: string | null;
  /** The reader is one of the two, and it is open still. */
  mine: boolean;
  /** The reader is an admin who has not said that they saw it. */
  toAcknowledge: boolean;
}
/** The red line of a report: that a ticket was opened by break-glass. */
export interface GlassLine {
  seq: number;
  at: Instant;
  number: number;
  asker: string;
  confirmer: string;
  reason: GlassReason;
}
export interface GlassPage {
  asked: GlassAskedLine[];
  broken: GlassBrokenLine[];
  now: Instant;
}

/** A ticket's page as break-glass shows it: all that it says, and nothing to do. */
export function throughGlass(t: TicketView, { id, until }: GlassOpen): TicketView {
  const closed = Object.fromEntries(Object.keys(t.may).map((act) => [act, false])) as TicketView["may"];
  return {
    ...t,
    account: { ...t.account, contacts: t.account.contacts.map((k) => ({ ...k, mayGetCode: false })) },
    photos: t.photos.map((p) => ({ ...p, mayJudge: false })),
    purchases: t.purchases.map((p) => ({ ...p, mayJudge: false })),
    care: { ...t.care, mayMatch: false, mayFlag: false, withholding: [] },
    may: closed,
    glass: { id, until },
  };
}
