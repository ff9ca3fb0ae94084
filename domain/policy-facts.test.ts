import { describe, expect, it } from "vitest";
import { standard, strict } from "./policies";
import type { Policy } from "./policy";
import { type PolicyChange, policyChanges, policyFacts } from "./policy-facts";
import { changed } from "./testing-policy";
import { days, hours } from "./time";

const told = (after: Policy, before: Policy = standard): PolicyChange[] => policyChanges(before, after);
const one = (after: Policy, before: Policy = standard): PolicyChange => {
  const changes = told(after, before);
  expect(changes).toHaveLength(1);
  return changes[0] as PolicyChange;
};
const weaker = (after: Policy, before: Policy = standard): boolean => one(after, before).weaker;
const holds = (...rows: [fromPoints: number, ms: number][]) =>
  changed({ tiers: { T4: { hold: rows.map(([fromPoints, ms]) => ({ fromPoints, ms })) } } });

describe("What changes from one policy to another", () => {
  it("is nothing where only the version differs", () => {
    expect(told({ ...standard, version: 9 })).toEqual([]);
  });

  it("is told with what was and what is", () => {
    expect(one(changed({ points: { serialWhole: 20 } }))).toEqual({
      before: { of: "points", name: "serialWhole", value: 25 },
      after: { of: "points", name: "serialWhole", value: 20 },
      weaker: false,
    });
  });

  it("is every fact of the one that the other does not have", () => {
    const keys = policyFacts(standard).map(({ value: _, ...rest }) => JSON.stringify(rest));
    expect(new Set(keys).size).toBe(keys.length);
    expect(told(strict).map((c) => (c.after ?? c.before)?.of)).toContain("name");
    expect(told(standard, strict).filter((c) => c.weaker).length).toBeGreaterThan(8);
  });
});

describe("A policy becomes weaker", () => {
  it.each([
    ["where a proof is worth more", changed({ points: { vouch: 20 } }), standard],
    ["where a cap is higher", changed({ caps: { device: 40 } }), standard],
    [
      "where proof counts for longer",
      { ...standard, freshness: { evidenceMs: hours(48), codeMs: hours(24) } },
      standard,
    ],
    [
      "where more tickets are let pass",
      { ...standard, raise: { ...raised(), any: { count: 2, withinMs: days(30) } } },
      standard,
    ],
  ])("%s", (_what, low, high) => {
    expect(weaker(high, low)).toBe(true);
    expect(weaker(low, high)).toBe(false);
  });

  it.each([
    ["where a tier asks for fewer points", changed({ tiers: { T2: { points: 55 } } })],
    ["where a tier asks for fewer kinds", changed({ tiers: { T4: { classes: 3 } } })],
    ["where fewer approve", changed({ tiers: { T3: { approvals: 2 } } })],
    ["where nothing new is asked for", changed({ tiers: { T4: { dynamic: true } } })],
    ["where nothing is demanded", changed({ tiers: { T1: { oneOf: ["saved-code", "vouch"] } } })],
    ["where more is enough for a demand", changed({ tiers: { T4: { oneOf: ["saved-code", "vouch"] } } })],
    ["where contacts count sooner", changed({ contactCodeAgeMs: days(60) })],
    ["where passwords may be shorter", changed({ passwordMinLength: 14 })],
    ["where passwords need not mix", changed({ passwords: { composition: true, reminderDays: null } })],
    ["where a tier is raised for less long", { ...standard, raise: { ...raised(), recoveredWithinMs: days(120) } }],
  ])("%s", (_what, strong) => {
    expect(weaker(standard, strong)).toBe(true);
    expect(weaker(strong, standard)).toBe(false);
  });

  it("where no reason raises a tier any more", () => {
    const { raise: _, ...without } = standard;
    expect(told(without).every((c) => c.weaker && c.after === null)).toBe(true);
    expect(told(standard, without).some((c) => c.weaker)).toBe(false);
  });

  it("never by how often a holder is reminded of a new password", () => {
    const reminding = (reminderDays: number | null) => changed({ passwords: { composition: false, reminderDays } });
    for (const other of [reminding(365), reminding(90), standard])
      expect([weaker(other, reminding(180)), weaker(reminding(180), other)]).toEqual([false, false]);
  });

  it("never by its name", () => {
    expect(weaker({ ...standard, id: "night-desk" })).toBe(false);
  });

  it("where some points wait less, however the rows are cut", () => {
    const week = days(7);
    const three = days(3);
    expect(told(holds([60, three], [0, days(10)])).map((c) => c.weaker)).toEqual([false]);
    expect(told(holds([60, three], [0, days(5)])).map((c) => c.weaker)).toEqual([true]);
    // From 50 points on three days are enough: those with 50 to 59 wait less.
    const lower = told(holds([50, three], [0, week]));
    expect(lower.filter((c) => c.after).map((c) => [c.after, c.weaker])).toEqual([
      [{ of: "hold", tier: "T4", from: 50, below: null, value: three }, true],
      [{ of: "hold", tier: "T4", from: 0, below: 50, value: week }, false],
    ]);
    expect(told(holds([70, three], [0, week])).some((c) => c.weaker)).toBe(false);
    expect(told(holds([0, week])).some((c) => c.weaker)).toBe(false);
    expect(told(holds([0, three])).some((c) => c.weaker)).toBe(true);
  });
});

function raised(): NonNullable<Policy["raise"]> {
  if (!standard.raise) throw new Error("The shipped policy raises tiers.");
  return standard.raise;
}
