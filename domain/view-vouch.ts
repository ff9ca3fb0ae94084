import { freshEvidence } from "./policy";
import type { Instant } from "./time";
import { isHolding } from "./verify";
import type { CaseReading } from "./view-case";
import { takesVouch } from "./vouch";
import { isOpenVouch, mostVouchTries } from "./vouch-asked";

/** A number to read to somebody who may vouch: while it can be typed, and never who may. */
export interface VouchView {
  number: string;
  expiresAt: Instant;
  triesLeft: number;
  /** Somebody typed it, and was shown what they are asked. */
  opened: boolean;
}

/** The open number of a ticket, for its agent or its requester alone. */
export function vouchViewOf(r: CaseReading): VouchView | null {
  const { vouch } = r.ticket;
  if (!takesVouch(r, r.facts) || !isOpenVouch(vouch, r.now) || r.vouchNumber === null || !isHolding(r.ticket, r.facts))
    return null;
  const { expiresAt, tries, openedBy } = vouch;
  return { number: r.vouchNumber, expiresAt, triesLeft: mostVouchTries - tries, opened: openedBy !== null };
}

/** Whether a vouch or a saved code counts in this ticket now. */
export const isProvenBy = (r: CaseReading, factor: "vouch" | "saved-code", asOf: Instant): boolean =>
  freshEvidence(r.ticket, r.facts.rules, asOf).some((v) => v.factor === factor);
