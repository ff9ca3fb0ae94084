import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "./plain-text";

test("a plain text has ASCII digits, upper case, one dash, two kinds of white space and nothing of zero width", () => {
  expect(plainText("aé\u200bß １٢–−\t\u00a0\r\n\u2028Ａ").plain).toBe("AÉSS 12--  \n\n\nA");
});

test("each plain character knows the original characters it stands for", () => {
  const { from, to } = plainText("a\u200bß😀");
  expect(from).toEqual([0, 2, 2, 3, 3]);
  expect(to).toEqual([1, 3, 3, 5, 5]);
});

test("the places of a plain text are in order and inside the original", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (original) => {
      const { plain, from, to } = plainText(original);
      expect([from.length, to.length]).toEqual([plain.length, plain.length]);
      for (let n = 0; n < plain.length; n++) {
        expect(from[n]).toBeGreaterThanOrEqual(from[n - 1] ?? 0);
        expect(to[n]).toBeGreaterThan(from[n] ?? Number.NaN);
        expect(to[n]).toBeLessThanOrEqual(original.length);
      }
    }),
  );
});
