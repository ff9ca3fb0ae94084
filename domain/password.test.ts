import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPasswordOld, passwordProblem, passwordRules } from "./password";
import { standard } from "./policies";
import { days } from "./time";

const rules = { minLength: 12, composition: false };
const known = {
  username: "jmiller",
  displayName: "Jane Ann Miller",
  contacts: ["desk-jane@bar.example", "+14155550142"],
};
const fine = { common: false, guessable: false };
const problem = (password: string, over: Partial<typeof rules> = {}, facts = fine) =>
  passwordProblem(password, { ...rules, ...over }, known, facts);

describe("a password", () => {
  test.each([
    "plum tractor lunar",
    "пароль из слов",
    "正確馬電池釘書針長密碼哦",
    "👍🏽🦊🌵🧲🪐🎷🥝🛶🧊🪁🐙🧭",
    "x".repeat(128),
  ])("%j is good", (password) => {
    expect(problem(password)).toBeNull();
  });

  test("is too short under the length of the policy, counted in code points", () => {
    expect(problem("abcdefghijk")).toBe("too-short");
    expect(problem("🦊".repeat(11))).toBe("too-short");
    expect(problem("🦊".repeat(12))).toBeNull();
  });

  test.each([0, -1, 7, Number.NaN])("is too short under 8 characters even if the policy says %d", (minLength) => {
    expect(problem("plumtra", { minLength })).toBe("too-short");
    expect(problem("plumtrac", { minLength })).toBeNull();
  });

  test("is too long over 128 code points, whatever the policy says", () => {
    expect(problem("🦊".repeat(128))).toBeNull();
    expect(problem("x".repeat(129))).toBe("too-long");
    expect(problem("x".repeat(1_000_000))).toBe("too-long");
    expect(problem("x".repeat(128), { minLength: 500 })).toBeNull();
  });

  test.each([
    ["the username", "my JMILLER secret"],
    ["a word of the name", "xx-mIlLeR-4711"],
    ["a word of a short name that is long enough", "99janes garage"],
    ["the local part of an address", "DESK-JANE forever"],
    ["a word of a local part", "under the desktop"],
    ["the whole address", "desk-jane@bar.example"],
    ["the whole phone number", "call +14155550142"],
    ["the digits of the phone number", "call 14155550142"],
    ["the name in full-width letters", "ｍｉｌｌｅｒ forever"],
  ])("may not contain %s", (_what, password) => {
    expect(problem(password)).toBe("contains-own-name");
  });

  test("may contain a part of a name under four characters", () => {
    expect(problem("annual plum tractor")).toBeNull();
  });

  test("may contain the domain of an address, even if the username is an address", () => {
    const address = { username: "ann@mail.example.net", displayName: "Ann", contacts: [] };
    expect(passwordProblem("a good example of mail", rules, address, fine)).toBeNull();
  });

  test("may be anything when nothing is known of the account", () => {
    expect(
      passwordProblem("plum tractor lunar", rules, { username: "", displayName: " ", contacts: [""] }, fine),
    ).toBeNull();
  });

  test("may not be common, nor guessable", () => {
    expect(problem("plum tractor lunar", {}, { common: true, guessable: true })).toBe("common");
    expect(problem("plum tractor lunar", {}, { common: false, guessable: true })).toBe("guessable");
  });

  test("needs upper, lower, digit and sign only where the policy asks for them", () => {
    const composition = true;
    expect(problem("Plum-tractor-7", { composition })).toBeNull();
    expect(problem("Слон-и-трактор-7", { composition })).toBeNull();
    for (const lacking of ["plum-tractor-7", "PLUM-TRACTOR-7", "Plum-tractor-x", "Plum tractor 77"]) {
      expect(problem(lacking, { composition })).toBe("composition");
      expect(problem(lacking)).toBeNull();
    }
  });

  test("is as the policy document says, and mixes kinds only where that asks for it", () => {
    expect(passwordRules(standard)).toEqual({ minLength: 12, composition: false });
    const passwords = { composition: true, reminderDays: null };
    expect(passwordRules({ ...standard, passwords })).toEqual({ minLength: 12, composition: true });
  });

  test("is old after as many days as the policy says, and never where it says none", () => {
    const passwords = { composition: false, reminderDays: 180 };
    expect(isPasswordOld({ passwords }, 0, days(180) - 1)).toBe(false);
    expect(isPasswordOld({ passwords }, 0, days(180))).toBe(true);
    expect(isPasswordOld({ passwords }, null, days(180))).toBe(false);
    for (const none of [{}, { passwords: { ...passwords, reminderDays: null } }])
      expect(isPasswordOld(none, 0, days(9999))).toBe(false);
  });

  test("is told the first reason only: length, own name, common, guessable, composition", () => {
    const all = { common: true, guessable: true };
    expect(problem("miller", { composition: true }, all)).toBe("too-short");
    expect(problem("miller".repeat(30), { composition: true }, all)).toBe("too-long");
    expect(problem("miller-miller", { composition: true }, all)).toBe("contains-own-name");
  });

  test("that holds a word of the name is never good", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(problem(`${before}Miller${after}`)).not.toBeNull();
      }),
    );
  });
});
