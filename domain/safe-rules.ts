import type { Account } from "./account";
import type { Case, CaseFacts } from "./case";
import type { Tier } from "./loss";
import type { Policy, TierRule } from "./policy";
import { safetyOf } from "./safety";
import type { Ticket } from "./ticket";
import { days } from "./time";

type Flaggable = Pick<Account, "safety"> | null;
const weekMs = days(7);

/**
 * What a policy asks for under a safety flag: the highest tier whatever was lost, seven days, one proof that is new each time,
 * and nothing for the questions, since who lives with someone knows the answers. Asked for twice it is the same.
 */
export function safeRules(policy: Policy): Policy {
  const { T4 } = policy.tiers;
  const rule: TierRule = {
    ...T4,
    oneOf: T4.oneOf?.includes("answers") ? null : T4.oneOf,
    dynamic: true,
    hold: [{ fromPoints: 0, ms: Math.max(weekMs, ...T4.hold.map((h) => h.ms)) }],
  };
  const points = { ...policy.points, twoAnswers: 0, threeAnswers: 0 };
  return { ...policy, points, tiers: { T1: rule, T2: rule, T3: rule, T4: rule } };
}

/** The rules and the tier that a ticket of this account is judged by. */
export const rulesFor = (account: Flaggable, rules: Policy): Policy => (safetyOf(account) ? safeRules(rules) : rules);
export const tierFor = (account: Flaggable, tier: Tier): Tier => (safetyOf(account) ? "T4" : tier);

/** A reading whose rules and tier are those that its ticket is judged by. */
export function asJudged<T extends Case & { ticket: Ticket; facts: CaseFacts }>(r: T): T {
  if (!safetyOf(r.account)) return r;
  const facts = { ...r.facts, rules: rulesFor(r.account, r.facts.rules) };
  return { ...r, facts, ticket: { ...r.ticket, tier: tierFor(r.account, r.ticket.tier) } };
}
