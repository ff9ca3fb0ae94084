import type { PolicyRef } from "./event";
import type { Policy, RaiseRules } from "./policy";
import { days, hours } from "./time";
import { digestOf } from "./trail/entry";

const noHold = [{ fromPoints: 0, ms: 0 }];
const dayHold = [{ fromPoints: 0, ms: hours(24) }];
const weekMs = days(7);

/** As shipped first; tickets that began with it keep it, so not a character of it may change. */
const standard1: Policy = {
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

const strict1: Policy = {
  ...standard1,
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

const freshness = { evidenceMs: hours(72), codeMs: hours(24) };
const raise: RaiseRules = {
  recoveredWithinMs: days(90),
  decided: { count: 2, withinMs: days(30) },
  any: { count: 3, withinMs: days(30) },
  contactChangedWithinMs: days(30),
  contactElsewhereWithinMs: days(180),
};

export const standard: Policy = { ...standard1, version: 2, freshness, raise };
export const strict: Policy = { ...strict1, version: 2, freshness, raise };

/** The two that ship, each in its latest version. */
export const policies = { standard, strict } as const;
export type Shipped = keyof typeof policies;

/** A policy document named by id, version and the digest of its JCS bytes, as tickets and entries record it. */
export const refOf = (policy: Policy): PolicyRef => ({
  id: policy.id,
  version: policy.version,
  digest: digestOf(policy),
});

const shipped = new Map([standard1, strict1, standard, strict].map((policy) => [refOf(policy).digest, policy]));
const latest: Record<Shipped, PolicyRef> = { standard: refOf(standard), strict: refOf(strict) };

/** The name of a shipped policy, in its latest version. */
export const policyRef = (id: Shipped): PolicyRef => latest[id];

/** The latest version of the shipped policy that a desk has in force in an earlier one, or null. */
export function newerShipped(ref: PolicyRef): Shipped | null {
  const id = (Object.keys(policies) as Shipped[]).find((name) => name === ref.id);
  return id && shipped.has(ref.digest) && latest[id].digest !== ref.digest ? id : null;
}

/** A shipped document by its digest, or null. */
export const shippedPolicy = (digest: string): Policy | null => shipped.get(digest) ?? null;

/** Documents that this desk adopted, by digest; absent where it never adopted any but shipped ones. */
export type Adopted = Record<string, Policy> | undefined;

/** The document that a name stands for; throws for one that neither ships nor was adopted. */
export function documentOf(ref: PolicyRef, adopted: Adopted): Policy {
  const found = adopted?.[ref.digest] ?? shippedPolicy(ref.digest);
  if (!found) throw new Error(`There is no policy document ${ref.id} ${ref.version} with this digest.`);
  return found;
}
