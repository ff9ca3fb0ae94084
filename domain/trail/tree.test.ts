import fc from "fast-check";
import { describe, expect, test } from "vitest";
import known from "../vectors/rfc6962-roots.json";
import { append, emptyRoot, leafHash, nodeHash, rootOf, type Subtree } from "./tree";

/** MTH(D[n]) as RFC 6962, 2.1 defines it. */
function rootOfLeaves(leaves: readonly Uint8Array[]): Buffer {
  const [first] = leaves;
  if (!first) return emptyRoot;
  if (leaves.length === 1) return leafHash(first);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(rootOfLeaves(leaves.slice(0, k)), rootOfLeaves(leaves.slice(k)));
}

/** The range after each leaf in turn, starting with the empty one, and all that was completed on the way. */
function grow(leaves: readonly Uint8Array[]): { ranges: Buffer[][]; completed: Subtree[] } {
  const ranges: Buffer[][] = [[]];
  const completed: Subtree[] = [];
  for (const [size, leaf] of leaves.entries()) {
    const grown = append(ranges[size] ?? [], size, leafHash(leaf));
    ranges.push(grown.range);
    completed.push(...grown.completed);
  }
  return { ranges, completed };
}

const someLeaves = fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 300, size: "max" });

describe("the tree", () => {
  const leaves = known.leafInputsHex.map((hex) => Buffer.from(hex, "hex"));

  test("has the roots published with the Certificate Transparency reference", () => {
    expect(grow(leaves).ranges.map((range) => rootOf(range).toString("hex"))).toEqual(known.rootsHexBySize);
  });

  test("has them by the RFC's own definition too", () => {
    const roots = known.rootsHexBySize.map((_, size) => rootOfLeaves(leaves.slice(0, size)).toString("hex"));
    expect(roots).toEqual(known.rootsHexBySize);
  });

  test("has the root of the recursive definition at every size", () => {
    fc.assert(
      fc.property(someLeaves, (some) => {
        const last = grow(some).ranges.at(-1) ?? [];
        expect(rootOf(last).equals(rootOfLeaves(some))).toBe(true);
      }),
      { numRuns: 40 },
    );
    const many = Array.from({ length: 130 }, (_, n) => Buffer.from(String(n)));
    const roots = grow(many).ranges.map((range) => rootOf(range).toString("hex"));
    expect(roots).toEqual(roots.map((_, size) => rootOfLeaves(many.slice(0, size)).toString("hex")));
  });

  test("hands out every complete subtree once, with its hash", () => {
    fc.assert(
      fc.property(someLeaves, (some) => {
        const { ranges, completed } = grow(some);
        const names = completed.map(({ level, index }) => `${level}/${index}`);
        expect(new Set(names).size).toBe(names.length);
        expect(completed.length).toBe(some.length - (ranges.at(-1)?.length ?? 0));
        for (const { level, index, hash } of completed) {
          const covered = some.slice(index * 2 ** level, (index + 1) * 2 ** level);
          expect(covered.length).toBe(2 ** level);
          expect(hash.equals(rootOfLeaves(covered))).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("keeps one hash for each one in the binary form of its size", () => {
    const { ranges } = grow(Array.from({ length: 70 }, () => Buffer.alloc(1)));
    expect(ranges.map((range) => range.length)).toEqual(
      ranges.map((_, size) => size.toString(2).replaceAll("0", "").length),
    );
  });

  test("counts beyond 32 bits", () => {
    const size = 2 ** 40 + 1;
    const [big, one, leaf] = ["big", "one", "leaf"].map((name) => leafHash(Buffer.from(name))) as [
      Buffer,
      Buffer,
      Buffer,
    ];
    const grown = append([big, one], size, leaf);
    expect(grown.completed.map(({ level, index }) => [level, index])).toEqual([[1, 2 ** 39]]);
    expect(rootOf(grown.range).equals(nodeHash(big, nodeHash(one, leaf)))).toBe(true);
  });

  test("leaves the range it was given as it is", () => {
    const range = [leafHash(Buffer.from("a"))];
    const before = [...range];
    append(range, 1, leafHash(Buffer.from("b")));
    expect(range).toEqual(before);
  });

  test("refuses what is not a leaf hash, a size, or the range of that size", () => {
    const leaf = leafHash(Buffer.from("a"));
    expect(() => append([], 0, Buffer.from("raw bytes of an entry"))).toThrow(RangeError);
    expect(() => append([], 1, leaf)).toThrow(RangeError);
    expect(() => append([leaf], 0, leaf)).toThrow(RangeError);
    expect(() => append([], -1, leaf)).toThrow(RangeError);
    expect(() => append([leaf], 0.5, leaf)).toThrow(RangeError);
  });
});
