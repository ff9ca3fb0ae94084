import { describe, expect, it } from "vitest";
import type { Verdict } from "./event";
import { type ReadFacts, searched } from "./reading";
import { ada, given, ivy, monday } from "./testing";

const facts = (change: Partial<ReadFacts> = {}): ReadFacts => ({
  actor: ada,
  member: given().factsFor(ada).member,
  recentMisses: 0,
  recentReveals: 0,
  flagged: false,
  asked: 0,
  ...change,
});
const search = (hits: number, change: Partial<ReadFacts> = {}): Verdict =>
  searched({ kind: "name", hits })(facts(change), monday);
const types = (verdict: Verdict) => verdict.map((e) => e.type);

describe("Searching for accounts", () => {
  it("is an entry with the number of hits", () => {
    expect(search(2)).toEqual([{ type: "account.searched", data: { kind: "name", hits: 2 } }]);
  });

  it("raises a flag with the tenth miss within an hour", () => {
    expect(types(search(0, { recentMisses: 8 }))).toEqual(["account.searched"]);
    expect(search(0, { recentMisses: 9 })[1]).toEqual({ type: "search.flagged", data: { misses: 10 } });
  });

  it("raises no second flag within the hour, and none for a hit", () => {
    expect(types(search(0, { recentMisses: 15, flagged: true }))).toEqual(["account.searched"]);
    expect(types(search(1, { recentMisses: 15 }))).toEqual(["account.searched"]);
  });

  it("stops after thirty misses within an hour", () => {
    expect(types(search(1, { recentMisses: 29 }))).toEqual(["account.searched"]);
    expect(search(1, { recentMisses: 30 })).toMatchObject([{ type: "refused", data: { reason: "too-many-searches" } }]);
  });

  it("is for agents and supervisors", () => {
    const auditor = { actor: ivy, member: given().factsFor(ivy).member };
    expect(search(1, auditor)).toMatchObject([{ type: "refused", data: { reason: "not-your-role" } }]);
  });
});
