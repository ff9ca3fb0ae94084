import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tiers } from "./loss";
import { policies, type Shipped } from "./policies";
import { judge } from "./policy";
import { monday } from "./testing";
import { answers, label, photo, proof, quiet } from "./testing-evidence";
import { type Given, isOpen, leastSets } from "./testing-table";
import type { Evidence } from "./ticket";

/** Everything that can be given, each with what it adds to what the table reads. */
const everything: readonly Evidence[] = [
  ...["A", "B", "C"].flatMap((device) => [
    proof({ factor: "serial", device }),
    proof({ factor: "serial", device, whole: true }),
    proof({ factor: "photo", device }),
  ]),
  proof({ factor: "answers", right: 2 }),
  proof({ factor: "answers", right: 3 }),
  proof({ factor: "contact-code", contact: "c1" }),
  proof({ factor: "saved-code" }),
  proof({ factor: "vouch" }),
  proof({ factor: "purchase" }),
];
const named = { "contact-code": "code", "saved-code": "saved", vouch: "vouch", purchase: "purchase" } as const;

function givenBy(evidence: readonly Evidence[]): Given {
  const devices: Given["devices"] = {};
  for (const { device, whole, factor } of evidence) {
    if (device === null) continue;
    const before = devices[device] ?? { whole: false, photo: false };
    devices[device] = { whole: before.whole || whole, photo: before.photo || factor === "photo" };
  }
  const right = Math.max(0, ...evidence.map((v) => v.right ?? 0)) as Given["right"];
  const has = evidence.flatMap((v) => (v.factor in named ? [named[v.factor as keyof typeof named]] : []));
  return { devices, right, has: new Set(has) };
}

const shipped = Object.keys(policies) as Shipped[];
const opened = (policy: Shipped, evidence: Evidence[]) =>
  tiers.filter((tier) => judge(policies[policy], tier, evidence, quiet, monday).satisfied);

describe("Against the table written by hand", () => {
  it.each(shipped)("every subset of all there is to give opens exactly what the table opens, under %s", (policy) => {
    const wrong: string[] = [];
    for (let bits = 0; bits < 2 ** everything.length; bits += 1) {
      const evidence = everything.filter((_, i) => bits & (1 << i));
      const given = givenBy(evidence);
      const allowed = tiers.filter((tier) => isOpen(policy, tier, given));
      if (`${opened(policy, evidence)}` !== `${allowed}`) wrong.push(`${bits}: ${allowed} by the table`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(shipped)("no order and no repetition opens more, under %s", (policy) => {
    const some = fc.array(fc.constantFrom(...everything), { maxLength: 24 });
    fc.assert(
      fc.property(some, (evidence) => {
        expect(opened(policy, evidence)).toEqual(
          opened(
            policy,
            everything.filter((v) => evidence.includes(v)),
          ),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("each line of the table is least: without any one of its proofs it opens nothing by itself", () => {
    const parts = (line: string): Given => {
      const tokens = line.split(" ");
      const [, count = "0", how = ""] = tokens.map((t) => /^([123])([wp]?)$/.exec(t)).find((m) => m !== null) ?? [];
      const devices = Object.fromEntries(
        ["A", "B", "C"]
          .slice(0, Number(count))
          .map((d, i) => [d, { whole: i === 0 && how === "w", photo: i === 0 && how === "p" }]),
      );
      const right = tokens.includes("ans3") ? 3 : tokens.includes("ans2") ? 2 : 0;
      const has = (["code", "saved", "vouch", "purchase"] as const).filter((one) => tokens.includes(one));
      return { devices, right, has: new Set(has) };
    };
    for (const policy of shipped)
      for (const tier of tiers)
        for (const line of leastSets[policy][tier]) {
          const tokens = line.split(" ");
          expect(isOpen(policy, tier, parts(line)), `${policy} ${tier}: ${line}`).toBe(true);
          for (const left of tokens) {
            const rest = tokens.filter((t) => t !== left).join(" ");
            expect(
              rest === "" || !isOpen(policy, tier, parts(rest)),
              `${policy} ${tier}: ${line} without ${left}`,
            ).toBe(true);
          }
        }
  });
});

describe("Who ends where:", () => {
  const receipt = proof({ factor: "purchase" });
  const code = proof({ factor: "contact-code", contact: "c1" });
  const vouch = proof({ factor: "vouch" });

  it.each(shipped)(
    "a burglar with every box, label, photo and receipt in the house gets T1 at most, under %s",
    (policy) => {
      const loot = ["A", "B", "C", "D", "E"].flatMap((d) => [label(d), photo(d)]);
      expect(opened(policy, [...loot, receipt])).toEqual(["T1"]);
      expect(opened(policy, [label("A"), photo("A"), receipt])).toEqual(["T1"]);
    },
  );

  it.each(shipped)("a caller with bought personal data and nothing else gets T1 at most, under %s", (policy) => {
    for (const right of [2, 3]) expect(["", "T1"]).toContain(`${opened(policy, [answers(right)])}`);
  });

  it.each(shipped)(
    "who swapped the SIM or owns the old mailbox gets T3 only with its code, and T4 never without knowledge or a vouch, under %s",
    (policy) => {
      const serials = ["A", "B", "C", "D", "E", "F"].map(label);
      expect(opened(policy, serials)).not.toContain("T3");
      expect(opened(policy, [code, ...serials])).toContain("T3");
      expect(opened(policy, [code, ...serials, ...["A", "B"].map(photo), receipt])).not.toContain("T4");
      expect(opened(policy, [code, ...serials, vouch])).toContain("T4");
    },
  );

  it.each(shipped)("what a bribed agent asserts without the system is no evidence at all, under %s", (policy) => {
    expect(opened(policy, [])).toEqual([]);
  });
});
