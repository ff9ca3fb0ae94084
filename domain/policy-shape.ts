import type { Tier } from "./loss";
import type { FactorClass, Policy, RaiseRules, TierRule } from "./policy";
import type { Shape } from "./shape";
import { days, hours } from "./time";

/**
 * The product's floor under every policy: what no document may go below, whoever confirms it. Time is in milliseconds
 * and whole hours. The ceilings of points and caps keep one kind of proof from standing for two.
 */
const floors: Record<Tier, { points: number; classes: number; approvals: number; holdMs: number }> = {
  T1: { points: 20, classes: 1, approvals: 1, holdMs: 0 },
  T2: { points: 50, classes: 2, approvals: 1, holdMs: hours(24) },
  T3: { points: 60, classes: 2, approvals: 1, holdMs: hours(24) },
  T4: { points: 50, classes: 2, approvals: 2, holdMs: hours(72) },
};
/** As few supervisors may approve a ticket of this tier under any policy. */
export const leastApprovals = (tier: Tier): number => floors[tier].approvals;
/** No class may count for more than this, so that no class but a code reaches T2 in points by itself. */
const mostOfClass: Record<FactorClass, number> = { device: 45, knowledge: 35, possession: 50, vouch: 25 };
const mostOfPurchase = 15;
const mostPoints = 135;
const mostApprovals = 3;
const mostRows = 5;
const longestHoldMs = days(30);
const contactAgeMs = { least: days(7), most: days(365) };
const passwordLength = { least: 8, most: 64 };
const reminderDays = { least: 30, most: 3650 };
/** Evidence never counts for longer than this, nor what rests on a code. */
const mostFreshMs = { evidence: hours(72), code: hours(24) };
/** What is raised by one tier always is: the reaches may be longer and the counts smaller, never the other way. */
const raising = { recoveredMs: days(90), decided: 2, any: 3, lookBackMs: days(30), elsewhereMs: days(180) };
/** The desk looks back at other tickets no further than this. */
const mostLookBackMs = days(180);
const mostAccountMs = days(365);

/** What may be demanded of a tier by name: the sets that an agent can be told of in words. */
export const demands = [
  ["contact-code", "saved-code"],
  ["answers", "vouch", "saved-code"],
  ["saved-code", "vouch"],
] as const;
/** Of T3 and T4 one of these is demanded, always: a reset of a contact takes more than points. */
export const demandsOf: Record<Tier, readonly (readonly string[] | null)[]> = {
  T1: [null, ...demands],
  T2: [null, ...demands],
  T3: [demands[0]],
  T4: [demands[1], demands[2]],
};

const whole = (least: number, most: number): Shape => ({ is: "whole", least, most });
const time = (least: number, most: number): Shape => ({ is: "whole", least, most, step: hours(1) });
const ofClass = (name: FactorClass): Shape => whole(0, mostOfClass[name]);

/** The shape of a policy document, with the product's floors as its bounds. */
export const policyShape: Shape = {
  is: "object",
  fields: {
    id: { is: "name", most: 40 },
    version: whole(1, 1_000_000),
    points: {
      is: "object",
      fields: {
        serialWhole: ofClass("device"),
        serialShort: ofClass("device"),
        furtherDevice: ofClass("device"),
        photo: ofClass("device"),
        twoAnswers: ofClass("knowledge"),
        threeAnswers: ofClass("knowledge"),
        savedCode: ofClass("possession"),
        contactCode: ofClass("possession"),
        vouch: ofClass("vouch"),
        proofOfPurchase: whole(0, mostOfPurchase),
      } satisfies Record<keyof Policy["points"], Shape>,
    },
    caps: {
      is: "object",
      fields: {
        device: ofClass("device"),
        knowledge: ofClass("knowledge"),
        possession: ofClass("possession"),
        vouch: ofClass("vouch"),
      } satisfies Record<FactorClass, Shape>,
    },
    tiers: {
      is: "object",
      fields: { T1: tier("T1"), T2: tier("T2"), T3: tier("T3"), T4: tier("T4") } satisfies Record<Tier, Shape>,
    },
    contactCodeAgeMs: time(contactAgeMs.least, contactAgeMs.most),
    passwordMinLength: whole(passwordLength.least, passwordLength.most),
    freshness: {
      is: "object",
      fields: {
        evidenceMs: time(hours(1), mostFreshMs.evidence),
        codeMs: time(hours(1), mostFreshMs.code),
      } satisfies Record<keyof NonNullable<Policy["freshness"]>, Shape>,
    },
    raise: {
      is: "object",
      fields: {
        recoveredWithinMs: time(raising.recoveredMs, mostAccountMs),
        decided: within(raising.decided),
        any: within(raising.any),
        contactChangedWithinMs: time(raising.lookBackMs, mostAccountMs),
        contactElsewhereWithinMs: time(raising.elsewhereMs, mostLookBackMs),
      } satisfies Record<keyof RaiseRules, Shape>,
    },
  } satisfies Record<Exclude<keyof Policy, "passwords">, Shape>,
  optional: {
    passwords: {
      is: "object",
      fields: {
        composition: { is: "flag" },
        reminderDays: { is: "or-null", of: whole(reminderDays.least, reminderDays.most) },
      } satisfies Record<keyof NonNullable<Policy["passwords"]>, Shape>,
    },
  },
};

/** At most so many tickets, within at least so long. */
function within(count: number): Shape {
  return {
    is: "object",
    fields: {
      count: whole(1, count),
      withinMs: time(raising.lookBackMs, mostLookBackMs),
    } satisfies Record<keyof RaiseRules["any"], Shape>,
  };
}

function tier(name: Tier): Shape {
  const floor = floors[name];
  const row: Shape = {
    is: "object",
    fields: { fromPoints: whole(0, mostPoints), ms: time(floor.holdMs, longestHoldMs) } satisfies Record<
      keyof TierRule["hold"][number],
      Shape
    >,
  };
  return {
    is: "object",
    fields: {
      points: whole(floor.points, mostPoints),
      classes: whole(floor.classes, 4),
      approvals: whole(floor.approvals, mostApprovals),
      hold: { is: "list", of: row, least: 1, most: mostRows },
      oneOf: demandShape(name),
      dynamic: { is: "flag" },
    } satisfies Record<keyof TierRule, Shape>,
  };
}

function demandShape(name: Tier): Shape {
  const sets = demandsOf[name];
  const of = [...new Set(sets.flatMap((set) => set ?? []))].sort();
  const list: Shape = { is: "list", of: { is: "word", of }, least: 1, most: of.length, distinct: true };
  return sets.includes(null) ? { is: "or-null", of: list } : list;
}
