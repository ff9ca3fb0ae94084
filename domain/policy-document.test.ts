import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policies, standard, strict } from "./policies";
import type { Policy } from "./policy";
import { readPolicy, readPolicyText } from "./policy-document";
import { policyShape } from "./policy-shape";
import { changed, mutated } from "./testing-policy";
import { days, hours } from "./time";

/** What is wrong with a document, as "pointer what". */
const wrong = (value: unknown): string[] => readPolicy(value).problems.map(({ at, what }) => `${at} ${what}`);
/** `standard` with one value put in another's place. */
const put = (pointer: string, value: unknown): unknown => {
  const document = structuredClone(standard);
  const path = pointer.slice(1).split("/");
  const last = path.pop() ?? "";
  const holder = path.reduce<object>((one, name) => Reflect.get(one, name), document);
  Reflect.set(holder, last, value);
  return document;
};

describe("A policy document", () => {
  it.each(Object.values(policies))("that ships is one: $id", (policy) => {
    expect(readPolicy(structuredClone(policy))).toEqual({ policy, problems: [] });
    expect(readPolicyText(JSON.stringify(policy)).policy).toEqual(policy);
  });

  it("is JSON", () => {
    expect(readPolicyText("{").problems).toEqual([{ at: "", what: "not-json" }]);
    expect(wrong([])).toEqual([" not-an-object"]);
    expect(wrong(null)).toEqual([" not-an-object"]);
  });

  it.each([
    ["/id", "Night Desk", "not-a-name"],
    ["/id", "a".repeat(41), "not-a-name"],
    ["/version", 0, "too-small"],
    ["/version", 1.5, "not-whole"],
    ["/version", "2", "not-whole"],
    ["/points/serialWhole", 46, "too-large"],
    ["/points/serialWhole", -1, "too-small"],
    ["/points/threeAnswers", 36, "too-large"],
    ["/points/vouch", 26, "too-large"],
    ["/points/proofOfPurchase", 16, "too-large"],
    ["/points/rumour", 5, "unknown"],
    ["/caps/device", 46, "too-large"],
    ["/caps/knowledge", 36, "too-large"],
    ["/caps/possession", 51, "too-large"],
    ["/tiers/T5", {}, "unknown"],
    ["/tiers/T1", null, "not-an-object"],
    ["/tiers/T1/dynamic", "no", "not-a-flag"],
    ["/tiers/T1/oneOf", ["luck"], "too-few", "not-offered"],
    ["/tiers/T2/hold", {}, "not-a-list"],
    ["/tiers/T2/hold", [], "too-few"],
    ["/tiers/T4/hold", Array.from({ length: 6 }, (_, i) => ({ fromPoints: 10 * (5 - i), ms: days(7) })), "too-many"],
    ["/tiers/T4/oneOf", ["vouch", "vouch", "saved-code"], "twice"],
  ] as [string, unknown, ...string[]][])("is refused where %s is %j", (at, value, ...whats) => {
    const told = wrong(put(at, value));
    expect(whats).toContain(told[0]?.split(" ")[1]);
    expect(told.every((one) => one.startsWith(at))).toBe(true);
  });

  it("is refused with every field that it lacks", () => {
    const { contactCodeAgeMs: _, passwordMinLength: __, ...rest } = standard;
    expect(wrong(rest)).toEqual(["/contactCodeAgeMs missing", "/passwordMinLength missing"]);
  });

  it("may say more of passwords, and need not", () => {
    const passwords = { composition: true, reminderDays: 180 };
    expect(wrong({ ...standard, passwords })).toEqual([]);
    expect(wrong({ ...standard, passwords: { ...passwords, reminderDays: null } })).toEqual([]);
    expect(wrong({ ...standard, passwords: { composition: "yes", reminderDays: 29 } })).toEqual([
      "/passwords/composition not-a-flag",
      "/passwords/reminderDays too-small",
    ]);
    expect(wrong({ ...standard, passwords: {} })).toEqual([
      "/passwords/composition missing",
      "/passwords/reminderDays missing",
    ]);
  });

  it("writes a pointer so that no name can be taken for a path", () => {
    expect(wrong({ ...standard, "a/b~c": 1 })).toEqual(["/a~1b~0c unknown"]);
  });
});

