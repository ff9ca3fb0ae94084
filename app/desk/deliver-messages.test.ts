import { days, hours } from "domain/time";
import { expect, it } from "vitest";
import { wordingOf } from "~/delivery/words";
import { sentToOf, waitOf } from "./deliver-messages.server";

const facts = { ticket: "CS-1042", reference: "", code: "", link: "", statusUrl: "", sentTo: "h•••", lifetime: "" };
const told = (ms: number) => wordingOf("notice-approved", { ...facts, wait: waitOf(ms) }).text;

it("A notice of approval names the least the wait will be, because the hold may be made longer", () => {
  expect(told(days(3))).toContain("It takes effect after a waiting time of at least 3 days, and");
  expect(told(hours(24))).toContain("a waiting time of at least 24 hours, and");
  expect(told(0)).toContain("after a waiting time, and");
});

it("A notice names where the link goes by a mask, and under a safety flag not even by that", () => {
  const said = (hidden: boolean) =>
    wordingOf("notice-approved", { ...facts, wait: "", sentTo: sentToOf("h•••@e•••.example", hidden) }).text;
  expect(said(false)).toContain("the link then goes to h•••@e•••.example");
  expect(said(true)).toContain("the link then goes to the contact that the request names");
  expect(said(true)).not.toContain("•••");
});
