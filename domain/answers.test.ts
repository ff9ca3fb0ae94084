import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerAlgorithm, answerLength, answerProblem, normaliseAnswer, sameAnswers } from "./answers";
import vectors from "./vectors/answers.json";

describe("a normalised answer", () => {
  test.each(vectors.same)("is the same for $a and $b", ({ a, b, normalised }) => {
    expect(normaliseAnswer(a)).toBe(normalised);
    expect(normaliseAnswer(b)).toBe(normalised);
  });

  test.each(vectors.different)("differs for $a and $b", ({ a, b, normalised }) => {
    expect([normaliseAnswer(a), normaliseAnswer(b)]).toEqual(normalised);
    expect(normaliseAnswer(a)).not.toBe(normaliseAnswer(b));
  });

  test.each(vectors.empty)("is empty for %j", (text) => {
    expect(normaliseAnswer(text)).toBe("");
  });

  test.each([
    ["a mark after no letter at all", "\u0301abc", "abc"],
    ["a mark cut off by a zero-width character", "e\u200b\u0301", "e"],
    ["several marks on one Latin letter", "Nguyễn", "nguyen"],
    ["Hebrew points", "שָׁלוֹם", "שלום"],
    ["Greek tonos and final sigma", "Γιώργος", "γιωργοσ"],
    ["Cyrillic short i", "Андрей", "андреи"],
    ["Latin letters that NFC keeps", "ŁØĐÐÞÆŒĦŦ", "loddthaeoeht"],
    ["accents on such letters", "Ǿǽ", "oae"],
    ["Devanagari signs, which stay", "ज़िंदगी", "ज़िंदगी".normalize("NFC")],
    ["Thai tone marks, which stay", "น้ำ", "น้ํา"],
    ["marks on a digit, which stay", "1\u0301", "1\u0301"],
    ["numbers that are no decimal digits, which stay", "五", "五"],
    ["digits of any script", "४२", "42"],
  ])("settles %s", (_what, text, normalised) => {
    expect(normaliseAnswer(text)).toBe(normalised);
  });

  test("does not care for case, spaces, punctuation or the form of composition", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcxyzéüñłßжяωσ中ポ가٣7"), maxLength: 12 });
    fc.assert(
      fc.property(word, (text) => {
        const spellings = [text.normalize("NFD"), ` ${text}! `, [...text].join(" - "), text.toUpperCase()];
        expect(new Set(spellings.map(normaliseAnswer))).toEqual(new Set([normaliseAnswer(text)]));
      }),
    );
  });

  test("holds only letters, marks and numbers, in NFC", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const normalised = normaliseAnswer(text);
        expect(normalised).toMatch(/^[\p{L}\p{M}\p{N}]*$/u);
        expect(normalised.normalize("NFC")).toBe(normalised);
      }),
    );
  });

  test("is marked with version 1 of the algorithm", () => {
    expect(answerAlgorithm).toBe(1);
  });
});

describe("the length of an answer", () => {
  test("counts graphemes", () => {
    expect(["", "abc", "नी", "한국", "ポチ", "𠮷野家"].map(answerLength)).toEqual([0, 3, 1, 2, 2, 3]);
  });
});

describe("an answer", () => {
  const pet = "What was your first pet called?";

  test.each(["", "   ", "!!!", "??", "ab", "a-b", "42", "王", "ポ", "한", "王a", "नीनी"])(
    "%j is refused as too short",
    (answer) => {
      expect(answerProblem(pet, answer)).toBe("empty-or-short");
    },
  );

  test.each(["Кот", "Fido", "abc", "123", "中山", "ポチ", "ビー", "한국", "अनीता"])("%j is long enough", (answer) => {
    expect(answerProblem(pet, answer)).toBeNull();
  });

  test("may not equal its question in any spelling", () => {
    expect(answerProblem(pet, pet)).toBe("equals-question");
    expect(answerProblem(pet, " what was YOUR first pet called")).toBe("equals-question");
  });
});

describe("a list of answers", () => {
  test("is told when the same answer was given twice", () => {
    expect(sameAnswers(["Fido", "Elm St.", "fido!"])).toBe(true);
    expect(sameAnswers(["Fido", "Elm St.", "Fidо"])).toBe(false);
    expect(sameAnswers([])).toBe(false);
  });

  test("does not count empty answers as the same", () => {
    expect(sameAnswers(["", "!!!", "Fido"])).toBe(false);
  });
});

const directory = new URL("../../shared/data/directory-500/", import.meta.url);
const absent = !existsSync(directory);
if (absent) console.log("The example directory (../shared/data/directory-500) is absent: its answers are not checked.");

test.skipIf(absent)("refuses the answers of the example directory that are to be refused, and no other", () => {
  const expected = JSON.parse(readFileSync(new URL("expected.json", directory), "utf8")) as {
    refused: { file: string; line: number; reason: string }[];
  };
  const reasons = {
    "empty-or-short": "answer empty or too short once normalised",
    "equals-question": "answer equals question",
  } as const;
  const bad = expected.refused.filter((row) => row.file === "answers.csv" && row.reason.startsWith("answer "));
  const rows: { question: string; answer: string }[] = parse(readFileSync(new URL("answers.csv", directory)), {
    bom: true,
    columns: true,
  });
  const refused = rows.flatMap((row, at) => {
    const problem = answerProblem(row.question, row.answer);
    return problem ? [{ file: "answers.csv", line: at + 2, reason: reasons[problem] }] : [];
  });
  expect(refused).toEqual(bad);
});
