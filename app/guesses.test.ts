import { minutes } from "domain/time";
import { beforeEach, describe, expect, it } from "vitest";
import { makeBudget } from "./budget.server";
import { type Guesses, makeGuesses } from "./guesses.server";

const now = Date.parse("2026-03-02T09:00:00.000Z");

describe("Guessing passwords", () => {
  let guesses: Guesses;
  beforeEach(() => {
    guesses = makeGuesses();
  });
  const taken = (times: number, name: string, source: (n: number) => string, at = now) =>
    Array.from({ length: times }, (_, n) => guesses.take(name, source(n), at)).filter((ok) => ok).length;

  it("lets one source try ten times at one name in 15 minutes, and at another name apart", () => {
    expect(taken(11, "ada", () => "a")).toBe(10);
    expect(guesses.take("bob", "a", now)).toBe(true);
    expect(guesses.take("ada", "a", now + minutes(15))).toBe(true);
  });

  it("never takes the tries of whom the name belongs to, however many strangers try", () => {
    taken(1000, "ada", (n) => `stranger ${n % 100}`);
    expect(guesses.take("ada", "home", now)).toBe(true);
  });

  it("leaves each of many sources three tries at a name that all of them try at", () => {
    const spread = (n: number) => `stranger ${n % 100}`;
    expect(taken(1000, "ada", spread)).toBe(50 + 100 * 3);
  });

  it("gives the tries back to whoever knew the password", () => {
    taken(10, "ada", () => "a");
    guesses.forgive("ada", "a");
    expect(guesses.take("ada", "a", now)).toBe(true);
  });
});

describe("A budget", () => {
  it("slides: what was spent comes back as it grows old", () => {
    const budget = makeBudget(2, minutes(1));
    expect([0, 30_000, 59_999, 60_000, 60_001].map((ms) => budget.take("a", now + ms))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  it("holds a source that others come between, for the whole window", () => {
    const budget = makeBudget(1, minutes(1));
    expect(budget.take("a", now)).toBe(true);
    for (let n = 0; n < 59; n += 1) budget.take(`other ${n}`, now + n * 1000);
    expect(budget.take("a", now + 59_999)).toBe(false);
  });

  it("does not count times that a clock set back left ahead of it", () => {
    const budget = makeBudget(1, minutes(1));
    budget.take("a", now + minutes(60));
    expect(budget.take("a", now)).toBe(true);
  });
});
