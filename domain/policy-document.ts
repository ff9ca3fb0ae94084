import { type Tier, tiers } from "./loss";
import type { FactorClass, Policy } from "./policy";
import { demandsOf, policyShape } from "./policy-shape";
import { type ShapeProblem, shapeProblems } from "./shape";

/** What no single value shows: how the numbers of a document stand to each other. */
export type LawBroken =
  | "not-json"
  | "short-over-whole"
  | "two-over-three"
  | "rows-not-falling"
  | "no-last-row"
  | "more-proof-waits-longer"
  | "demand-unknown"
  | "demand-worthless"
  | "points-not-reachable"
  | "classes-not-reachable"
  | "dynamic-not-reachable";
export type DocumentProblem = ShapeProblem | { at: string; what: LawBroken; bound?: number };
export type ReadPolicy = { policy: Policy; problems: readonly [] } | { policy: null; problems: DocumentProblem[] };

/** Reads a policy document from JSON text: the policy, or everything that is wrong with it. */
export function readPolicyText(text: string): ReadPolicy {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { policy: null, problems: [{ at: "", what: "not-json" }] };
  }
  return readPolicy(value);
}

/** A value as a policy, or everything that is wrong with it: first its shape, then how its numbers stand to each other. */
export function readPolicy(value: unknown): ReadPolicy {
  if (!isPolicyShaped(value)) return { policy: null, problems: shapeProblems(policyShape, value) };
  const problems = lawsBroken(value);
  return problems.length === 0 ? { policy: value, problems: [] } : { policy: null, problems };
}

/** The bounds are not in the type; the shape has every field of it, which its definition holds it to. */
const isPolicyShaped = (value: unknown): value is Policy => shapeProblems(policyShape, value).length === 0;

function lawsBroken(p: Policy): DocumentProblem[] {
  const { points } = p;
  const problems: DocumentProblem[] = [];
  if (points.serialShort > points.serialWhole) problems.push({ at: "/points/serialShort", what: "short-over-whole" });
  if (points.twoAnswers > points.threeAnswers) problems.push({ at: "/points/twoAnswers", what: "two-over-three" });
  return [
    ...problems,
    ...tiers.flatMap((tier) => [...rowsBroken(p, tier), ...demandBroken(p, tier), ...unreachable(p, tier)]),
  ];
}

function rowsBroken(p: Policy, tier: Tier): DocumentProblem[] {
  const at = `/tiers/${tier}/hold`;
  const rows = p.tiers[tier].hold;
  const problems: DocumentProblem[] = rows.flatMap((row, i): DocumentProblem[] => {
    const before = rows[i - 1];
    if (!before) return [];
    if (row.fromPoints >= before.fromPoints) return [{ at: `${at}/${i}/fromPoints`, what: "rows-not-falling" }];
    return row.ms < before.ms ? [{ at: `${at}/${i}/ms`, what: "more-proof-waits-longer" }] : [];
  });
  const last = rows.length - 1;
  if (rows[last]?.fromPoints !== 0) problems.push({ at: `${at}/${last}/fromPoints`, what: "no-last-row" });
  return problems;
}

function demandBroken(p: Policy, tier: Tier): DocumentProblem[] {
  const at = `/tiers/${tier}/oneOf`;
  const { oneOf } = p.tiers[tier];
  if (!demandsOf[tier].some((set) => isSameSet(set, oneOf))) return [{ at, what: "demand-unknown" }];
  return oneOf === null || oneOf.some((factor) => worthOf(p, factor) > 0) ? [] : [{ at, what: "demand-worthless" }];
}

const isSameSet = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  one === null || other === null
    ? one === other
    : one.length === other.length && one.every((item) => other.includes(item));

/** A tier that nobody can reach is a door walled up by mistake. */
function unreachable(p: Policy, tier: Tier): DocumentProblem[] {
  const rule = p.tiers[tier];
  const most = mostOf(p);
  const classes = Object.values(most).filter((points) => points > 0).length;
  const sum = Object.values(most).reduce((a, b) => a + b, 0) + p.points.proofOfPurchase;
  const problems: DocumentProblem[] = [];
  if (rule.classes > classes)
    problems.push({ at: `/tiers/${tier}/classes`, what: "classes-not-reachable", bound: classes });
  if (rule.points > sum) problems.push({ at: `/tiers/${tier}/points`, what: "points-not-reachable", bound: sum });
  if (rule.dynamic && most.possession === 0 && most.vouch === 0)
    problems.push({ at: `/tiers/${tier}/dynamic`, what: "dynamic-not-reachable" });
  return problems;
}

/** The most that each class can come to: three devices at the most, every question right. */
function mostOf({ points, caps }: Policy): Record<FactorClass, number> {
  return {
    device: Math.min(caps.device, Math.max(points.serialWhole, points.photo) + 2 * points.furtherDevice),
    knowledge: Math.min(caps.knowledge, points.threeAnswers),
    possession: Math.min(caps.possession, points.savedCode + points.contactCode),
    vouch: Math.min(caps.vouch, points.vouch),
  };
}

function worthOf({ points, caps }: Policy, factor: string): number {
  const worth: Record<string, number> = {
    answers: Math.min(caps.knowledge, points.threeAnswers),
    "contact-code": Math.min(caps.possession, points.contactCode),
    "saved-code": Math.min(caps.possession, points.savedCode),
    vouch: Math.min(caps.vouch, points.vouch),
  };
  return worth[factor] ?? 0;
}
