import type { AccountNews } from "domain/event";
import { expect, it } from "vitest";
import { voucheeWords } from "~/ui/words/portal-people";
import { accountWordingOf } from "./account-words";

const url = "https://desk.example/account";
const told = (about: AccountNews) => accountWordingOf("en", about, url).text;

const changed = ["saved-codes-made", "link-invited", "link-accepted", "link-declined", "link-ended"] as const;

it("asks to mend what is wrong only where the account was changed", () => {
  for (const about of changed) expect(told(about)).toContain(`sign in at ${url}, change what is wrong, and call us.`);
  for (const about of ["link-received", "vouch-given"] as const)
    expect(told(about)).not.toContain("change what is wrong");
});

it("tells who is asked to vouch that saying no, or nothing, is enough", () => {
  expect(told("link-received")).toContain(`Sign in at ${url} to see who it is`);
  expect(told("link-received")).toContain("say no, or do nothing");
  expect(told("link-received")).not.toContain("NOT you");
});

it("tells whose word was given without them to call at once", () => {
  expect(told("vouch-given")).toContain("If this was NOT you, call us at once");
  expect(told("vouch-given")).toContain(`sign in at ${url} and press “${voucheeWords.en.end}”`);
});

it("ends each of them with what the desk never does", () => {
  for (const about of [...changed, "link-received", "vouch-given"] as const)
    expect(told(about)).toMatch(/We never ask for your password, and never call you first\.\n$/);
});
