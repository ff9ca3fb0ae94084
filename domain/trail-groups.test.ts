import { expect, it } from "vitest";
import { typesIn } from "./trail-groups";

it("A filter for flags finds what was flagged about searches and about values shown in clear, too", () => {
  expect(typesIn("all-flags")).toEqual(expect.arrayContaining(["flag.raised", "search.flagged", "reveal.flagged"]));
});

it("A filter that names no group is for the one type it names", () => {
  expect(typesIn("ticket.opened")).toEqual(["ticket.opened"]);
  expect(typesIn("toString")).toEqual(["toString"]);
});
