import { expect, it } from "vitest";
import { changedValues } from "./contact-values";
import { ruleIn } from "./rule-in-words";

it.each([
  ["Password is in history of old passwords", "used-before"],
  ["Password is not being changed from existing value", "used-before"],
  ["Password fails quality checking policy", "too-simple"],
  ["Password is too young to change", "changed-lately"],
  ["Password is too short: at least 15 characters", "too-short"],
  ["minimum length is 12", "too-short"],
  ["at most 72 bytes", "too-long"],
  ["0000052D: SvcErr: DSID-031A12D2", "by-its-rule"],
])("A server's words %s are told as %s", (words, rule) => {
  expect(ruleIn(words)).toBe(rule);
});

it("Contacts are the same in any spelling of capitals and numbers in any spacing, and their order stays", () => {
  const mails = ["Ada@home.example", "ada@work.example"];
  const remove = [{ kind: "email", value: "ada@HOME.example" }] as const;
  expect(changedValues("email", mails, { remove, add: null })).toEqual(["ada@work.example"]);
  expect(changedValues("email", mails, { remove: [], add: { kind: "email", value: "ADA@work.example" } })).toEqual(
    mails,
  );
  const phones = ["+1 (415) 555-0100", "0044 20 7946 0018"];
  const gone = [{ kind: "phone", value: "+442079460018" }] as const;
  expect(changedValues("phone", phones, { remove: gone, add: { kind: "phone", value: "+14155550100" } })).toEqual([
    "+1 (415) 555-0100",
  ]);
  expect(changedValues("phone", phones, { remove, add: null })).toEqual(phones);
});
