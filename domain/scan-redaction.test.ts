import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redactText, scanText } from "./scan";

const labels = [
  "DS-2CD2432F-IW20150126CCCH502126167",
  "DS-2CD2T47G2-L(C)20210722BBWR372104572",
  "DS-7608NI-E2/8P0820160211AAWR123456789WCVU",
  "DS-KH6320-WTE10120210618WRQ07516364CLU",
];

describe("a redaction", () => {
  test("leaves a tombstone for each finding and every other character", () => {
    const text = "😀 Jane (jane@bar.example) read L38239367, then 123-456 – CS-1042, 14:05.";
    expect(redactText(text, scanText(text))).toBe(
      "😀 Jane ([removed: address]) read [removed: serial], then [removed: code] – CS-1042, 14:05.",
    );
  });

  test("takes findings in any order, and overlapping ones once", () => {
    const findings = [
      { kind: "code", start: 4, end: 6 },
      { kind: "serial", start: 1, end: 3 },
      { kind: "phone", start: 2, end: 3 },
    ] as const;
    expect(redactText("abcdefg", findings)).toBe("a[removed: serial]d[removed: code]g");
  });

  const piece = fc.constantFrom(
    ...[
      "L38239367",
      "ae 650 4225",
      "123456",
      "123 456",
      "+49 151 1234567",
      "jane@bar.example",
      "CS-1042",
      "2026-01-31",
    ],
    ...["14:05", " ", " ", "-", ".", "@", "\n", "at", "X", "7", "42", "(", ")", "/", ...labels],
  );

  test("leaves nothing more to find", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const redacted = redactText(pieces.join(""), scanText(pieces.join("")));
        expect(scanText(redacted)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("is made of findings that are in order, apart and inside the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(piece).map((p) => p.join("")),
        ),
        (text) => {
          let last = 0;
          for (const { start, end } of scanText(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

// A scan that read any of these twice over for each character would not end within the time a test has.
test.each([
  "1",
  "A",
  "1 ",
  "1-",
  "A1234567",
  "@",
  "a@",
  "a @ ",
  "@a.",
  ".",
  "1.1",
  " ",
  "(",
  "+",
  "20150126",
  "é",
  "１",
  "CS-1",
])("a text of 100,000 characters is scanned in one pass: %j over and over", (part) => {
  const text = part.repeat(100_000 / part.length);
  for (const whole of [text, `a@${text}`, `${text}@`, `${text}@b.example`]) {
    expect(redactText(whole, scanText(whole)).length).toBeGreaterThan(0);
  }
});
