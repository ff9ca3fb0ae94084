import type { Case, CaseFacts } from "./case";
import { stillRefusal } from "./holder-change";
import type { ContactKind } from "./loss";
import type { FactorWay } from "./take-factor";
import type { Instant } from "./time";

/** What every page of a holder's own things says before anything else: why nothing can be changed now, if nothing can. */
export interface StandingView {
  /** Others may be in the account, so its holder calls; which reason it is, nobody who looks over a shoulder learns. */
  closed: boolean;
  /** Until then all can be looked at and nothing changed, after a recovery. */
  quarantinedUntil: Instant | null;
  /** What a change takes beside the password. */
  factor: FactorWay;
  now: Instant;
}
export interface ContactsView extends StandingView {
  /** `isUndelivered`: the newest message to it came back. */
  contacts: { id: string; kind: ContactKind; mask: string; since: Instant; isUndelivered: boolean }[];
  /** The one that waits for its code. */
  asked: { kind: ContactKind; mask: string; expiresAt: Instant } | null;
}
export interface DevicesView extends StandingView {
  /** `countsFrom` is there where a device joined too lately to prove anything. */
  devices: { id: string; model: string | null; end: string; since: Instant; countsFrom: Instant | null }[];
}
export interface QuestionsView extends StandingView {
  /** How many are on file, since when if the holder chose them, and from when on they count. */
  onFile: number;
  chosenAt: Instant | null;
  countsFrom: Instant | null;
}

/** Whether all is closed to changes for a reason that is not told. */
export function isClosed(c: Case, facts: CaseFacts, now: Instant): boolean {
  const no = stillRefusal(c, facts, now);
  return no !== null && no !== "in-quarantine";
}
