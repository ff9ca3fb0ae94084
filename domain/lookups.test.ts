import { describe, expect, it } from "vitest";
import { flagLookup, type Lookup, strayLookups, type TicketPart } from "./lookups";
import { ada, given, monday, worker } from "./testing";
import { hours, minutes } from "./time";

const found: Lookup = { seq: 10, at: monday, actor: "staff:ada", account: "hal" };
const part = (change: Partial<TicketPart> = {}): TicketPart => ({
  ...{ actor: "staff:ada", account: "hal", seq: 11, at: monday + minutes(5), live: true },
  ...change,
});
const later = monday + hours(1);

describe("A search that found an account", () => {
  it("is stray once its finder opened no ticket of it for an hour", () => {
    expect(strayLookups([found], [], later - 1)).toEqual([]);
    expect(strayLookups([found], [], later)).toEqual([found]);
  });

  it("is explained by a ticket of that account that its finder opened or took up within the hour", () => {
    expect(strayLookups([found], [part()], later)).toEqual([]);
    expect(strayLookups([found], [part({ live: false })], later)).toEqual([]);
    expect(strayLookups([found], [part({ at: later })], later)).toEqual([found]);
  });

  it("is explained by a live ticket that they had before, and by no ended one", () => {
    expect(strayLookups([found], [part({ seq: 3, at: monday - hours(9) })], later)).toEqual([]);
    expect(strayLookups([found], [part({ seq: 3, at: monday - hours(9), live: false })], later)).toEqual([found]);
  });

  it("is explained by nobody else's ticket, and by none of another account", () => {
    expect(strayLookups([found], [part({ actor: "staff:bob" }), part({ account: "eve" })], later)).toEqual([found]);
  });

  it("counts once for one finder and account, and for each of two finders", () => {
    const again = { ...found, seq: 12, at: monday + 1 };
    const byBob = { ...found, seq: 13, actor: "staff:bob" };
    expect(strayLookups([found, again, byBob], [], later + 1)).toEqual([found, byBob]);
  });

  it("is flagged by the worker alone, about the member who searched", () => {
    const flag = { type: "flag.raised", data: { flag: "lookup-without-ticket", member: "ada" } } as const;
    given().when(flagLookup("ada"), { actor: worker }).gives(flag);
    given().when(flagLookup("ada"), { actor: ada }).refused("not-your-role");
  });
});
