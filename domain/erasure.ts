import { type Case, type CaseFacts, type Decide, isStopped, roleRefusal, selves } from "./case";
import { event, refuse, type Verdict } from "./event";
import { hasStepUp } from "./member";
import { staffIdOf } from "./staff";
import { type Instant, lifetime } from "./time";

/** A first person's wish to erase an account; a second one confirms it within seven days, or it lapses. */
export interface ErasureProposal {
  id: string;
  /** The actor, as entries name them. */
  by: string;
  at: Instant;
  /** Vault id of the reason's words. */
  reason: string;
}
/** What keeps an account from being erased until it is lifted. */
export interface LegalHold {
  by: string;
  at: Instant;
  reason: string;
}
/** What is left to say of an account that is gone. */
export interface Erased {
  by: string;
  at: Instant;
  proposal: ErasureProposal;
}

/** The fewest characters that count as a reason for an erasure or a legal hold. */
export const leastErasureReason = 5;
/** Who decides on erasures and legal holds. */
const deciders = ["admin", "cli"] as const;

export interface Reasoned {
  /** Where the reason's words are in the vault, with a commitment to them; null when there are too few. */
  reason: { id: string; commitment: string } | null;
  /** The step-up made for this act on this account; null at the command line. */
  stepUp: string | null;
}

/** Proposes to erase an account, for a second person to confirm. */
export function proposeErasure(x: Reasoned & { proposal: string }): Decide {
  const refused = (reason: string) => refuse("erasure.propose", reason);
  return (c, facts, now) => {
    const no = roleRefusal(deciders, facts) ?? erasureRefusal(c, facts);
    if (no) return refused(no);
    if (waitingErasure(c.account, now)) return refused("already-proposed");
    if (!x.reason) return refused("reason-missing");
    if (!isFresh(x.stepUp, "erase", facts, now)) return refused("step-up-needed");
    const data = { proposal: x.proposal, reason: x.reason.id, stepUp: x.stepUp };
    return [event("erasure.proposed", data, { reason: x.reason.commitment })];
  };
}

/** Takes a proposal back, whoever made it. */
export function withdrawErasure(proposal: string): Decide {
  const refused = (reason: string) => refuse("erasure.withdraw", reason);
  return (c, facts, now) => {
    const no = roleRefusal(deciders, facts);
    if (no) return refused(no);
    return waitingErasure(c.account, now)?.id === proposal
      ? [event("erasure.withdrawn", { proposal })]
      : refused("nothing-proposed");
  };
}

/**
 * Erases an account on the word of a second person, who is not the one that proposed it. One of the two is signed in at the
 * desk: two names at the command line may be typed by one hand.
 */
export function confirmErasure(x: { proposal: string; stepUp: string | null }): Decide {
  const refused = (reason: string) => refuse("erasure.confirm", reason);
  return (c, facts, now) => {
    const no = roleRefusal(deciders, facts) ?? erasureRefusal(c, facts) ?? proposalRefusal(x.proposal, c, facts, now);
    if (no) return refused(no);
    if (!isFresh(x.stepUp, "erase", facts, now)) return refused("step-up-needed");
    if (!facts.erasing) throw new Error("What an erasure leaves behind was not loaded.");
    // An import under way could add to the account what the erasure has just taken away.
    if (facts.erasing.importing) return refused("import-under-way");
    return [event("account.erased", { ...x, rows: facts.erasing.rows })];
  };
}

/** Places a legal hold: the account cannot be erased until it is lifted. */
export function placeLegalHold(x: Reasoned): Decide {
  const refused = (reason: string) => refuse("legal-hold.place", reason);
  return (c, facts, now) => {
    const no = roleRefusal(deciders, facts);
    if (no) return refused(no);
    if (c.account?.erased) return refused("account-erased");
    if (c.account?.legalHold) return refused("already-held");
    return reasoned("legal-hold.placed", x, { facts, now, refused });
  };
}

/** Lifts a legal hold; what it kept from being erased is proposed and confirmed like any other. */
export function liftLegalHold(x: Reasoned): Decide {
  const refused = (reason: string) => refuse("legal-hold.lift", reason);
  return (c, facts, now) => {
    const no = roleRefusal(deciders, facts);
    if (no) return refused(no);
    if (!c.account?.legalHold) return refused("no-legal-hold");
    return reasoned("legal-hold.lifted", x, { facts, now, refused });
  };
}

interface Asked {
  facts: CaseFacts;
  now: Instant;
  refused(reason: string): Verdict;
}

function reasoned(
  type: "legal-hold.placed" | "legal-hold.lifted",
  x: Reasoned,
  { facts, now, refused }: Asked,
): Verdict {
  if (!x.reason) return refused("reason-missing");
  if (!isFresh(x.stepUp, "legal-hold", facts, now)) return refused("step-up-needed");
  return [event(type, { reason: x.reason.id, stepUp: x.stepUp }, { reason: x.reason.commitment })];
}

/** Why this account cannot be erased as it stands, or null: what stands in the way ends first. */
export function erasureRefusal(c: Pick<Case, "account">, facts: Pick<CaseFacts, "record">): string | null {
  if (c.account?.erased) return "account-erased";
  if (c.account?.legalHold) return "legal-hold";
  if ((c.account?.disputed ?? []).length > 0) return "ticket-disputed";
  if ((c.account?.live ?? []).length > 0) return "ticket-live";
  return isStopped(c, facts) ? "account-frozen" : null;
}

/** The proposal that waits for a second person, or null: after seven days it lapses. */
export function waitingErasure(account: Case["account"], now: Instant): ErasureProposal | null {
  const made = account?.erasure ?? null;
  return made && now - made.at < lifetime.erasureProposalMs ? made : null;
}

function proposalRefusal(id: string, c: Case, facts: CaseFacts, now: Instant): string | null {
  const made = c.account?.erasure ?? null;
  if (!made || made.id !== id) return "nothing-proposed";
  if (!waitingErasure(c.account, now)) return "proposal-lapsed";
  const staff = staffIdOf(made.by);
  if (made.by === facts.actor.id || (staff !== null && selves(facts).includes(staff))) return "own-proposal";
  return isTyped(made.by) && isTyped(facts.actor.id) ? "both-at-the-command-line" : null;
}

/** Whether an act was made at the command line. */
const isTyped = (actor: string): boolean => staffIdOf(actor) === null;

/** Members of staff give a fresh second factor for this act on this account; the command line has none. */
function isFresh(id: string | null, act: string, facts: CaseFacts, now: Instant): boolean {
  if (facts.member === null) return id === null;
  return id !== null && hasStepUp(facts.member, { id, act, object: facts.record.id }, now);
}
