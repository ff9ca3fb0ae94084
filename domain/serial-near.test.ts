import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookAlikeKey, nearSerial, parseSerial } from "./serial";

const digits = (n: number) => fc.stringMatching(new RegExp(`^[0-9]{${n}}$`));
const letters = (min: number, max: number) => fc.stringMatching(new RegExp(`^[A-Z]{${min},${max}}$`));
const aShort = fc.oneof(
  digits(9),
  fc.tuple(letters(1, 1), digits(8)).map((parts) => parts.join("")),
  fc.tuple(letters(2, 2), digits(7)).map((parts) => parts.join("")),
);

describe("two serials", () => {
  test.each([
    ["L38239367", "138239367"],
    ["AE6504225", "AEG504225"],
    ["DQ1234567", "001234567"],
    ["B12345678", "812345678"],
  ])("are near when only look-alikes differ: %s and %s", (a, b) => {
    expect(nearSerial(a, b)).toBe(true);
    expect(parseSerial(a)?.short).not.toBe(parseSerial(b)?.short);
  });

  test.each([
    ["L38239367", "L38239367"],
    ["L38239367", "L38239368"],
    ["L38239367", "L3823936"],
    ["038239367", "138239367"],
    ["\u0410E6504225", "AE6504225"],
  ])("are not near when equal, of other length or otherwise different: %s and %s", (a, b) => {
    expect(nearSerial(a, b)).toBe(false);
  });

  test("are near exactly when their look-alike keys are equal and they are not", () => {
    const alike = fc.stringMatching(/^[0OQD1IL2Z5S6G8BA3]{0,3}$/);
    fc.assert(
      fc.property(fc.oneof(alike, aShort), fc.oneof(alike, aShort), (a, b) => {
        expect(nearSerial(a, b)).toBe(a !== b && lookAlikeKey(a) === lookAlikeKey(b));
        expect(nearSerial(a, b)).toBe(nearSerial(b, a));
        expect(nearSerial(a, lookAlikeKey(a))).toBe(a !== lookAlikeKey(a));
      }),
      { numRuns: 2000 },
    );
  });
});
