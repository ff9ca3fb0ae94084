import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, harmless } from "./csv";

const hostile = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "\0=1",
  " =1",
  "\u00a0=1",
  "\u3000=1",
  "\ufeff=1",
  "\u200b=1",
  "\u202e=1",
  "\u2028=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM",
  "﹦1",
  "﹢1",
  '=HYPERLINK("http://evil.example","x")',
  "=cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "@=1",
];
const meek = ["", "a", "0", "a=1", "a+b", "ж•••", '{"a":1}', "a\tb", 'say "no"', "a,b", "a;b", "a\r\nb", "'=1", "🙂"];

describe("A CSV cell", () => {
  it.each(hostile)("that a spreadsheet would take for a formula gets an apostrophe: %j", (cell) => {
    expect(harmless(cell)).toBe(`'${cell}`);
  });
  it.each(meek)("that it would not stays as it is: %j", (cell) => {
    expect(harmless(cell)).toBe(cell);
  });
});

describe("A CSV line", () => {
  it("ends with CRLF and quotes what needs it, doubling quotes (RFC 4180)", () => {
    expect(csvLine(["a", 'b"c', "d,e", "f\ng", "=1"])).toBe('a,"b""c","d,e","f\ng",\'=1\r\n');
  });

  it("is read back cell by cell by a strict reader, and no cell then begins like a formula", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...hostile, ...meek), fc.string({ unit: "binary" })), {
          minLength: 2,
          maxLength: 8,
        }),
        (cells) => {
          const [line] = parse(csvLine(cells), { record_delimiter: "\r\n", relax_column_count: true }) as string[][];
          expect(line).toEqual(cells.map(harmless));
          expect(line?.some((cell) => /^[=+\-@＝＋－＠\s\0]/.test(cell))).toBe(false);
        },
      ),
    );
  });
});
