import { describe, expect, it } from "vitest";
import type { Tier } from "./loss";
import { standard } from "./policies";
import { type HoldFacts, judge, type Policy } from "./policy";
import { longAgo, monday } from "./testing";
import type { Evidence } from "./ticket";
import { days, hours } from "./time";

const quiet: HoldFacts = {
  noOldContact: false,
  secondFactorOn: false,
  accountCreatedAt: longAgo,
  lastSignIn: null,
  noticeFailed: false,
  raised: [],
};
const proof = (given: Partial<Evidence> & Pick<Evidence, "factor">): Evidence => ({
  id: "e",
  at: monday,
  channel: "desk",
  device: null,
  whole: false,
  right: null,
  contact: null,
  voidedAt: null,
  ...given,
});
const label = (device: string) => proof({ factor: "serial", device, whole: true });
const _short = (device: string) => proof({ factor: "serial", device });
const _photo = (device: string) => proof({ factor: "photo", device });
const answers = (right: number) => proof({ factor: "answers", right });
const _code = (contact = "c1") => proof({ factor: "contact-code", contact });

const judged = (policy: Policy, tier: Tier, ...evidence: Evidence[]) => judge(policy, tier, evidence, quiet, monday);
const _points = (policy: Policy, ...evidence: Evidence[]) => judged(policy, "T4", ...evidence).points;
/** The tiers that this evidence satisfies. */
const _reached = (policy: Policy, ...evidence: Evidence[]) =>
  (["T1", "T2", "T3", "T4"] as const).filter((tier) => judged(policy, tier, ...evidence).satisfied);

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
