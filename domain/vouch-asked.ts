import type { Recorded } from "./event";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

/** A number on its way from the desk, by the requester, to a linked person; derived from ticket and generation. */
export interface VouchAsked {
  generation: number;
  askedAt: Instant;
  expiresAt: Instant;
  tries: number;
  /** The link whose other end typed the number and was shown what is asked. */
  openedBy: string | null;
  givenAt: Instant | null;
}

/** Folds an entry into the number of a ticket; another new contact ends the one that is under way. */
export function foldVouch(t: Ticket, e: Recorded): Ticket {
  switch (e.type) {
    case "vouch.asked": {
      const { generation, expiresAt } = e.data;
      return { ...t, vouch: { generation, askedAt: e.at, expiresAt, tries: 0, openedBy: null, givenAt: null } };
    }
    case "vouch.refused":
      return t.vouch ? { ...t, vouch: { ...t.vouch, tries: e.data.tries } } : t;
    case "vouch.opened":
      return t.vouch ? { ...t, vouch: { ...t.vouch, openedBy: e.data.link } } : t;
    case "vouch.given":
      return t.vouch ? { ...t, vouch: { ...t.vouch, givenAt: e.at } } : t;
    case "contact.proposed":
      return t.vouch ? { ...t, vouch: { ...t.vouch, expiresAt: Math.min(t.vouch.expiresAt, e.at) } } : t;
    default:
      return t;
  }
}

/** A number that can still be typed. */
export const isOpenVouch = (vouch: VouchAsked | undefined, now: Instant): vouch is VouchAsked =>
  !!vouch && vouch.givenAt === null && vouch.tries < mostVouchTries && now < vouch.expiresAt;

/** How often one number may be typed wrong. */
export const mostVouchTries = 5;
