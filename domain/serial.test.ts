import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanSerial, isLabelDate, parseSerial } from "./serial";

const digits = (n: number) => fc.stringMatching(new RegExp(`^[0-9]{${n}}$`));
const letters = (min: number, max: number) => fc.stringMatching(new RegExp(`^[A-Z]{${min},${max}}$`));
const aShort = fc.oneof(
  digits(9),
  fc.tuple(letters(1, 1), digits(8)).map((parts) => parts.join("")),
  fc.tuple(letters(2, 2), digits(7)).map((parts) => parts.join("")),
);
const aDate = fc
  .date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll("-", ""));
const aModel = fc.stringMatching(/^[A-Z0-9][A-Z0-9\-/()+.]{0,20}$/).filter((model) => !model.startsWith("SERIALNO"));
const aLabel = fc
  .record({
    model: aModel,
    channels: fc.oneof(fc.constant(""), digits(2)),
    date: aDate,
    note: fc.oneof(fc.constant(""), letters(2, 2)),
    region: fc.constantFrom("CH", "TW", "JP", "EU", "WR", "RR"),
    short: aShort,
    suffix: letters(0, 8),
  })
  .map((l) => ({ full: l.model + l.channels + l.date + l.note + l.region + l.short + l.suffix, short: l.short }));

const fullWidth = (c: string) => (/[!-~]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c);
const between = fc.constantFrom("", "", "", " ", "\t", "\u00a0", "\u200b", "\u200d", "\ufeff", "\u200e", "\u3000");
const spelling = (clean: string) =>
  fc
    .tuple(
      fc.constantFrom(
        "",
        "S/N:",
        "s/n: ",
        " S/N : ",
        "Serial No ",
        "serial no. ",
        "SERIAL NO: ",
        "Serial №: ",
        "Ｓ／Ｎ：",
      ),
      ...[...clean].map((c) =>
        fc.tuple(fc.constantFrom(c, c.toLowerCase(), fullWidth(c), fullWidth(c.toLowerCase())), between),
      ),
    )
    .map(([before, ...rest]) => ` ${before}${rest.flat().join("")} `);

describe("a serial", () => {
  test.each([
    ["DS-2CD2432F-IW20150126CCCH502126167", "502126167"],
    ["DS-2CD2T47G2-L(C)20210722BBWR372104572", "372104572"],
    ["DS-7608NI-E2/8P0820160211AAWR123456789WCVU", "123456789"],
    ["DS-KH6320-WTE10120210618WRQ07516364CLU", "Q07516364"],
  ])("is a whole label %s that holds its SHORT", (full, short) => {
    expect(parseSerial(full)).toEqual({ short, full });
  });

  test.each(["L38239367", "AE6504225", "138239367"])("is a SHORT %s alone", (short) => {
    expect(parseSerial(short)).toEqual({ short, full: null });
  });

  test("reads the same in every spelling of a whole label", () => {
    const spelled = aLabel.chain((label) => spelling(label.full).map((typed) => ({ ...label, typed })));
    fc.assert(
      fc.property(spelled, ({ full, short, typed }) => {
        expect(parseSerial(typed)).toEqual({ short, full });
      }),
    );
  });

  test("reads the same in every spelling of a SHORT", () => {
    const spelled = aShort.chain((short) => spelling(short).map((typed) => ({ short, typed })));
    fc.assert(
      fc.property(spelled, ({ short, typed }) => {
        expect(cleanSerial(typed)).toBe(short);
        expect(parseSerial(typed)).toEqual({ short, full: null });
      }),
    );
  });

  test.each([
    ["nothing", ""],
    ["only a prefix", "S/N:"],
    ["8 characters", "L3823936"],
    ["10 digits", "1234567890"],
    ["3 letters", "ABC123456"],
    ["letters after the digits", "12345678A"],
    ["a SHORT with a suffix", "123456789WCVU"],
    ["a hyphen inside a SHORT", "L38-239367"],
    ["a Cyrillic letter for a Latin one", "\u0410E6504225"],
    ["a Greek letter for a Latin one", "\u0391E6504225"],
    ["Arabic digits", "١٢٣٤٥٦٧٨٩"],
    ["a Cyrillic letter in the region", "DS-2CD2432F-IW20150126CC\u0421H502126167"],
    ["no model", "20150126CCCH502126167"],
    ["a month 13", "DS-2CD2432F-IW20151326CCCH502126167"],
    ["a 29 February of no leap year", "DS-2CD2432F-IW20150229CCCH502126167"],
    ["a 31 April", "DS-2CD2432F-IW20150431CCCH502126167"],
    ["an unknown region", "DS-2CD2432F-IW20150126CCXX502126167"],
    ["one note letter", "DS-2CD2432F-IW20150126CCH502126167"],
    ["9 suffix letters", "DS-2CD2432F-IW20150126CCCH502126167ABCDEFGHI"],
    ["a character no model holds", "DS_2CD2432F20150126CCCH502126167"],
    ["a cut-off end", "DS-2CD2432F-IW20150126CCCH502126?!"],
  ])("is refused with %s", (_why, typed) => {
    expect(parseSerial(typed)).toBeNull();
  });

  test("reads a long hopeless text without backtracking over it", () => {
    expect(parseSerial("20150126".repeat(20_000))).toBeNull();
    expect(parseSerial("20150126CCCH502126167".repeat(5_000))).not.toBeNull();
    expect(parseSerial(" ".repeat(100_000))).toBeNull();
  });
});

describe("the date on a label", () => {
  test("is a day of the calendar, as the platform counts days", () => {
    const parts = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(99), fc.nat(99));
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const two = (n: number) => String(n).padStart(2, "0");
        const iso = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
        const at = new Date(`${iso}T00:00:00Z`);
        const real = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
        expect(isLabelDate(iso.replaceAll("-", ""))).toBe(real);
      }),
      { numRuns: 500 },
    );
    expect(["20000229", "20240229", "19000229", "00000101"].map(isLabelDate)).toEqual([true, true, false, false]);
  });
});

const directory = new URL("../../shared/data/directory-500/", import.meta.url);
const absent = !existsSync(directory);
if (absent) console.log("The example directory (../shared/data/directory-500) is absent: its serials are not checked.");

test.skipIf(absent)("parses each device row of the example directory, save those refused as not a serial", () => {
  const expected = JSON.parse(readFileSync(new URL("expected.json", directory), "utf8")) as {
    refused: { file: string; line: number; reason: string }[];
  };
  const bad = expected.refused.filter((row) => row.file === "devices.csv" && row.reason === "not a serial");
  const rows: { serial: string }[] = parse(readFileSync(new URL("devices.csv", directory)), {
    bom: true,
    columns: true,
  });
  const refused = rows.flatMap((row, at) => (parseSerial(row.serial) ? [] : [at + 2]));
  expect(refused).toEqual(bad.map((row) => row.line));
  expect(refused.length).toBeGreaterThan(0);
});
