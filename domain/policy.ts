import type { FactorKind, Longer, RaiseReason } from "./event";
import type { Tier } from "./loss";
import type { Evidence } from "./ticket";
import { days, type Instant, lifetime, type Millis } from "./time";

export const factorClasses = ["device", "knowledge", "possession", "vouch"] as const;
export type FactorClass = (typeof factorClasses)[number];

/** A verification policy is data: ids, points and thresholds, nothing that runs (product.md, "Verification policy"). */
export interface Policy {
  /** A kebab-case name, kept by every version of it. */
  id: string;
  version: number;
  points: {
    serialWhole: number;
    serialShort: number;
    furtherDevice: number;
    photo: number;
    twoAnswers: number;
    threeAnswers: number;
    savedCode: number;
    contactCode: number;
    vouch: number;
    proofOfPurchase: number;
  };
  caps: Record<FactorClass, number>;
  tiers: Record<Tier, TierRule>;
  /** A contact must have been registered this long before a code to it proves anything. */
  contactCodeAgeMs: Millis;
  passwordMinLength: number;
  /** Whether a password must mix kinds of characters, and after how many days a holder is reminded of a new one; neither where it is not said. */
  passwords?: { composition: boolean; reminderDays: number | null };
  /** How long evidence counts, and how long what rests on a code does; documents of before it was said have 72 h and 24 h. */
  freshness?: { evidenceMs: Millis; codeMs: Millis };
  /** What raises a ticket by one tier; documents of before it was said raise none. */
  raise?: RaiseRules;
}
/** product.md, "Raised by one tier": each reason with its reach. */
export interface RaiseRules {
  recoveredWithinMs: Millis;
  /** Tickets of the account that were rejected, disputed or completed. */
  decided: { count: number; withinMs: Millis };
  /** Tickets of the account of any kind. */
  any: { count: number; withinMs: Millis };
  contactChangedWithinMs: Millis;
  /** The new contact was named in another account's ticket. */
  contactElsewhereWithinMs: Millis;
}
export interface TierRule {
  points: number;
  classes: number;
  approvals: number;
  /** The hold by points reached: the first row whose threshold is met, in falling order. */
  hold: { fromPoints: number; ms: Millis }[];
  /** At least one piece of evidence by one of these factors, or null for no such demand. */
  oneOf: FactorKind[] | null;
  /** At least one factor that changes with every use (a code, a vouch). */
  dynamic: boolean;
}

/** From T2 up one class must be knowledge, possession or vouch: box, label and receipt are one kind of proof. */
const secondKind: readonly FactorClass[] = ["knowledge", "possession", "vouch"];

/** The independence class of each factor; a proof of purchase adds points and no class. */
export const classOf: Record<FactorKind, FactorClass | null> = {
  serial: "device",
  photo: "device",
  answers: "knowledge",
  "contact-code": "possession",
  "saved-code": "possession",
  vouch: "vouch",
  purchase: null,
};
/** Factors that change with every use. */
export const dynamicFactors: readonly FactorKind[] = ["contact-code", "saved-code", "vouch"];
const weekMs = days(7);

/** What about the account lengthens a T4 hold to 7 days, whatever the points (product.md, below the tier table). */
export interface HoldFacts {
  noOldContact: boolean;
  secondFactorOn: boolean;
  accountCreatedAt: Instant;
  lastSignIn: Instant | null;
  /** The ticket goes on after an objection that nobody proved. */
  objectionUnproved?: boolean;
  /** A notice of this ticket could not be delivered. */
  noticeFailed: boolean;
  /** Why the ticket was raised by one tier; none where it was not. */
  raised: readonly RaiseReason[];
  /** A safety flag is on the account. */
  safety?: boolean;
}

export type Need =
  /** No proof helps: what it takes is a supervisor. */
  | "someone-else"
  | "second-kind-of-proof"
  | "code-to-surviving-contact"
  | "knowledge-or-vouch"
  | "saved-code-or-vouch"
  | "dynamic-proof"
  | "more-evidence";
export interface Judgement {
  satisfied: boolean;
  points: number;
  classes: FactorClass[];
  /** What is still missing, in the order it is best asked for. */
  needs: Need[];
  approvals: number;
  holdMs: Millis;
  /** Why a T4 hold is longer than its points alone would make it. */
  longer: Longer[];
}

/** The same policy, in which the highest tier takes something that changes with every use. */
export const withDynamicProof = (policy: Policy): Policy => ({
  ...policy,
  tiers: { ...policy.tiers, T4: { ...policy.tiers.T4, dynamic: true } },
});

export interface HoldRange {
  leastMs: Millis;
  mostMs: Millis;
}

/** Judges evidence under a policy for a tier: pure, and the same for the agent's screen, the submission and the worker. */
export function judge(policy: Policy, tier: Tier, evidence: Evidence[], facts: HoldFacts, now: Instant): Judgement {
  const rule = policy.tiers[tier];
  const scores = scoresOf(policy, evidence);
  const classes = factorClasses.filter((c) => scores[c] > 0);
  const points = classes.reduce((sum, c) => sum + scores[c], 0) + purchaseScore(policy, evidence);
  const needs = needsOf(rule, tier, points, classes, evidence);
  const longer = tier === "T4" ? reasonsToWait(facts, now) : [];
  const base = rule.hold.find((h) => points >= h.fromPoints)?.ms ?? weekMs;
  return {
    satisfied: needs.length === 0,
    points,
    classes,
    needs,
    approvals: approvalsFor(rule, facts.raised),
    holdMs: longer.length > 0 ? Math.max(weekMs, base) : base,
    longer,
  };
}

