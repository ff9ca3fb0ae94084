import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redactText, scanText } from "./scan";

const found = (text: string) => scanText(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
const labels = [
  "DS-2CD2432F-IW20150126CCCH502126167",
  "DS-2CD2T47G2-L(C)20210722BBWR372104572",
  "DS-7608NI-E2/8P0820160211AAWR123456789WCVU",
  "DS-KH6320-WTE10120210618WRQ07516364CLU",
];

describe("a free text is found to hold", () => {
  test.each([
    ...labels,
    ...labels.map((label) => label.toLowerCase()),
    "ds-2 CD2T47G2-L(C) 20210722 BB WR 372 104 572",
    "DS-2CD2T47G2-L(C)2021 0722BBWR\n372104572",
    "L38239367",
    "l38239367",
    "AE6504225",
    "ae6504225",
    "AE 650 4225",
    "L 38 239 367",
    "L-38239367",
    "A E 6 5 0 4 2 2 5",
    "123456789",
    "123 456 789",
    "1 2 3 4 5 6 7 8 9",
    "Ｌ３８２３９３６７",
    "L3823\u200b9367",
    "CCCH502126167",
    "123456789WCVU",
  ])("a serial in %j", (serial) => {
    expect(found(serial)).toEqual([["serial", serial]]);
    expect(found(`The label says (${serial}), she read.`)).toEqual([["serial", serial]]);
    expect(found(`他说${serial}。`)).toEqual([["serial", serial]]);
  });

  test.each(["123456", "123 456", "123-456", "12 34 56", "1 2 3 4 5 6", "１２３４５６", "١٢٣٤٥٦", "123–456", "000000"])(
    "a code in %j",
    (code) => {
      expect(found(`Code: ${code}.`)).toEqual([["code", code]]);
      expect(found(`验证码${code}请`)).toEqual([["code", code]]);
    },
  );

  test.each([
    "jane@bar.example",
    "Jane.Miller+desk@mail.example.net",
    "user@bücher.example",
    "用户@例子.测试",
    "jane @ bar.example",
    "ｊａｎｅ＠ｂａｒ．ｅｘａｍｐｌｅ",
    "jane@\u200bbar.example",
    "123456@bar.example",
  ])("an address in %j", (address) => {
    expect(found(`Write to <${address}>, please.`)).toEqual([["address", address]]);
    expect(found(`mailto:${address}.`)).toEqual([["address", address]]);
  });

  test.each([
    "+14155550142",
    "+1 (415) 555-0142",
    "(415) 555-0142",
    "(+49) 151 1234567",
    "+49 (0) 151 / 123 45 67",
    "0049 151 1234567",
    "0151 123456",
    "01.23.45.67.89",
    "555-0142",
    "030/1234567",
    "+٤٩١٥١١٢٣٤٥٦٧",
  ])("a phone number in %j", (phone) => {
    expect(found(`Call ${phone}, now`)).toEqual([["phone", phone]]);
  });

  test("each of several things, in order", () => {
    expect(found("jane@bar.example read 123 456 and L38239367; call her at 555-0142 or +1 415 555 0142.")).toEqual([
      ["address", "jane@bar.example"],
      ["code", "123 456"],
      ["serial", "L38239367"],
      ["phone", "555-0142"],
      ["phone", "+1 415 555 0142"],
    ]);
    expect(found(labels.join(" "))).toEqual(labels.map((label) => ["serial", label]));
    expect(found("a@b.example;c@d.example")).toEqual([
      ["address", "a@b.example"],
      ["address", "c@d.example"],
    ]);
  });

  test("a whole label in any spelling, of which no digit of the SHORT stays", () => {
    const spaced = fc
      .tuple(
        fc.constantFrom(...labels),
        fc.array(fc.constantFrom("", "", " ", "\n", "\u00a0"), { minLength: 50, maxLength: 50 }),
      )
      .map(([label, gaps]) => [...label].map((c, at) => c.toLowerCase() + gaps[at]).join(""));
    fc.assert(
      fc.property(spaced, (label) => {
        const text = `She said ${label} to me`;
        expect(redactText(text, scanText(text))).toContain("[removed: serial]");
        expect(redactText(text, scanText(text)).replace(/[\s\S]*serial\]/, "")).not.toMatch(/\d/);
      }),
    );
  });
});

describe("a free text may hold", () => {
  test.each([
    "",
    "CS-1042",
    "see cs-104212 and CS-1042, CS-1043.",
    "CS-1042 14:05 2026-01-31",
    "2026-01-31",
    "31.01.2026",
    "31/01/26",
    "01-31-26",
    "20260131",
    "2024-2025",
    "14:05",
    "2026-01-31 14:05",
    "2026-01-31T14:05:22.123Z",
    "from 14:05 to 15:30 on 31.01.2026",
    "3 devices, 12 attempts, 2026",
    "room 12345",
    "1 2 3",
    "two of 3, 4/5, 24/7, 100 %",
    "model DS-2CD2432F-IW and DS-7608NI-E2/8P",
    "version 20.20.2",
    "she said @home, e.g. p.m.",
    "meet @ 5.30",
    "T4, 72 h, 60 points",
    "12,345.67",
    "12 3456",
    "C123456D",
  ])("%j", (text) => {
    expect(found(text)).toEqual([]);
  });
});
