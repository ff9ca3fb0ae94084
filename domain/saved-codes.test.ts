import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanSavedCode, codeAlphabet, codeIdsOf, codeLength, groupedCode } from "./saved-codes";

const code = fc.string({
  unit: fc.constantFrom(...codeAlphabet),
  minLength: codeLength,
  maxLength: codeLength,
});

it("a code has at least 64 random bits", () => {
  expect(codeLength * Math.log2(codeAlphabet.length)).toBeGreaterThanOrEqual(64);
});

it("a code is read back from how it is shown, in either case, with spaces, dashes and look-alikes", () => {
  fc.assert(
    fc.property(code, (made) => {
      const shown = groupedCode(made);
      const careless = made.toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
      for (const typed of [made, shown, shown.replaceAll("-", " "), ` ${shown.replaceAll("-", " – ")} `, careless])
        expect(cleanSavedCode(typed)).toBe(made);
      expect(cleanSavedCode(careless.replaceAll("l", "I"))).toBe(made);
    }),
  );
});

it("two codes never come out as one", () => {
  fc.assert(
    fc.property(code, code, (one, other) => {
      expect(cleanSavedCode(groupedCode(one)) === cleanSavedCode(groupedCode(other))).toBe(one === other);
    }),
  );
});

it.each(["", "1234-5678", "7KQ2-M4XD-9FHT-PW3", "7KQ2-M4XD-9FHT-PW3NN", "7KQ2-M4XD-9FHT-PW3U", "7KQ2-M4XD-9FHT-PW3é"])(
  "%j is no code",
  (typed) => {
    expect(cleanSavedCode(typed)).toBeNull();
  },
);

it("the codes of a set are told apart by its id and their number", () => {
  expect(codeIdsOf("s1")).toEqual(["s1.1", "s1.2", "s1.3", "s1.4", "s1.5", "s1.6", "s1.7", "s1.8", "s1.9", "s1.10"]);
});
