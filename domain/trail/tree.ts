import { sha256 } from "./sha256";

/** A complete subtree: the hash over the leaves index * 2^level up to, not including, (index + 1) * 2^level. */
export type Subtree = { level: number; index: number; hash: Buffer };

/** The root of a tree without leaves: SHA-256 of nothing (RFC 6962, 2.1). */
export const emptyRoot: Buffer = sha256(new Uint8Array(0));

/** The hash of a leaf: SHA-256(0x00 || bytes) (RFC 6962, 2.1). */
export const leafHash = (bytes: Uint8Array): Buffer => prefixed(0x00, bytes);

const nothing = new Uint8Array(0);

/** The hash over two subtrees: SHA-256(0x01 || left || right) (RFC 6962, 2.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => prefixed(0x01, left, right);

// What is hashed is put together here first, and hashed in one call.
const table = Buffer.alloc(20 * 1024);

function prefixed(prefix: number, first: Uint8Array, second: Uint8Array = nothing): Buffer {
  const length = 1 + first.length + second.length;
  const whole = length <= table.length ? table : Buffer.alloc(length);
  whole[0] = prefix;
  whole.set(first, 1);
  whole.set(second, 1 + first.length);
  return sha256(whole.subarray(0, length));
}

/**
 * The compact range of a tree of `size` leaves (its perfect subtree roots, largest first) after one more leaf hash,
 * and every complete subtree of level 1 and up that this leaf finished, lowest first; the given range stays as it is.
 */
export function append(
  range: readonly Buffer[],
  size: number,
  leaf: Buffer,
): { range: Buffer[]; completed: Subtree[] } {
  if (leaf.length !== 32) throw new RangeError("a leaf hash has 32 bytes");
  if (range.length !== perfectSubtrees(size)) throw new RangeError(`this is not the range of a tree of size ${size}`);
  const next = [...range];
  const completed: Subtree[] = [];
  let hash = leaf;
  let index = size;
  for (let level = 1; index % 2 === 1; level++) {
    hash = nodeHash(next.pop() ?? emptyRoot, hash);
    index = (index - 1) / 2;
    completed.push({ level, index, hash });
  }
  next.push(hash);
  return { range: next, completed };
}

/** Adds a leaf hash to the compact range of a tree of `size` leaves, in place. */
export function growRange(range: Buffer[], size: number, leaf: Buffer): void {
  let hash = leaf;
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(range.pop() ?? emptyRoot, hash);
  range.push(hash);
}

/** The root of the tree that a compact range stands for; `emptyRoot` for an empty range. */
export function rootOf(range: readonly Buffer[]): Buffer {
  return range.length === 0 ? emptyRoot : range.reduceRight((right, left) => nodeHash(left, right));
}

/** How many perfect subtrees a tree of `size` leaves falls into: the ones in the binary form of its size. */
function perfectSubtrees(size: number): number {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`${size} is not the size of a tree`);
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
