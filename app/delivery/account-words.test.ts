import type { AccountNews } from "domain/event";
import { type Language, languages } from "domain/language";
import { expect, it } from "vitest";
import { accountWordingOf } from "./account-words";

const links = {
  accountUrl: "https://desk.example/account",
  stopUrl: "https://desk.example/not-me/token",
  reach: { callUs: null, zone: "UTC", askUrl: "https://desk.example/request/new" },
};
const { accountUrl, stopUrl } = links;
const told = (about: AccountNews, language: Language = "en") => accountWordingOf(language, about, links).text;

const changed = ["saved-codes-made", "password-changed"] as const;
const linked = ["link-invited", "link-accepted", "link-declined", "link-ended"] as const;

it("leads to the page that stops the account wherever somebody else may be in it", () => {
  for (const language of languages) {
    for (const about of [...changed, ...linked, "vouch-given"] as const)
      expect(told(about, language)).toContain(`:\n\n${stopUrl}\n\n`);
    for (const about of ["link-received", "account-stopped"] as const)
      expect(told(about, language)).not.toContain(stopUrl);
  }
});

it("asks of a change whether it was theirs, and of a link with someone whether they know of it", () => {
  for (const about of changed) expect(told(about)).toContain("If this was NOT you, do not wait.");
  for (const about of linked) expect(told(about)).toContain("If you know nothing of this");
});

it("tells who is asked to vouch that saying no, or nothing, is enough", () => {
  expect(told("link-received")).toMatch(new RegExp(`Sign in to see who it is[^\\n]*\\n\\n${accountUrl}\\n`));
  expect(told("link-received")).toContain("say no, or do nothing");
  expect(told("link-received")).not.toContain("NOT you");
});

it("tells whose word was given without them to call at once", () => {
  expect(told("vouch-given")).toContain("Stop it here, then ask us for help at once");
});

it("ends each of them with what the desk never does", () => {
  for (const about of [...changed, ...linked, "link-received", "vouch-given", "account-stopped"] as const)
    expect(told(about)).toMatch(/We never ask for your password, and never call you first\.\n$/);
});
