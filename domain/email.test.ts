import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanEmail } from "./email";

describe("an address", () => {
  test.each([
    ["jane@bar.example", "jane@bar.example"],
    ["  Jane.Miller+desk@BAR.Example\n", "jane.miller+desk@bar.example"],
    ["user@bücher.example", "user@bücher.example"],
    ["user@bu\u0308cher.example", "user@bücher.example"],
    ["USER@BÜCHER.EXAMPLE", "user@bücher.example"],
    ["用户@例子.测试", "用户@例子.测试"],
    ["a@xn--bcher-kva.example", "a@xn--bcher-kva.example"],
    ["a@col·lectiu.example", "a@col·lectiu.example"],
    ["o’brien@bar.example", "o’brien@bar.example"],
    ["a..b@mail.example.net", "a..b@mail.example.net"],
    ["a@b.c", "a@b.c"],
  ])("%j is kept as %s", (typed, kept) => {
    expect(cleanEmail(typed)).toBe(kept);
  });

  test.each([
    "",
    " ",
    "@",
    "jane",
    "user1@",
    "@bar.example",
    "jane@bar",
    "jane@localhost",
    "jane@bar@baz.example",
    "jane@.example",
    "jane@bar.",
    "jane@bar..example",
    "jane@-bar.example",
    "jane@bar-.example",
    "jane@bar!.example",
    "jane@127.0.0.1",
    "jane@[127.0.0.1]",
    "ja ne@bar.example",
    "jane@bar .example",
    "ja\tne@bar.example",
    "ja\u0000ne@bar.example",
    "jane@bar.example\r\nBcc: x",
    "ja\u200bne@bar.example",
    "jane@bar\u202e.example",
    "ja\ud800ne@bar.example",
    "Jane <jane@bar.example>",
    "<jane@bar.example>",
    "eve,jane@bar.example",
    '"jane"@bar.example',
    `jane@${"b".repeat(64)}.example`,
    `${"j".repeat(254 - "@bar.example".length + 1)}@bar.example`,
  ])("%j is refused", (typed) => {
    expect(cleanEmail(typed)).toBeNull();
  });

  test("may have 254 characters", () => {
    const longest = `${"j".repeat(254 - "@bar.example".length)}@bar.example`;
    expect(cleanEmail(longest)).toBe(longest);
  });

  test("once cleaned stays as it is, and has one @ and a dot behind it", () => {
    const part = fc.string({ unit: fc.constantFrom(..."abÜzİß0-._+@ ,\u200b\u0301中"), maxLength: 8 });
    fc.assert(
      fc.property(part, part, (local, domain) => {
        const cleaned = cleanEmail(`${local}@${domain}.example`);
        fc.pre(cleaned !== null);
        expect(cleanEmail(cleaned)).toBe(cleaned);
        expect(cleaned).toMatch(/^[^@\s]+@[^@\s]+\.[^@\s]+$/);
      }),
    );
  });
});

const directory = new URL("../../shared/data/directory-500/", import.meta.url);
const absent = !existsSync(directory);
if (absent)
  console.log("The example directory (../shared/data/directory-500) is absent: its addresses are not checked.");

test.skipIf(absent)("cleans each address of the example directory, save those refused as not an address", () => {
  const expected = JSON.parse(readFileSync(new URL("expected.json", directory), "utf8")) as {
    refused: { file: string; line: number; reason: string }[];
  };
  const bad = expected.refused.filter((row) => row.reason === "not an address").map((row) => row.line);
  const rows: { kind: string; value: string }[] = parse(readFileSync(new URL("contacts.csv", directory)), {
    bom: true,
    columns: true,
  });
  const refused = rows.flatMap((row, at) => (row.kind === "email" && !cleanEmail(row.value) ? [at + 2] : []));
  expect(refused).toEqual(bad);
});
