import { expect, test } from "vitest";
import { asciiDigits } from "./digits";

test("digits of any script become ASCII digits", () => {
  expect(asciiDigits("٠١٢٣٤٥٦٧٨٩ ۴۲ ०१२ ๙ ４２")).toBe("0123456789 42 012 9 42");
  expect(asciiDigits("𝟎𝟗𝟘𝟡𝟢 𞥐𞥙")).toBe("09090 09");
});

test("each row of ten digits in Unicode counts from 0 to 9", () => {
  const rows: string[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    const c = point >= 0xd800 && point < 0xe000 ? " " : String.fromCodePoint(point);
    if (/^\p{Nd}$/u.test(c)) rows.push(asciiDigits(c));
  }
  expect(rows.length).toBeGreaterThan(600);
  expect(rows.join("")).toBe("0123456789".repeat(rows.length / 10));
});

test("numbers that are not decimal digits, letters and signs stay", () => {
  expect(asciiDigits("Ⅳ½²五 aé-😀")).toBe("Ⅳ½²五 aé-😀");
});
