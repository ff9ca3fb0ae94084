import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isDrawn, lotOf } from "./draw";

const leafOf = (n: number): Buffer => createHash("sha256").update(`entry ${n}`).digest();

describe("The draw", () => {
  test("is the beginning of the SHA-256 of the leaf hash: sha256sum says the same", () => {
    // printf '%064d' 0 | xxd -r -p | sha256sum
    expect(lotOf(Buffer.alloc(32))).toBe(0x66687aad);
  });

  test("takes about one in twenty, and one in four", () => {
    const leaves = Array.from({ length: 20_000 }, (_, n) => leafOf(n));
    const share = (oneIn: number) => leaves.filter((leaf) => isDrawn(leaf, oneIn)).length / leaves.length;
    expect(share(20)).toBeCloseTo(1 / 20, 2);
    expect(share(4)).toBeCloseTo(1 / 4, 1);
    expect(share(1)).toBe(1);
  });

  test("of one in four takes all that one in twenty takes", () => {
    const drawn = Array.from({ length: 5_000 }, (_, n) => leafOf(n)).filter((leaf) => isDrawn(leaf, 20));
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.every((leaf) => isDrawn(leaf, 4))).toBe(true);
  });
});
