import { createHash } from "node:crypto";

/**
 * The lot of an entry: the first 32 bits of the SHA-256 of its leaf hash, as a number. It hangs on every byte of the entry, its
 * random id and its time included, so that who causes the entry cannot choose the lot, and who has the entry can draw it again.
 */
export const lotOf = (leaf: Uint8Array): number => createHash("sha256").update(leaf).digest().readUInt32BE(0);

/** Whether an entry is among the one in so many that are drawn: its lot is in the lowest of so many equal parts. */
export const isDrawn = (leaf: Uint8Array, oneIn: number): boolean => lotOf(leaf) < 2 ** 32 / oneIn;
