import { dataProblem } from "db/entry-data";
import { expect, it } from "vitest";
import { checkAccount } from "./check-account";
import { checkAnswer, questionIdOf } from "./check-answer";
import { checkContact } from "./check-contact.server";
import { checkDevice } from "./check-device";
import { cleanPhone } from "./phone.server";

const at = "2020-01-01T00:00:00Z";

it.each([
  [["", "u", "N", "eu", at, "active", "none", "en"], "account_id is empty"],
  [["A1", " ", "N", "eu", at, "active", "none", "en"], "username is empty"],
  [["A1", "u", "N", "eu", "31/02/2020", "active", "none", "en"], "created_at is not a time"],
  [["A1", "u", "N", "eu", at, "closed", "none", "en"], "status is not active or frozen"],
  [["A1", "u", "N", "eu", at, "active", "", "en"], "second_factor is not none, totp or sms"],
  [["A1", "u", "N", "e\0u", at, "active", "none", "en"], "region is too long or holds a control character"],
  [["A1", "u", "N", "eu", at, "active", "none", "e".repeat(101)], "locale is too long or holds a control character"],
])("refuses the account %j: %s", (cells, reason) => {
  expect(checkAccount(cells)).toBe(reason);
});

it.each([
  [["A1", "fax", "x", at], "kind is not email or phone"],
  [["A1", "email", "user@", at], "not an address"],
  [["A1", "email", "user@localhost", at], "not an address"],
  [["A1", "phone", "+49", at], "not a phone number"],
  [["A1", "phone", "+1 415 555 0100", at], "not a phone number"],
  [["A1", "phone", "+14155550100", ""], "verified_at is not a time"],
  [
    ["A1", "email", " Mia@Bücher.example ", at],
    { kind: "email", value: "mia@bücher.example", verifiedAt: "2020-01-01T00:00:00.000Z" },
  ],
  [
    ["A1", "phone", "+14155550100", at],
    { kind: "phone", value: "+14155550100", verifiedAt: "2020-01-01T00:00:00.000Z" },
  ],
])("judges the contact %j", (cells, judged) => {
  expect(checkContact(cells)).toEqual(judged);
});

it("cleans a number as people write it to what a directory holds", () => {
  expect(
    ["+1 (415) 555-0100", "＋１ 415 555 0100", "+١٤١٥٥٥٥٠١٠٠", "\u202a+14155550100\u202c", "00 1 (415) 555-0100"].map(
      cleanPhone,
    ),
  ).toEqual(Array(5).fill("+14155550100"));
  expect(["415 555 0100", "", "+49", "call me"].map(cleanPhone)).toEqual([null, null, null, null]);
});

it("keeps the whole label of a device where it was recorded, cleaned, and its short part alone where not", () => {
  const boundAt = "2020-01-01T00:00:00.000Z";
  expect(checkDevice(["A1", " s/n: ds-2cd2432f-iw 20150126CCCH502126167", "m", at, ""])).toEqual({
    short: "502126167",
    whole: "DS-2CD2432F-IW20150126CCCH502126167",
    boundAt,
  });
  expect(checkDevice(["A1", "l38239367", "m", at, "anything"])).toEqual({ short: "L38239367", whole: null, boundAt });
  expect(checkDevice(["A1", "12345678", "m", at, ""])).toBe("not a serial");
  expect(checkDevice(["A1", "L38239367", "m", "", ""])).toBe("bound_at is not a time");
});

it.each([
  [["A1", "", "Pet?", "Biscuit"], "question_id is empty"],
  [["A1", "pet", " ", "Biscuit"], "question is empty"],
  [["A1", "pet", "P\0t?", "Biscuit"], "question is too long or holds a NUL"],
  [["A1", "pet", "Pet?", "—!"], "answer empty or too short once normalised"],
  [["A1", "pet", "Your pet?", "your PET"], "answer equals question"],
  [["A1", "pet", "Pet?", "Łatka, 2"], { questionId: "pet", question: "Pet?", answer: "latka2", weak: false }],
  [["A1", "pet", "Pet?", " BEL-LA! "], { questionId: "pet", question: "Pet?", answer: "bella", weak: true }],
])("judges the answer %j", (cells, judged) => {
  expect(checkAnswer(cells)).toEqual(judged);
});

it("names a question as the file does where an entry may hold that, and by a digest of it where not", () => {
  const strange = [
    "Pet name",
    "mia@home.example",
    "čai",
    "-1",
    "p".repeat(101),
    "a\tb",
    "question:pet",
    "+4915112345678",
  ];
  expect(["pet", "q1", "Q.2:b/c-d_e", "p".repeat(100)].map(questionIdOf)).toEqual([
    "pet",
    "q1",
    "Q.2:b/c-d_e",
    "p".repeat(100),
  ]);
  const named = strange.map(questionIdOf);
  expect(named.map((id) => /^question:[0-9a-f]{64}$/.test(id))).toEqual(strange.map(() => true));
  expect(new Set(named).size).toBe(strange.length);
  expect(named.every((questions) => dataProblem("answers.drawn", { questions: [questions] }) === null)).toBe(true);
});