describe("No document goes below the product's floor:", () => {
  it.each([
    ["an approval everywhere", "/tiers/T1/approvals", 1],
    ["an approval of T2", "/tiers/T2/approvals", 1],
    ["an approval of T3", "/tiers/T3/approvals", 1],
    ["two approvals of T4", "/tiers/T4/approvals", 2],
    ["two kinds of proof for T2", "/tiers/T2/classes", 2],
    ["two kinds of proof for T3", "/tiers/T3/classes", 2],
    ["two kinds of proof for T4", "/tiers/T4/classes", 2],
    ["20 points for T1", "/tiers/T1/points", 20],
    ["50 points for T2", "/tiers/T2/points", 50],
    ["60 points for T3", "/tiers/T3/points", 60],
    ["50 points for T4", "/tiers/T4/points", 50],
    ["passwords of 8 characters", "/passwordMinLength", 8],
  ])("%s", (_what, at, least) => {
    expect(wrong(put(at, least - 1))).toEqual([`${at} too-small`]);
    expect(wrong(put(at, least)).filter((one) => one.includes("too-small"))).toEqual([]);
  });

  it.each([
    ["24 hours of hold for T2", "/tiers/T2/hold", hours(24)],
    ["24 hours of hold for T3", "/tiers/T3/hold", hours(24)],
    ["72 hours of hold for T4", "/tiers/T4/hold", hours(72)],
  ])("%s", (_what, at, leastMs) => {
    expect(wrong(put(at, [{ fromPoints: 0, ms: leastMs - hours(1) }]))).toEqual([`${at}/0/ms too-small`]);
    expect(wrong(put(at, [{ fromPoints: 0, ms: leastMs }]))).toEqual([]);
  });

  it("seven days of age for a contact that a code goes to", () => {
    expect(wrong(put("/contactCodeAgeMs", days(6)))).toEqual(["/contactCodeAgeMs too-small"]);
    expect(wrong(put("/contactCodeAgeMs", days(7)))).toEqual([]);
    expect(wrong(put("/contactCodeAgeMs", days(7) + 1))).toEqual(["/contactCodeAgeMs not-in-steps"]);
  });

  it("something beside points for T3 and T4", () => {
    expect(wrong(put("/tiers/T3/oneOf", null))).toEqual(["/tiers/T3/oneOf not-a-list"]);
    expect(wrong(put("/tiers/T4/oneOf", null))).toEqual(["/tiers/T4/oneOf not-a-list"]);
    expect(wrong(put("/tiers/T4/oneOf", ["contact-code", "saved-code"]))).toContain("/tiers/T4/oneOf/0 not-offered");
    expect(wrong(put("/tiers/T3/oneOf", ["saved-code"]))).toEqual(["/tiers/T3/oneOf demand-unknown"]);
    expect(wrong(put("/tiers/T4/oneOf", ["vouch", "saved-code"]))).toEqual([]);
  });
});

describe("The numbers of a document stand to each other:", () => {
  const broken: [string, Policy, string[]][] = [
    [
      "a short serial over a whole one",
      changed({ points: { serialShort: 26 } }),
      ["/points/serialShort short-over-whole"],
    ],
    [
      "two answers over three",
      changed({ points: { twoAnswers: 35, threeAnswers: 30 } }),
      ["/points/twoAnswers two-over-three"],
    ],
    [
      "rows of holds that do not fall",
      changed({
        tiers: {
          T4: {
            hold: [
              { fromPoints: 0, ms: days(3) },
              { fromPoints: 0, ms: days(7) },
            ],
          },
        },
      }),
      ["/tiers/T4/hold/1/fromPoints rows-not-falling"],
    ],
    [
      "no row for few points",
      changed({ tiers: { T4: { hold: [{ fromPoints: 60, ms: days(3) }] } } }),
      ["/tiers/T4/hold/0/fromPoints no-last-row"],
    ],
    [
      "less proof that waits less",
      changed({
        tiers: {
          T4: {
            hold: [
              { fromPoints: 60, ms: days(7) },
              { fromPoints: 0, ms: days(3) },
            ],
          },
        },
      }),
      ["/tiers/T4/hold/1/ms more-proof-waits-longer"],
    ],
    [
      "a demand of what is worth nothing",
      changed({ points: { savedCode: 0, vouch: 0 } }, strict),
      ["/tiers/T4/oneOf demand-worthless"],
    ],
    [
      "a code that must be new each time and is worth nothing",
      changed({ caps: { possession: 0, vouch: 0 }, tiers: { T2: { dynamic: true, points: 50 } } }),
      ["/tiers/T2/dynamic dynamic-not-reachable", "/tiers/T3/oneOf demand-worthless"],
    ],
    [
      "more points than there are",
      changed({
        points: { proofOfPurchase: 0 },
        caps: { device: 20, knowledge: 20, possession: 40, vouch: 10 },
        tiers: { T3: { points: 91 } },
      }),
      ["/tiers/T3/points points-not-reachable"],
    ],
    [
      "more kinds of proof than are worth anything",
      changed({ caps: { vouch: 0 }, tiers: { T4: { classes: 4 } } }),
      ["/tiers/T4/classes classes-not-reachable"],
    ],
  ];

  it.each(broken)("%s is refused", (_what, document, told) => expect(wrong(document)).toEqual(told));

  it("the last point that can be reached may be asked for", () => {
    const caps = { device: 20, knowledge: 20, possession: 40, vouch: 10 };
    const asking = (points: number) => changed({ points: { proofOfPurchase: 0 }, caps, tiers: { T3: { points } } });
    expect(wrong(asking(90))).toEqual([]);
  });

  it("whatever is taken keeps every floor, however it was made", () => {
    const taken = (p: Policy) => {
      for (const tier of ["T2", "T3", "T4"] as const) {
        const rule = p.tiers[tier];
        expect(rule.classes).toBeGreaterThanOrEqual(2);
        expect(rule.approvals).toBeGreaterThanOrEqual(tier === "T4" ? 2 : 1);
        expect(Math.min(...rule.hold.map((row) => row.ms))).toBeGreaterThanOrEqual(hours(tier === "T4" ? 72 : 24));
        expect(rule.hold.at(-1)?.fromPoints).toBe(0);
      }
      expect(p.tiers.T4.oneOf).not.toContain("contact-code");
    };
    const seen = { taken: 0, refused: 0 };
    const odd = fc.integer({ min: -1, max: 60 });
    const documents = fc.oneof(mutated(standard, policyShape, odd), mutated(strict, policyShape, odd));
    fc.assert(
      fc.property(documents, (value) => {
        const { policy, problems } = readPolicy(value);
        expect(policy === null).toBe(problems.length > 0);
        seen[policy ? "taken" : "refused"] += 1;
        if (policy) taken(policy);
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(10);
  });
});
