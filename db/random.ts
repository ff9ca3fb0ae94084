import { randomFillSync } from "node:crypto";

const pool = Buffer.alloc(8192);
let at = pool.length;

/** So many fresh random bytes (32 at most), drawn from the system for many at a time: one by one they cost more than what is encrypted with them. */
export function freshBytes(n: number): Buffer {
  if (at + n > pool.length) {
    randomFillSync(pool);
    at = 0;
  }
  const bytes = Buffer.from(pool.subarray(at, at + n));
  // What was handed out is a key or a nonce, and stays nowhere else.
  pool.fill(0, at, at + n);
  at += n;
  return bytes;
}
