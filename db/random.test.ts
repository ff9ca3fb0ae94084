import { expect, it } from "vitest";
import { freshBytes } from "./random";

it("Random bytes are as many as were asked for, never the same twice, and stay what they are", () => {
  const drawn = Array.from({ length: 3000 }, (_, n) => freshBytes(n % 2 === 0 ? 12 : 32));
  const before = drawn.map((bytes) => bytes.toString("hex"));
  for (let n = 0; n < 3000; n += 1) freshBytes(32);
  expect(drawn.map((bytes) => bytes.toString("hex"))).toEqual(before);
  expect(new Set(before.map((hex) => hex.slice(0, 24))).size).toBe(3000);
  expect(drawn.every((bytes, n) => bytes.length === (n % 2 === 0 ? 12 : 32))).toBe(true);
});
