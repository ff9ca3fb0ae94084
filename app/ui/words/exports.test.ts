import { expect, it } from "vitest";
import { checkCommand } from "./exports";

it("The command that checks an export names the kept checkpoint where one was given", () => {
  const view = { id: "0123456789abcdef", elsewhere: false, older: null };
  expect(checkCommand(view, "ab")).toBe("node verify.mjs --vkey KEY --manifest ab trail-01234567.zip");
  expect(checkCommand({ ...view, older: 20, elsewhere: true }, "ab")).toBe(
    "node verify.mjs --vkey KEY --checkpoint kept.txt --manifest ab BUNDLE",
  );
});
