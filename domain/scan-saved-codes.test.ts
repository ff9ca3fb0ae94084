import fc from "fast-check";
import { expect, it } from "vitest";
import { codeAlphabet, codeLength, groupedCode } from "./saved-codes";
import { redactText, scanText } from "./scan";

const kept = (text: string): string => redactText(text, scanText(text));

it.each([
  ["They read GH8X-HWBX-4TRD-87B9 to me.", "They read [removed: code] to me."],
  ["it was gh8x hwbx 4trd 87b9, then they hung up", "it was [removed: code], then they hung up"],
  ["GH8XHWBX4TRD87B9", "[removed: code]"],
  ["o2il-HWBX-4TRD-87B9 it was", "[removed: code] it was"],
])("takes the saved code out of %j", (text, left) => {
  expect(kept(text)).toBe(left);
});

it.each([
  "They said that they came home late",
  "Will call back when they move home",
  "said that from 2019 till 2021 they were away",
  "CS-1042 was back open then",
])("leaves %j as it is", (text) => {
  expect(kept(text)).toBe(text);
});

it("leaves no code with letters and digits in a note as it was shown", () => {
  const code = fc.string({ unit: fc.constantFrom(...codeAlphabet), minLength: codeLength, maxLength: codeLength });
  fc.assert(
    fc.property(
      code.filter((made) => /[0-9]/.test(made) && /[A-Z]/.test(made)),
      (made) => {
        expect(kept(`They read ${groupedCode(made)} to me`)).not.toContain(groupedCode(made));
      },
    ),
  );
});
