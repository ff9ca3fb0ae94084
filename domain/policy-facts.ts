import { type Tier, tiers } from "./loss";
import type { FactorClass, Policy, TierRule } from "./policy";
import type { Millis } from "./time";

/** One thing that a policy says, as it is shown and compared. */
export type PolicyFact =
  | { of: "name"; value: string }
  | { of: "points"; name: keyof Policy["points"]; value: number }
  | { of: "cap"; name: FactorClass; value: number }
  | { of: "tier"; tier: Tier; name: "points" | "classes" | "approvals"; value: number }
  | { of: "demand"; tier: Tier; value: TierRule["oneOf"] }
  | { of: "dynamic"; tier: Tier; value: boolean }
  /** For so many points and more, and fewer than `below`; null is no end. */
  | { of: "hold"; tier: Tier; from: number; below: number | null; value: Millis }
  | { of: "contact-age"; value: Millis }
  | { of: "password"; value: number }
  | { of: "composition"; value: boolean }
  | { of: "reminder"; value: number | null }
  | { of: "fresh"; name: "evidence" | "code"; value: Millis }
  /** Within so long, or from so many tickets on, a ticket is raised by one tier. */
  | { of: "raise-within"; name: RaiseName; value: Millis }
  | { of: "raise-count"; name: "decided" | "any"; value: number };
export type RaiseName = "recovered" | "decided" | "any" | "contact-changed" | "contact-elsewhere";
/** What differs between two policies; one side is null where only the other says anything of it. */
export interface PolicyChange {
  before: PolicyFact | null;
  after: PolicyFact | null;
  /** Something is let through that was not, or sooner, or by fewer people. */
  weaker: boolean;
}

const numbers = ["points", "classes", "approvals"] as const;

/** Everything a policy says, in the order in which it is read; its version aside. */
export function policyFacts(p: Policy): PolicyFact[] {
  return [
    { of: "name", value: p.id },
    ...tiers.flatMap((tier) => tierFacts(tier, p.tiers[tier])),
    ...entriesOf(p.points).map(([name, value]): PolicyFact => ({ of: "points", name, value })),
    ...entriesOf(p.caps).map(([name, value]): PolicyFact => ({ of: "cap", name, value })),
    { of: "contact-age", value: p.contactCodeAgeMs },
    { of: "password", value: p.passwordMinLength },
    ...passwordFacts(p),
    ...freshFacts(p),
    ...raiseFacts(p),
  ];
}

/** Where a document says nothing of them, they are off all the same. */
const passwordFacts = ({ passwords }: Policy): PolicyFact[] => [
  { of: "composition", value: passwords?.composition ?? false },
  { of: "reminder", value: passwords?.reminderDays ?? null },
];

function freshFacts({ freshness }: Policy): PolicyFact[] {
  if (!freshness) return [];
  return [
    { of: "fresh", name: "evidence", value: freshness.evidenceMs },
    { of: "fresh", name: "code", value: freshness.codeMs },
  ];
}

function raiseFacts({ raise }: Policy): PolicyFact[] {
  if (!raise) return [];
  const within = (name: RaiseName, value: Millis): PolicyFact => ({ of: "raise-within", name, value });
  return [
    within("recovered", raise.recoveredWithinMs),
    { of: "raise-count", name: "decided", value: raise.decided.count },
    within("decided", raise.decided.withinMs),
    { of: "raise-count", name: "any", value: raise.any.count },
    within("any", raise.any.withinMs),
    within("contact-changed", raise.contactChangedWithinMs),
    within("contact-elsewhere", raise.contactElsewhereWithinMs),
  ];
}

function tierFacts(tier: Tier, rule: TierRule): PolicyFact[] {
  return [
    ...numbers.map((name): PolicyFact => ({ of: "tier", tier, name, value: rule[name] })),
    { of: "demand", tier, value: rule.oneOf },
    { of: "dynamic", tier, value: rule.dynamic },
    ...rule.hold.map(
      ({ fromPoints, ms }, i): PolicyFact => ({
        of: "hold",
        tier,
        from: fromPoints,
        below: rule.hold[i - 1]?.fromPoints ?? null,
        value: ms,
      }),
    ),
  ];
}

/** Keys of an object whose type names them all. */
const entriesOf = <K extends string, V>(record: Record<K, V>): [K, V][] => Object.entries(record) as [K, V][];

/** What changes from one policy to another, in the order of the first, what only the second says where it belongs. */
export function policyChanges(before: Policy, after: Policy): PolicyChange[] {
  const [old, young] = [byKey(before), byKey(after)];
  const keys = [...new Set([...young.keys(), ...old.keys()])];
  const order = (key: string) => tiersFirst(young.get(key) ?? old.get(key) ?? null);
  return keys
    .map((key) => ({ key, before: old.get(key) ?? null, after: young.get(key) ?? null }))
    .filter((c) => JSON.stringify(c.before) !== JSON.stringify(c.after))
    .sort((one, other) => order(one.key) - order(other.key))
    .map(({ before: was, after: is }) => ({ before: was, after: is, weaker: isWeaker(was, is, before, after) }));
}

const byKey = (p: Policy): Map<string, PolicyFact> => new Map(policyFacts(p).map((fact) => [keyOf(fact), fact]));

const keyOf = ({ value: _, ...rest }: PolicyFact): string => JSON.stringify(rest);

/** A row of holds that is gone stands beside the one that takes its place. */
const tiersFirst = (fact: PolicyFact | null): number => {
  if (fact === null || fact.of === "name") return 0;
  if ("tier" in fact) return 1 + tiers.indexOf(fact.tier);
  return 10;
};

function isWeaker(was: PolicyFact | null, is: PolicyFact | null, before: Policy, after: Policy): boolean {
  // A reason to raise a tier that is not there any more; holds that are gone are told by those in their place.
  if (is === null) return was?.of === "raise-within" || was?.of === "raise-count";
  switch (is.of) {
    case "name":
    // A reminder keeps nobody out.
    case "reminder":
      return false;
    case "hold":
      return waitsLess(is, before.tiers[is.tier], after.tiers[is.tier]);
    case "demand":
      return was?.of === "demand" && asksLess(was.value, is.value);
    case "dynamic":
    case "composition":
      return was?.of === is.of && was.value && !is.value;
    // Evidence that counts for more, or longer, lets more through.
    case "points":
    case "cap":
    case "fresh":
    case "raise-count":
      return was?.of === is.of && is.value > was.value;
    default:
      return was?.of === is.of && is.value < was.value;
  }
}

const asksLess = (was: TierRule["oneOf"], is: TierRule["oneOf"]): boolean =>
  was !== null && (is === null || is.some((factor) => !was.includes(factor)));

/** Whether somewhere in a row's range the wait is shorter than it was. */
function waitsLess(row: Extract<PolicyFact, { of: "hold" }>, before: TierRule, after: TierRule): boolean {
  const inside = (points: number) => points >= row.from && (row.below === null || points < row.below);
  const edges = [row.from, ...before.hold.map((h) => h.fromPoints)].filter(inside);
  return edges.some((points) => holdAt(after, points) < holdAt(before, points));
}

const holdAt = (rule: TierRule, points: number): Millis => rule.hold.find((h) => points >= h.fromPoints)?.ms ?? 0;
