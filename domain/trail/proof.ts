import { nodeHash, rootOf } from "./tree";

/** Leaves `from` up to, not including, `to`; a proof is the roots over some of these. */
export interface Span {
  from: number;
  to: number;
}
/** A complete subtree by its place: leaves index * 2^level up to, not including, (index + 1) * 2^level; level 0 is a leaf. */
export interface Place {
  level: number;
  index: number;
}

/** The spans whose roots prove that leaf `index` is in a tree of `size` leaves, from its sibling up (RFC 6962, 2.1.1, PATH). */
export function inclusionSpans(index: number, size: number): Span[] {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const spans: Span[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    if (index < middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
    }
  }
  return spans.reverse();
}

/** The spans whose roots prove that a tree of `size` leaves begins with the one of `older` leaves (RFC 6962, 2.1.2, PROOF). */
export function consistencySpans(older: number, size: number): Span[] {
  if (!isCount(older) || !isCount(size) || older < 1 || older > size)
    throw new RangeError(`a tree of ${size} does not continue one of ${older}`);
  if (older === size) return [];
  const spans: Span[] = [];
  let [from, to] = [0, size];
  while (to !== older) {
    const middle = from + largestPowerBelow(to - from);
    if (older <= middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
    }
  }
  // The older tree's own last part, left out where it is the whole older tree: whoever checks has that root.
  if (from > 0) spans.push({ from, to });
  return spans.reverse();
}

/** The complete subtrees a span of a tree falls into, largest first; their hashes give its root by `rootOf`. */
export function placesOf({ from, to }: Span): Place[] {
  const places: Place[] = [];
  for (let at = from; at < to; ) {
    let [level, width] = [0, 1];
    while (at % (width * 2) === 0 && at + width * 2 <= to) [level, width] = [level + 1, width * 2];
    places.push({ level, index: at / width });
    at += width;
  }
  return places;
}

/** The proof's hashes from those of the subtrees its spans fall into. */
export function proofFrom(spans: readonly Span[], hashOf: (place: Place) => Buffer): Buffer[] {
  return spans.map((span) => rootOf(placesOf(span).map(hashOf)));
}

/** Whether `proof` shows leaf `index`, with this hash, in the tree of `size` leaves with this root (RFC 9162, 2.1.3.2). */
export function checkInclusion(claim: {
  index: number;
  size: number;
  leaf: Uint8Array;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}): boolean {
  const { index, size, leaf, root, proof } = claim;
  if (!isCount(index) || !isCount(size) || index >= size || ![leaf, ...proof].every(isHash)) return false;
  let [fn, sn] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else hash = nodeHash(hash, sibling);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && isSame(hash, root);
}

/**
 * Whether `proof` shows that the tree with `root` begins with the one with `olderRoot` (RFC 9162, 2.1.4.2). From an older
 * tree of no leaves nothing can be proven, so that is refused.
 */
export function checkConsistency(claim: {
  older: number;
  size: number;
  olderRoot: Uint8Array;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}): boolean {
  const { older, size, olderRoot, root, proof } = claim;
  if (!isCount(older) || !isCount(size) || older < 1 || older > size || !proof.every(isHash)) return false;
  if (older === size) return proof.length === 0 && isSame(olderRoot, root);
  const path = isPowerOfTwo(older) ? [olderRoot, ...proof] : [...proof];
  const [first, ...rest] = path;
  if (!first || path.length < 2) return false;
  let [fn, sn] = [older - 1, size - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [before, after] = [first, first];
  for (const hash of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [before, after] = [nodeHash(hash, before), nodeHash(hash, after)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else after = nodeHash(after, hash);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && isSame(before, olderRoot) && isSame(after, root);
}

/** Whether two hashes are the same bytes. */
export const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((v, i) => v === b[i]);

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const isHash = (hash: Uint8Array): boolean => hash.length === 32;
const half = (n: number): number => Math.floor(n / 2);

function largestPowerBelow(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

function isPowerOfTwo(n: number): boolean {
  let k = 1;
  while (k < n) k *= 2;
  return k === n;
}
