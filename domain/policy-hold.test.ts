import { describe, expect, it } from "vitest";
import type { Tier } from "./loss";
import { standard } from "./policies";
import { type HoldFacts, judge, type Policy } from "./policy";
import { monday } from "./testing";
import { answers, label, quiet } from "./testing-evidence";
import type { Evidence } from "./ticket";
import { days, hours } from "./time";

const _judged = (policy: Policy, tier: Tier, ...evidence: Evidence[]) => judge(policy, tier, evidence, quiet, monday);

describe("The hold of a T4 is 7 days, whatever the points,", () => {
  const strong = [label("d1"), label("d2"), answers(3)];
  const held = (facts: Partial<HoldFacts>, tier: Tier = "T4") =>
    judge(standard, tier, strong, { ...quiet, ...facts }, monday);

  it("not without a cause", () => {
    expect(held({})).toMatchObject({ holdMs: hours(72), longer: [] });
  });

  it.each([
    ["no-old-contact", { noOldContact: true }],
    ["second-factor-on", { secondFactorOn: true }],
    ["young-account", { accountCreatedAt: monday - days(90) + 1 }],
    ["recent-sign-in", { lastSignIn: monday - days(14) + 1 }],
    ["notice-failed", { noticeFailed: true }],
  ] as const)("for the cause %s", (cause, facts) => {
    expect(held(facts)).toMatchObject({ holdMs: days(7), longer: [cause] });
  });

  it("and all causes are said", () => {
    expect(held({ secondFactorOn: true, noticeFailed: true }).longer).toEqual(["second-factor-on", "notice-failed"]);
  });

  it("not for an account of 90 days, nor a sign-in 14 days ago", () => {
    expect(held({ accountCreatedAt: monday - days(90), lastSignIn: monday - days(14) }).longer).toEqual([]);
  });

  it("and lower tiers keep their own hold", () => {
    expect(held({ secondFactorOn: true, noticeFailed: true }, "T2")).toMatchObject({ holdMs: hours(24), longer: [] });
  });
});
