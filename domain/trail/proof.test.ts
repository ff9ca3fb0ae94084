import fc from "fast-check";
import { describe, expect, it } from "vitest";
import known from "../vectors/rfc6962-proofs.json";
import { checkConsistency, checkInclusion, consistencySpans, inclusionSpans, type Place, proofFrom } from "./proof";
import { append, leafHash, rootOf } from "./tree";

const bytes = (base64: string): Buffer => Buffer.from(base64, "base64");
const hashes = (proof: string[] | null): Buffer[] => (proof ?? []).map(bytes);

/** A tree of `size` leaves: its roots by size, and the hash of every complete subtree. */
function treeOf(size: number) {
  const nodes = new Map<string, Buffer>();
  const roots: Buffer[] = [rootOf([])];
  let range: Buffer[] = [];
  for (let seq = 0; seq < size; seq += 1) {
    const leaf = leafHash(Buffer.from(`entry ${seq}`));
    nodes.set(`0/${seq}`, leaf);
    const step = append(range, seq, leaf);
    for (const { level, index, hash } of step.completed) nodes.set(`${level}/${index}`, hash);
    range = step.range;
    roots.push(rootOf(range));
  }
  const hashOf = ({ level, index }: Place): Buffer => {
    const hash = nodes.get(`${level}/${index}`);
    if (!hash) throw new Error(`no subtree ${level}/${index}`);
    return hash;
  };
  return { roots, hashOf };
}

const tree = treeOf(300);
const rootAt = (size: number): Buffer => tree.roots[size] as Buffer;
const inclusionOf = (index: number, size: number) => ({
  index,
  size,
  leaf: tree.hashOf({ level: 0, index }),
  root: rootAt(size),
  proof: proofFrom(inclusionSpans(index, size), tree.hashOf),
});
const consistencyOf = (older: number, size: number) => ({
  older,
  size,
  olderRoot: rootAt(older),
  root: rootAt(size),
  proof: proofFrom(consistencySpans(older, size), tree.hashOf),
});
const twoSizes = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const turned = (proof: readonly Buffer[], at: number): Buffer[] =>
  proof.map((hash, i) => (i === at % proof.length ? leafHash(hash) : hash));

describe("A proof that an entry is in the trail", () => {
  it.each(known.inclusion)("is judged as labelled: $file", (v) => {
    const claim = {
      index: v.leafIdx,
      size: v.treeSize,
      leaf: bytes(v.leafHash),
      root: bytes(v.root),
      proof: hashes(v.proof),
    };
    expect(checkInclusion(claim)).toBe(!v.wantErr);
  });

  it("holds for every entry of every tree, in as few hashes as the tree is deep, and for no other entry", () => {
    fc.assert(
      fc.property(twoSizes, ([low, size]) => {
        const index = low - 1;
        const claim = inclusionOf(index, size);
        expect(claim.proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(checkInclusion(claim)).toBe(true);
        expect(checkInclusion({ ...claim, leaf: leafHash(Buffer.from("another")) })).toBe(false);
        expect(checkInclusion({ ...claim, root: leafHash(claim.root) })).toBe(false);
        expect(checkInclusion({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false);
        if (size > 1) expect(checkInclusion({ ...claim, index: (index + 1) % size })).toBe(false);
        if (size > 1) expect(checkInclusion({ ...claim, proof: turned(claim.proof, index) })).toBe(false);
        if (size > 1) expect(checkInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
      }),
    );
  });
});

describe("A proof that the trail only grew", () => {
  it.each(known.consistency)("is judged as labelled: $file", (v) => {
    const claim = {
      older: v.size1,
      size: v.size2,
      olderRoot: bytes(v.root1),
      root: bytes(v.root2),
      proof: hashes(v.proof),
    };
    expect(checkConsistency(claim)).toBe(!v.wantErr);
  });

  it("holds from every size to every later one, and not when a hash, a root or a size is another", () => {
    fc.assert(
      fc.property(twoSizes, ([older, size]) => {
        const claim = consistencyOf(older, size);
        expect(claim.proof.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(size)) + 1);
        expect(checkConsistency(claim)).toBe(true);
        expect(checkConsistency({ ...claim, olderRoot: leafHash(claim.olderRoot) })).toBe(false);
        expect(checkConsistency({ ...claim, root: leafHash(claim.root) })).toBe(false);
        expect(checkConsistency({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false);
        if (older < size) expect(checkConsistency({ ...claim, proof: turned(claim.proof, older) })).toBe(false);
        if (older < size) expect(checkConsistency({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
      }),
    );
  });

  it("is asked for only where there is something to prove", () => {
    for (const [older, size] of [
      [0, 5],
      [6, 5],
      [1.5, 5],
    ] as const)
      expect(() => consistencySpans(older, size)).toThrow(RangeError);
    for (const [index, size] of [
      [5, 5],
      [-1, 5],
    ] as const)
      expect(() => inclusionSpans(index, size)).toThrow(RangeError);
  });
});
