import { expect, test } from "vitest";
import { linked } from "./linked";

test("a web address becomes a link, and the full stop after it does not", () => {
  const parts = linked("Stop it: http://localhost:4000/objection/abc_-9.\nBye");
  expect(parts.map((p) => p.href)).toEqual([null, "http://localhost:4000/objection/abc_-9", null]);
  expect(parts.map((p) => p.text).join("")).toBe("Stop it: http://localhost:4000/objection/abc_-9.\nBye");
});

test("a text without an address is one part, an empty one none", () => {
  expect(linked("Your code is 123 456")).toEqual([{ at: 0, text: "Your code is 123 456", href: null }]);
  expect(linked("")).toEqual([]);
});

test("other schemes stay text", () => {
  expect(linked("javascript:alert(1) data:text/html,x").every((p) => p.href === null)).toBe(true);
});
