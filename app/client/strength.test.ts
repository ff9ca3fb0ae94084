import { describe, expect, it } from "vitest";
import { strengthOf } from "./strength";

describe("The estimate while a password is typed", () => {
  it.each([
    ["", "empty"],
    ["short", "short"],
    ["aaaaaaaaaaaaaaaa", "weak"],
    ["abcdefghijklmnop", "weak"],
    ["qwertyuiop12345", "weak"],
    ["password1234", "weak"],
    ["PasswordPassword", "weak"],
    ["herons and more", "fair"],
    ["four lanterns on a wet quay", "good"],
    ["عصفور يغني فوق الجبل", "good"],
    ["tr0ub4dor&3xy", "good"],
  ])("of %j is %s", (password, strength) => {
    expect(strengthOf(password, 12).strength).toBe(strength);
  });

  it("says how many characters are missing, as the reader counts them", () => {
    expect(strengthOf("abc 😀", 12)).toEqual({ strength: "short", missing: 7 });
  });

  it("never falls when a new word is added", () => {
    const order = ["empty", "short", "weak", "fair", "good"];
    const words = ["quay", "quay lantern", "quay lantern ferry", "quay lantern ferry moss"];
    const ranks = words.map((w) => order.indexOf(strengthOf(w, 12).strength));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });
});
