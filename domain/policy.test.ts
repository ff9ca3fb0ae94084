import { describe, expect, it } from "vitest";
import type { Tier } from "./loss";
import { standard, strict } from "./policies";
import { judge, type Policy } from "./policy";
import { monday } from "./testing";
import { answers, code, label, photo, proof, quiet, short } from "./testing-evidence";
import type { Evidence } from "./ticket";
import { days, hours } from "./time";

const judged = (policy: Policy, tier: Tier, ...evidence: Evidence[]) => judge(policy, tier, evidence, quiet, monday);
const points = (policy: Policy, ...evidence: Evidence[]) => judged(policy, "T4", ...evidence).points;
/** The tiers that this evidence satisfies. */
const reached = (policy: Policy, ...evidence: Evidence[]) =>
  (["T1", "T2", "T3", "T4"] as const).filter((tier) => judged(policy, tier, ...evidence).satisfied);

describe("Points under standard and strict:", () => {
  it.each([
    ["the whole recorded label", [label("d1")], 25, 10],
    ["the 9-character part", [short("d1")], 20, 5],
    ["two devices", [label("d1"), label("d2")], 35, 15],
    ["two devices by their short part", [short("d1"), short("d2")], 30, 10],
    ["a photo of a label", [photo("d1")], 20, 15],
    ["two answers", [answers(2)], 25, 10],
    ["three answers", [answers(3)], 35, 15],
    ["a code to a registered contact", [code()], 40, 40],
  ])("%s", (_what, evidence, inStandard, inStrict) => {
    expect([points(standard, ...evidence), points(strict, ...evidence)]).toEqual([inStandard, inStrict]);
  });

  it("one device counts once, in its best form", () => {
    expect(points(standard, short("d1"), label("d1"), photo("d1"))).toBe(25);
    expect(points(strict, short("d1"), label("d1"), photo("d1"))).toBe(15);
  });

  it("the device class is capped at 45 and 35", () => {
    const many = ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8"].map(label);
    expect([points(standard, ...many), points(strict, ...many)]).toEqual([45, 35]);
  });

  it("answers given twice are not added up", () => {
    expect(points(standard, answers(2), answers(3))).toBe(35);
  });

  it("codes to two contacts are one proof of possession", () => {
    expect(points(standard, code("c1"), code("c2"))).toBe(40);
  });

  it("evidence of a device that nobody named is worth nothing", () => {
    expect(points(standard, proof({ factor: "serial", whole: true }))).toBe(0);
  });
});

describe("Who gets how far under standard:", () => {
  it("a burglar with the box, its label and a photo of it gets T1 at most", () => {
    expect(reached(standard, label("d1"), photo("d1"))).toEqual(["T1"]);
  });

  it("a burglar with every box in the house gets T1 at most", () => {
    expect(reached(standard, label("d1"), label("d2"), label("d3"), photo("d1"), photo("d4"))).toEqual(["T1"]);
  });

  it("someone with personal data alone gets nowhere", () => {
    expect(reached(standard)).toEqual([]);
  });

  it("the honest holder with one whole label and two answers gets T4 with 7 days", () => {
    expect(judged(standard, "T4", label("d1"), answers(2))).toMatchObject({
      satisfied: true,
      points: 50,
      approvals: 2,
      holdMs: days(7),
    });
  });

  it("with two labels and two answers T4 takes 72 hours", () => {
    expect(judged(standard, "T4", label("d1"), label("d2"), answers(2))).toMatchObject({
      satisfied: true,
      points: 60,
      approvals: 2,
      holdMs: hours(72),
    });
  });

  it("a code and a serial satisfy T2 and T3 with 24 hours and one approval", () => {
    for (const tier of ["T2", "T3"] as const)
      expect(judged(standard, tier, code(), short("d1"))).toMatchObject({
        satisfied: true,
        approvals: 1,
        holdMs: hours(24),
      });
  });

  it("T1 takes one approval and no hold", () => {
    expect(judged(standard, "T1", short("d1"))).toMatchObject({ satisfied: true, approvals: 1, holdMs: 0 });
  });
});

describe("What is still needed is said in words:", () => {
  it("T3 takes a code to the surviving contact, whatever the points", () => {
    const { satisfied, points, needs } = judged(standard, "T3", label("d1"), label("d2"), answers(3));
    expect({ satisfied, points, needs }).toEqual({
      satisfied: false,
      points: 70,
      needs: ["code-to-surviving-contact"],
    });
  });

  it("T4 takes knowledge, a vouch or a saved code: a contact code is none of them", () => {
    expect(judged(standard, "T4", code(), label("d1")).needs).toEqual(["knowledge-or-vouch"]);
  });

  it("from T2 up a second kind of proof is needed beside the device", () => {
    expect(judged(standard, "T2", label("d1"), label("d2"), label("d3")).needs).toEqual([
      "second-kind-of-proof",
      "more-evidence",
    ]);
  });

  it("a second class is needed beside knowledge too", () => {
    expect(judged(standard, "T2", answers(3)).needs).toEqual(["second-kind-of-proof", "more-evidence"]);
  });

  it("without any evidence more is needed", () => {
    expect(judged(standard, "T1").needs).toEqual(["more-evidence"]);
    expect(judged(standard, "T2").needs).toEqual(["second-kind-of-proof", "more-evidence"]);
  });
});

describe("Under strict", () => {
  it("a burglar with one box, its label and a photo gets nowhere", () => {
    expect(reached(strict, label("d1"), photo("d1"))).toEqual([]);
  });

  it("a burglar with every box and a photo gets T1 at most", () => {
    expect(reached(strict, ...["d1", "d2", "d3", "d4", "d5"].map(label), photo("d1"))).toEqual(["T1"]);
  });

  it("T2 takes a factor that changes with every use", () => {
    const still = judged(strict, "T2", ...["d1", "d2", "d3", "d4", "d5", "d6"].map(label), answers(3));
    expect(still.needs).toContain("dynamic-proof");
    expect(judged(strict, "T2", code(), label("d1"), answers(2))).toMatchObject({ satisfied: true, points: 60 });
  });

  it("T3 takes 70 points with a code to the surviving contact", () => {
    expect(judged(strict, "T3", code(), answers(2), label("d1")).needs).toEqual(["more-evidence"]);
    const evidence = [code(), answers(3), label("d1"), label("d2")];
    expect(judged(strict, "T3", ...evidence)).toMatchObject({ satisfied: true, points: 70, holdMs: hours(24) });
  });

  it("T4 takes a saved code or a vouch, three classes and 7 days", () => {
    const all = judged(strict, "T4", code(), answers(3), label("d1"), label("d2"), label("d3"));
    expect(all).toMatchObject({ satisfied: false, needs: ["saved-code-or-vouch"], holdMs: days(7), approvals: 2 });
    expect(judged(strict, "T4", code(), answers(3)).needs).toContain("second-kind-of-proof");
  });
});
