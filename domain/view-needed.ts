import type { FactorKind } from "./event";
import { judgementOf } from "./packet";
import { classOf, freshEvidence, type HoldRange } from "./policy";
import { type CaseReading, judgedAt } from "./view-case";
import { aheadOf } from "./view-steps";

/** What a requester is told beforehand of what it takes: what the policy asks of everyone in their place, nothing of the account. */
export interface NeededView {
  /** How many kinds of proof it takes at least. */
  kinds: number;
  /** One proof must be of these, or null where any will do. */
  oneOf: FactorKind[] | null;
  /** What was given is enough to be looked at, as far as the requester may know. */
  enough: boolean;
  /** How long it will wait, or between how long. */
  hold: HoldRange;
}

/**
 * What it takes, for the requester. Of a request that was submitted never, only what they themself gave on its page counts as given: what an agent
 * checked would tell that there is such an account.
 */
export function neededOf(r: CaseReading, unproven: boolean): NeededView {
  const { classes, oneOf } = r.facts.rules.tiers[r.ticket.tier];
  const enough = unproven ? isGivenHere(r, classes, oneOf) : judgementOf(r, r.facts, r.now).satisfied;
  return { kinds: classes, oneOf, enough, hold: aheadOf(r.ticket, r.facts.rules).hold };
}

const givenHere: readonly FactorKind[] = ["answers", "saved-code", "vouch"];

function isGivenHere(r: CaseReading, classes: number, oneOf: FactorKind[] | null): boolean {
  const proven = freshEvidence(r.ticket, r.facts.rules, judgedAt(r)).map((v) => v.factor);
  const sent: FactorKind[] = r.ticket.photos.length > 0 ? ["photo"] : [];
  const given = [...givenHere.filter((factor) => proven.includes(factor)), ...sent];
  const kinds = new Set(given.map((factor) => classOf[factor]));
  return kinds.size >= classes && (oneOf === null || given.some((factor) => oneOf.includes(factor)));
}
