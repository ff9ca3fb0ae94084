import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceOfAtLeast, type Drawing, expectedIn, holm, median, quantile, together } from "./chance";

/** A drawing small enough to be counted out by hand. */
const small = fc
  .record({ all: fc.integer({ min: 1, max: 7 }), marked: fc.nat(7), drawn: fc.nat(7) })
  .map(({ all, marked, drawn }): Drawing => ({ all, marked: Math.min(all, marked), drawn: Math.min(all, drawn) }));

/** Every way to draw, one by one: how often each number of marked ones comes of it. */
function countedOut({ all, marked, drawn }: Drawing): number[] {
  const ways = Array.from({ length: 2 ** all }, (_, set) => [...Array(all).keys()].filter((i) => set & (1 << i)));
  const hands = ways.filter((hand) => hand.length === drawn);
  return Array.from(
    { length: all + 1 },
    (_, k) => hands.filter((hand) => hand.filter((i) => i < marked).length === k).length / hands.length,
  );
}

describe("The chance of so many marked ones or more", () => {
  test("is what counting out every way to draw comes to", () => {
    fc.assert(
      fc.property(small, small, fc.nat(14), (one, other, seen) => {
        const [p, q] = [countedOut(one), countedOut(other)];
        const pairs = p.flatMap((a, i) => q.map((b, j) => (i + j >= seen ? a * b : 0)));
        const counted = pairs.reduce((sum, x) => sum + x, 0);
        expect(chanceOfAtLeast([one, other], seen)).toBeCloseTo(counted, 10);
      }),
      { numRuns: 150 },
    );
  });

  test("is Fisher's, of the lady who tasted all eight cups right: 1 in 70", () => {
    expect(chanceOfAtLeast([{ all: 8, marked: 4, drawn: 4 }], 4)).toBeCloseTo(1 / 70, 12);
  });

  test("stays exact where it is very small", () => {
    const chance = chanceOfAtLeast([{ all: 1000, marked: 100, drawn: 100 }], 60);
    expect(chance).toBeGreaterThan(0);
    expect(chance).toBeLessThan(1e-30);
  });

  test("is on average what is expected", () => {
    fc.assert(
      fc.property(small, (d) => {
        const mean = Array.from({ length: d.all }, (_, k) => chanceOfAtLeast([d], k + 1)).reduce((a, b) => a + b, 0);
        expect(expectedIn([d])).toBeCloseTo(mean, 10);
      }),
    );
  });

  test("is certain of none, and of nothing drawn impossible of any", () => {
    expect(chanceOfAtLeast([], 0)).toBe(1);
    expect(chanceOfAtLeast([], 1)).toBe(0);
    expect(expectedIn([{ all: 0, marked: 0, drawn: 0 }])).toBe(0);
  });
});

describe("Two chances together", () => {
  test("are less than either where both are small, and certain where both are", () => {
    expect(together(0.01, 0.01)).toBeLessThan(0.01);
    expect(together(1, 1)).toBe(1);
    expect(together(0, 0.5)).toBe(0);
  });
});

describe("Holm's correction", () => {
  test("is the example worked by hand, in the order it was asked", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  test("never makes a chance smaller, nor turns two of them around", () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(chances, (ps) => {
        const corrected = holm(ps);
        for (const [i, p] of ps.entries()) {
          expect(corrected[i]).toBeGreaterThanOrEqual(p);
          for (const [j, q] of ps.entries()) if (p < q) expect(corrected[i]).toBeLessThanOrEqual(corrected[j] ?? 0);
        }
      }),
    );
  });
});

test("The median is the middle, the 90th percentile what nine in ten do not exceed", () => {
  expect([median([]), median([3]), median([5, 1, 3]), median([4, 1, 3, 2])]).toEqual([0, 3, 3, 2.5]);
  const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
  expect([quantile(ten, 0.9), quantile(ten, 0.5), quantile([7], 0.9), quantile([], 0.9)]).toEqual([9, 5, 7, 0]);
});
