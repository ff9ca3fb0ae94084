import { days, hours } from "domain/time";
import { expect, it } from "vitest";
import { wordingOf } from "~/delivery/words";
import { proofWords } from "~/ui/words/proof";
import { languagesFor } from "./deliver-messages.server";

const facts = {
  ticket: "CS-1042",
  reference: "",
  code: "",
  link: "",
  statusUrl: "",
  sentTo: "h•••@e•••.example",
  hidden: false,
  waitMs: 0,
  lifetimeMs: hours(24),
  reach: { callUs: null, zone: "UTC", askUrl: "https://desk.example/request/new" },
  forgotUrl: null,
};
const told = (waitMs: number, language: "en" | "ar" = "en") =>
  wordingOf(language, "notice-approved", { ...facts, waitMs }).text;

it("A notice of approval names the least the wait will be, because the hold may be made longer", () => {
  expect(told(days(3))).toContain("It takes effect after a waiting time of at least 3 days, and");
  expect(told(hours(24))).toContain("a waiting time of at least 24 hours, and");
  expect(told(0)).toContain("after a waiting time, and");
  expect(told(days(3), "ar")).toContain("بعد مدة انتظار لا تقل عن 3 أيام،");
  expect(told(days(2), "ar")).toContain("بعد مدة انتظار لا تقل عن يومين،");
  expect(told(days(11), "ar")).toContain("بعد مدة انتظار لا تقل عن 11 يومًا،");
  expect(told(hours(24), "ar")).toContain("بعد مدة انتظار لا تقل عن 24 ساعة،");
  expect(told(0, "ar")).toContain("بعد مدة انتظار،");
});

it("A notice names where the link goes by a mask, and under a safety flag not even by that", () => {
  const said = (hidden: boolean, language: "en" | "ar" = "en") =>
    wordingOf(language, "notice-approved", { ...facts, hidden }).text;
  expect(said(false)).toContain("the link then goes to h•••@e•••.example");
  expect(said(true)).toContain("the link then goes to the contact that the request names");
  expect(said(true)).not.toContain("•••");
  expect(said(false, "ar")).toContain("h•••@e•••.example");
  expect(said(true, "ar")).not.toContain("•••");
});

it("A notice is said in the holder's language and in the desk's below it; what they asked for themselves in theirs alone", () => {
  const arabic = { language: "ar" } as const;
  const way = { generation: 1, contact: "c1", kind: "email", sentAt: 0, expiresAt: 0, usedAt: null } as const;
  const code = { generation: 1, sentAt: 0, expiresAt: 0, tries: 0, usedAt: null } as const;
  const of = (template: string, account: Parameters<typeof languagesFor>[1]["account"], desk: "en" | "ar" = "en") =>
    languagesFor({ template, contact_id: "c1" }, { account, ticket: null }, desk);
  expect(of("notice-opened", null)).toEqual(["en"]);
  expect(of("notice-opened", null, "ar")).toEqual(["ar"]);
  expect(of("notice-opened", arabic)).toEqual(["ar", "en"]);
  expect(of("told-password-changed", arabic)).toEqual(["ar", "en"]);
  expect(of("told-password-changed", arabic, "ar")).toEqual(["ar"]);
  expect(of("code", arabic)).toEqual(["ar"]);
  expect(of("grant", arabic)).toEqual(["ar"]);
  expect(of("forgotten-link", { ...arabic, forgotten: [{ ...way, language: "en" }] })).toEqual(["en"]);
  expect(of("forgotten-link", { ...arabic, forgotten: [way] })).toEqual(["ar"]);
  expect(of("glass", arabic, "ar")).toEqual(["en"]);
  const ticket = { codes: { c1: { ...code, language: "ar" } } } as const;
  const requested = (template: string) => languagesFor({ template, contact_id: "c1" }, { account: null, ticket }, "en");
  expect(requested("code")).toEqual(["ar"]);
  expect(requested("grant")).toEqual(["ar"]);
  expect(requested("notice-opened")).toEqual(["en"]);
  const inPortal = { codes: {}, asked: { hand: [], language: "en" as const } };
  const inTheirs = { account: arabic, ticket: inPortal };
  expect(languagesFor({ template: "code", contact_id: "c1" }, inTheirs, "ar")).toEqual(["en"]);
});

it("A code to an objector is typed on the page they came from, and names no reference of the request", () => {
  const { text } = wordingOf("en", "proof-code", { ...facts, code: "123456", reference: "7KQ2-M4XD" });
  expect(text).toContain("123456");
  expect(text).toContain("Type it on the page you came from. Nobody from our desk asks you for it.");
  expect(text).not.toMatch(/7KQ2|the person you called/);
});

it("The message about an objection asks for what its page asks for", () => {
  const { text } = wordingOf("en", "notice-disputed", { ...facts });
  expect(text).toContain("first a code to your old contact, then one thing more");
  for (const recovered of [false, true])
    expect(proofWords.en.now("Monday", recovered)).toContain("First a code to your old contact, then one thing more");
});

it("A reminder leads to help, and promises of the request's page what it shows", () => {
  const { text } = wordingOf("en", "reminder", { ...facts, statusUrl: "https://desk.example/request" });
  expect(text).toContain("See what it is at https://desk.example/request with the reference");
  expect(text).toContain("there are other ways. Ask us for help here: https://desk.example/request/new");
});

it("Old contacts are told that a request they stopped was ended", () => {
  const { subject, text } = wordingOf("en", "notice-rejected", { ...facts });
  expect(subject).toBe("Request CS-1042 was ended");
  expect(text).toContain("There is nothing left to do.");
});
