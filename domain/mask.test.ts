import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskContact, maskEmail, maskName, maskPhone } from "./mask";

const rtlOverride = "\u202e";
const family = "👨‍👩‍👧";

describe("a masked name", () => {
  test.each([
    ["Jane Miller", "J••• M•••"],
    ["Zoë O’Brien", "Z••• O•••"],
    ["Нина Орлова", "Н••• О•••"],
    ["محمد علي", "م••• ع•••"],
    ["王芳", "王•••"],
    ["अनीता राव", "अ••• रा•••"],
    ["김민준", "김•••"],
    ["Nguyễn Thị Hoa", "N••• T••• H•••"],
    ["One Two Three Four Five", "O••• T••• T•••"],
    ["  Ruth  Ben-Ari ", "R••• B•••"],
    ["Hans\tMeyer", "H••• M•••"],
    ["Søren\u00a0Ægir", "S••• Æ•••"],
    ["=Cash Ltd", "=••• L•••"],
    [`${family}crew 🇩🇪x`, `${family}••• 🇩🇪•••`],
    ["", "•••"],
    ["\u200b \u202e", "•••"],
  ])("of %j is %s", (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test("keeps the marks of its first grapheme, composed", () => {
    expect(maskName("E\u0301lodie")).toBe("É•••");
    expect(maskName("नीता")).toBe("नी•••");
  });

  test("holds no control, bidi or lone mark that a name began with", () => {
    expect(maskName(`${rtlOverride}Jane \u2066Mi\u0007ller\u2069 \u0301X`)).toBe("J••• M••• X•••");
    expect(maskName("\u001b[31mJane")).toBe("[•••");
    expect(maskName("A\u{e0073}\u{e0065}\u{e0063}")).toBe("A•••");
  });

  test("does not grow with a heap of marks", () => {
    expect(maskName(`Z${"\u0489".repeat(500)}`).length).toBeLessThan(25);
  });
});

describe("a masked address", () => {
  test.each([
    ["jane@bar.example", "j•••@b•••.example"],
    ["user@mail.example.net", "u•••@m•••.example.net"],
    ["user3@bücher.example", "u•••@b•••.example"],
    ["用户@例子.example", "用•••@例•••.example"],
    ["j@b.example", "j•••@b•••.example"],
    ["root@localhost", "r•••@l•••"],
    ['"a@b"@bar.example', '"•••@b•••.example'],
    ["@bar.example", "•••@b•••.example"],
    ["jane@", "j•••@•••"],
    ["jane@.example", "j•••@•••.example"],
    ["jane", "j•••"],
    ["", "•••"],
    [`${rtlOverride}jane@\u200bbar.exa\u202emple`, "j•••@b•••.example"],
  ])("of %j is %s", (address, masked) => {
    expect(maskEmail(address)).toBe(masked);
  });
});

describe("a masked phone number", () => {
  test.each([
    ["+14155550142", "•••• 42"],
    ["+49 (0) 151 / 123-4542 ", "•••• 42"],
    ["٠١٥١١٢٣٤٥٤٢", "•••• ٤٢"],
    ["123442", "•••• 42"],
    ["12342", "••••"],
    ["+49", "••••"],
    ["", "••••"],
  ])("of %j is %s", (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});

test("a contact is masked by its kind", () => {
  expect(maskContact("email", "jane@bar.example")).toBe("j•••@b•••.example");
  expect(maskContact("phone", "+14155550142")).toBe("•••• 42");
});

test("a mask never shows more than the first grapheme of a word", () => {
  const segments = (text: string) => [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)].length;
  const anyText = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.string());
  fc.assert(
    fc.property(anyText, (text) => {
      const words = maskName(text).split(" ");
      expect(words.length).toBeLessThanOrEqual(3);
      for (const word of words) expect(segments(word)).toBeLessThanOrEqual(4);
      const address = maskEmail(`${text.replaceAll("@", "")}@${text.replace(/[.@]/g, "")}`);
      for (const side of address.split("@")) expect(segments(side)).toBeLessThanOrEqual(4);
      for (const masked of [maskName(text), maskEmail(text), maskPhone(text)]) {
        expect(masked).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      }
    }),
  );
});
