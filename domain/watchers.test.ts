import { describe, expect, test } from "vitest";
import type { SignedApproval } from "./approval-pace";
import { agents, type Planted, simulated, supervisors } from "./testing-approvals";
import { days, minutes, seconds } from "./time";
import { falseAlarms, type Pair, watchPairs } from "./watchers";

const seeds = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
const plantedIn = (seed: number): Planted => ({
  agent: agents[seed % agents.length] ?? "",
  supervisor: supervisors[seed % supervisors.length] ?? "",
});
const isPair = (p: Pair | undefined, { agent, supervisor }: Planted): boolean =>
  p?.agent === agent && p.supervisor === supervisor;

describe("300 tickets of six agents and five supervisors", () => {
  test("show the planted pair first, whichever it is, in at least 98 of 100 months", () => {
    const found = seeds(100).filter((seed) => {
      const planted = plantedIn(seed);
      return isPair(watchPairs(simulated(seed, { planted }))[0], planted);
    });
    expect(found.length).toBeGreaterThanOrEqual(98);
  });

  test("make the planted pair stand out, with reasons, in at least 3 of 4 months", () => {
    const found = seeds(100).filter((seed) => {
      const planted = plantedIn(seed);
      const pair = watchPairs(simulated(seed, { planted })).find((p) => isPair(p, planted));
      return pair?.standsOut && pair.reasons.length > 0;
    });
    expect(found.length).toBeGreaterThanOrEqual(75);
  });

  test("call nobody odd without a planted pair, in all but the stated share of 300 months", () => {
    const alarmed = seeds(300).filter((seed) => watchPairs(simulated(seed)).some((p) => p.standsOut));
    expect(alarmed.length / 300).toBeLessThanOrEqual(falseAlarms);
  });

  test("give the same report in whatever order the approvals are read", () => {
    const told = simulated(7, { planted: plantedIn(7) });
    expect(watchPairs([...told].reverse())).toEqual(watchPairs(told));
  });
});

const monday = Date.parse("2026-03-02T09:00:00.000Z");
let n = 0;
/** Somewhere between a half and one and a half, in no order. */
const scattered = (): number => 0.5 + ((n * 7919) % 101) / 101;
const signed = (agent: string, supervisor: string, more: Partial<SignedApproval> & { took?: number } = {}) => {
  n += 1;
  const { took = minutes(4) * scattered(), at = monday + n * minutes(7) } = more;
  return { ticket: `t${n}`, tier: "T3" as const, agent, supervisor, at, openedAt: at - took, ...more };
};
const times = <T>(count: number, one: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => one(i));
const pairOf = (told: SignedApproval[], agent: string, supervisor: string) =>
  watchPairs(told).find((p) => p.agent === agent && p.supervisor === supervisor);

describe("A pair", () => {
  test("of none there is none", () => expect(watchPairs([])).toEqual([]));

  test("who are alone in their shift are not odd for meeting, however often", () => {
    const night = times(30, (i) => signed("ada", "sam", { at: monday + days(i) }));
    const day = times(30, (i) => signed("bob", "max", { at: monday + days(i) + minutes(600) }));
    const pair = pairOf([...night, ...day], "ada", "sam");
    expect(pair).toMatchObject({ approvals: 30, expected: 30, standsOut: false });
    expect(pair?.chance.many).toBeCloseTo(1, 10);
  });

  test("who meet far more often than others of the same shift stand out, and it is said why", () => {
    const each = (i: number) => ({ at: monday + Math.floor(i / 8) * days(1) + (i % 8) * minutes(9) });
    const told = times(160, (i) =>
      i % 4 === 0 ? signed("ada", "sam", each(i)) : signed(i % 2 ? "bob" : "cai", i % 3 ? "max" : "lou", each(i)),
    );
    const pair = pairOf(told, "ada", "sam");
    expect(pair).toMatchObject({ approvals: 40, signed: 40, tickets: 40, standsOut: true });
    expect(pair?.reasons).toEqual([
      { why: "more-than-chance", approvals: 40, expected: 10 },
      { why: "share-of-agent", signed: 40, tickets: 40 },
    ]);
  });

  test("whose packets are signed in seconds, unlike everyone else's, stands out at an even number of meetings", () => {
    const all = ["ada", "bob", "cai"].flatMap((agent) =>
      ["sam", "max", "lou"].flatMap((supervisor) =>
        times(12, () =>
          signed(agent, supervisor, agent === "ada" && supervisor === "sam" ? { took: seconds(20) } : {}),
        ),
      ),
    );
    const [top, ...rest] = watchPairs(all);
    expect(top).toMatchObject({ agent: "ada", supervisor: "sam", underMinute: 12, medianSeconds: 20, standsOut: true });
    expect(top?.reasons.map((r) => r.why)).toEqual(["quicker", "under-a-minute"]);
    expect(rest.filter((p) => p.standsOut)).toEqual([]);
  });

  test("is not odd where everyone signs that agent's packets quickly", () => {
    const all = ["ada", "bob", "cai"].flatMap((agent) =>
      ["sam", "max", "lou"].flatMap((supervisor) =>
        times(12, () => signed(agent, supervisor, agent === "ada" ? { took: seconds(20) * scattered() } : {})),
      ),
    );
    expect(watchPairs(all).filter((p) => p.standsOut)).toEqual([]);
  });

  test("of fewer than five approvals never stands out", () => {
    const told = [
      ...times(4, () => signed("ada", "sam", { took: seconds(5) })),
      ...times(80, (i) => signed(i % 2 ? "bob" : "cai", i % 3 ? "max" : "lou")),
    ];
    expect(pairOf(told, "ada", "sam")?.standsOut).toBe(false);
  });

  test("counts a ticket with two approvals once, and its busiest day", () => {
    const told = [
      signed("ada", "sam", { ticket: "twice", at: monday }),
      signed("ada", "max", { ticket: "twice", at: monday }),
      signed("ada", "sam", { at: monday + minutes(30) }),
      signed("ada", "sam", { at: monday + days(1) }),
    ];
    expect(pairOf(told, "ada", "sam")).toMatchObject({ approvals: 3, signed: 3, tickets: 3, mostInADay: 2 });
    expect(pairOf(told, "ada", "max")).toMatchObject({ approvals: 1, signed: 1, tickets: 3 });
  });
});