/** How many must sign: one more than the tier asks for where the account was recovered lately. */
export const approvalsFor = (rule: TierRule, raised: readonly RaiseReason[]): number =>
  rule.approvals + (raised.includes("recovered-lately") ? 1 : 0);

/** Evidence that still counts at `now`: not voided, and younger than the policy says (what rests on a code: shorter). */
export function freshEvidence(ticket: { evidence: Evidence[] }, policy: Policy, now: Instant): Evidence[] {
  const { evidenceMs, codeMs } = policy.freshness ?? {
    evidenceMs: lifetime.evidenceMs,
    codeMs: lifetime.codeEvidenceMs,
  };
  return ticket.evidence.filter((v) => {
    const limitMs = dynamicFactors.includes(v.factor) ? codeMs : evidenceMs;
    return v.voidedAt === null && now - v.at < limitMs;
  });
}

/** How long a tier's hold may be, whatever is proven and whatever else is so of the account. */
export function holdRange(policy: Policy, tier: Tier): HoldRange {
  const all = policy.tiers[tier].hold.map((h) => h.ms);
  return { leastMs: Math.min(...all), mostMs: Math.max(tier === "T4" ? weekMs : 0, ...all) };
}

function scoresOf(policy: Policy, evidence: Evidence[]): Record<FactorClass, number> {
  const p = policy.points;
  const answers = evidence
    .filter((v) => v.factor === "answers")
    .map((v) => ((v.right ?? 0) >= 3 ? p.threeAnswers : p.twoAnswers));
  const has = (factor: FactorKind) => evidence.some((v) => v.factor === factor);
  const codes = (has("contact-code") ? p.contactCode : 0) + (has("saved-code") ? p.savedCode : 0);
  return {
    device: Math.min(policy.caps.device, deviceScore(policy, evidence)),
    knowledge: Math.min(policy.caps.knowledge, Math.max(0, ...answers)),
    possession: Math.min(policy.caps.possession, codes),
    vouch: Math.min(policy.caps.vouch, has("vouch") ? p.vouch : 0),
  };
}

/** Counted once, and in no class. */
const purchaseScore = (policy: Policy, evidence: Evidence[]): number =>
  evidence.some((v) => v.factor === "purchase") ? policy.points.proofOfPurchase : 0;

/** One device counts once in whatever form; the best form of one device in full, each further device a little more. */
function deviceScore(policy: Policy, evidence: Evidence[]): number {
  const best = new Map<string, number>();
  for (const v of evidence) {
    if (classOf[v.factor] !== "device" || !v.device) continue;
    const worth =
      v.factor === "photo" ? policy.points.photo : v.whole ? policy.points.serialWhole : policy.points.serialShort;
    best.set(v.device, Math.max(best.get(v.device) ?? 0, worth));
  }
  if (best.size === 0) return 0;
  return Math.max(...best.values()) + (best.size - 1) * policy.points.furtherDevice;
}

function needsOf(rule: TierRule, tier: Tier, points: number, classes: FactorClass[], evidence: Evidence[]): Need[] {
  const needs: Need[] = [];
  const has = (factors: readonly string[]) => evidence.some((v) => factors.includes(v.factor));
  if (rule.oneOf && !has(rule.oneOf)) needs.push(namedNeed(rule.oneOf));
  if (rule.dynamic && !has(dynamicFactors)) needs.push("dynamic-proof");
  const lacksSecondKind = tier !== "T1" && !classes.some((c) => secondKind.includes(c));
  const first = rule.classes === 1 && classes.length === 0;
  if (lacksSecondKind || (classes.length < rule.classes && !first)) needs.push("second-kind-of-proof");
  if (points < rule.points || first) needs.push("more-evidence");
  return needs;
}

function namedNeed(oneOf: readonly string[]): Need {
  if (oneOf.includes("contact-code")) return "code-to-surviving-contact";
  return oneOf.includes("answers") ? "knowledge-or-vouch" : "saved-code-or-vouch";
}

const youngMs = days(90);
const recentSignInMs = days(14);

function reasonsToWait(facts: HoldFacts, now: Instant): Longer[] {
  const reasons: Longer[] = [];
  if (facts.noOldContact) reasons.push("no-old-contact");
  if (facts.secondFactorOn) reasons.push("second-factor-on");
  if (now - facts.accountCreatedAt < youngMs) reasons.push("young-account");
  if (facts.lastSignIn !== null && now - facts.lastSignIn < recentSignInMs) reasons.push("recent-sign-in");
  if (facts.noticeFailed) reasons.push("notice-failed");
  if (facts.objectionUnproved) reasons.push("objection-unproved");
  if (facts.raised.length > 0) reasons.push("tier-raised");
  if (facts.safety) reasons.push("safety-flag");
  return reasons;
}
