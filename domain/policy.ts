import type { FactorKind, Longer } from "./event";
import type { Tier } from "./loss";
import type { Evidence } from "./ticket";
import { days, hours, type Instant, type Millis } from "./time";

export type FactorClass = "device" | "knowledge" | "possession" | "vouch";

/** A verification policy is data: ids, points and thresholds, nothing that runs (product.md, "Verification policy"). */
export interface Policy {
  id: "standard" | "strict";
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
}
export interface TierRule {
  points: number;
  classes: number;
  approvals: number;
  /** The hold by points reached: the first row whose threshold is met, in falling order. */
  hold: { fromPoints: number; ms: Millis }[];
  /** At least one piece of evidence by one of these factors, or null for no such demand. */
  oneOf: (FactorKind | "saved-code" | "vouch")[] | null;
  /** At least one factor that changes with every use (a code, a vouch). */
  dynamic: boolean;
}

/** From T2 up one class must be knowledge, possession or vouch: box, label and receipt are one kind of proof. */
const secondKind: readonly FactorClass[] = ["knowledge", "possession", "vouch"];

const classOf: Record<FactorKind, FactorClass> = {
  serial: "device",
  photo: "device",
  answers: "knowledge",
  "contact-code": "possession",
};
const dynamicFactors: readonly FactorKind[] = ["contact-code"];

const noHold = [{ fromPoints: 0, ms: 0 }];
const dayHold = [{ fromPoints: 0, ms: hours(24) }];
const weekMs = days(7);

export const standard: Policy = {
  id: "standard",
  version: 1,
  points: {
    serialWhole: 25,
    serialShort: 20,
    furtherDevice: 10,
    photo: 20,
    twoAnswers: 25,
    threeAnswers: 35,
    savedCode: 50,
    contactCode: 40,
    vouch: 25,
    proofOfPurchase: 15,
  },
  caps: { device: 45, knowledge: 35, possession: 50, vouch: 25 },
  tiers: {
    T1: { points: 20, classes: 1, approvals: 1, hold: noHold, oneOf: null, dynamic: false },
    T2: { points: 50, classes: 2, approvals: 1, hold: dayHold, oneOf: null, dynamic: false },
    T3: { points: 60, classes: 2, approvals: 1, hold: dayHold, oneOf: ["contact-code", "saved-code"], dynamic: false },
    T4: {
      points: 50,
      classes: 2,
      approvals: 2,
      oneOf: ["answers", "vouch", "saved-code"],
      dynamic: false,
      hold: [
        { fromPoints: 60, ms: hours(72) },
        { fromPoints: 0, ms: weekMs },
      ],
    },
  },
  contactCodeAgeMs: days(30),
  passwordMinLength: 12,
};

export const strict: Policy = {
  ...standard,
  id: "strict",
  points: {
    serialWhole: 10,
    serialShort: 5,
    furtherDevice: 5,
    photo: 15,
    twoAnswers: 10,
    threeAnswers: 15,
    savedCode: 50,
    contactCode: 40,
    vouch: 25,
    proofOfPurchase: 15,
  },
  caps: { device: 35, knowledge: 20, possession: 50, vouch: 25 },
  tiers: {
    T1: { points: 30, classes: 1, approvals: 1, hold: noHold, oneOf: null, dynamic: false },
    T2: { points: 60, classes: 2, approvals: 1, hold: dayHold, oneOf: null, dynamic: true },
    T3: { points: 70, classes: 2, approvals: 1, hold: dayHold, oneOf: ["contact-code", "saved-code"], dynamic: false },
    T4: {
      points: 60,
      classes: 3,
      approvals: 2,
      hold: [{ fromPoints: 0, ms: weekMs }],
      oneOf: ["saved-code", "vouch"],
      dynamic: false,
    },
  },
};

export const policies: Record<Policy["id"], Policy> = { standard, strict };

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
}

export type Need =
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
  const classes = (Object.keys(scores) as FactorClass[]).filter((c) => scores[c] > 0);
  const points = classes.reduce((sum, c) => sum + scores[c], 0);
  const needs = needsOf(rule, tier, points, classes, evidence);
  const longer = tier === "T4" ? reasonsToWait(facts, now) : [];
  const base = rule.hold.find((h) => points >= h.fromPoints)?.ms ?? weekMs;
  return {
    satisfied: needs.length === 0,
    points,
    classes,
    needs,
    approvals: rule.approvals,
    holdMs: longer.length > 0 ? weekMs : base,
    longer,
  };
}

/** How long a tier's hold may be, whatever is proven and whatever else is so of the account. */
export function holdRange(policy: Policy, tier: Tier): HoldRange {
  const all = policy.tiers[tier].hold.map((h) => h.ms);
  return { leastMs: Math.min(...all), mostMs: tier === "T4" ? weekMs : Math.max(...all) };
}

function scoresOf(policy: Policy, evidence: Evidence[]): Record<FactorClass, number> {
  const p = policy.points;
  const answers = evidence
    .filter((v) => v.factor === "answers")
    .map((v) => ((v.right ?? 0) >= 3 ? p.threeAnswers : p.twoAnswers));
  const codes = evidence.some((v) => v.factor === "contact-code") ? p.contactCode : 0;
  return {
    device: Math.min(policy.caps.device, deviceScore(policy, evidence)),
    knowledge: Math.min(policy.caps.knowledge, Math.max(0, ...answers)),
    possession: Math.min(policy.caps.possession, codes),
    vouch: 0,
  };
}

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
  if (lacksSecondKind || classes.length < rule.classes) needs.push("second-kind-of-proof");
  if (points < rule.points) needs.push("more-evidence");
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
  return reasons;
}
