import { days, hours } from "domain/time";
import { expect, it } from "vitest";
import { wordingOf } from "~/delivery/words";
import { proofWords } from "~/ui/words/proof";
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

it("A code to an objector is typed on the page they came from, and names no reference of the request", () => {
  const { text } = wordingOf("proof-code", { ...facts, wait: "", code: "123456", reference: "7KQ2-M4XD" });
  expect(text).toContain("123456");
  expect(text).toContain("Type it on the page you came from. Nobody from our desk asks you for it.");
  expect(text).not.toMatch(/7KQ2|the person you called/);
});

it("The message about an objection asks for what its page asks for", () => {
  const { text } = wordingOf("notice-disputed", { ...facts, wait: "" });
  expect(text).toContain("first a code to your old contact, then one thing more");
  for (const recovered of [false, true])
    expect(proofWords.en.now("Monday", recovered)).toContain("First a code to your old contact, then one thing more");
});

it("A reminder asks for a call, and promises of the request's page what it shows", () => {
  const { text } = wordingOf("reminder", { ...facts, wait: "", statusUrl: "https://desk.example/request" });
  expect(text).toContain("Call the desk to go on with it, or see where it stands at https://desk.example/request");
});

it("Old contacts are told that a request they stopped was ended", () => {
  const { subject, text } = wordingOf("notice-rejected", { ...facts, wait: "" });
  expect(subject).toBe("Request CS-1042 was ended");
  expect(text).toContain("There is nothing left to do.");
});
