import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { Buffer } from "buffer";

/** What the verifier takes from `node:crypto`, for a browser: SHA-256, and Ed25519 signatures checked as Node does (RFC 8032). */
export function createHash(name: string) {
  if (name !== "sha256") throw new TypeError(`There is no ${name} here.`);
  const hash = sha256.create();
  const api = {
    update(data: Uint8Array | string, _encoding?: string) {
      hash.update(typeof data === "string" ? Buffer.from(data, "utf8") : data);
      return api;
    },
    digest(encoding?: BufferEncoding) {
      const digest = Buffer.from(hash.digest());
      return encoding ? digest.toString(encoding) : digest;
    },
  };
  return api;
}

/** The same in one call. */
export const hash = (name: string, data: Uint8Array, encoding: BufferEncoding | "buffer") =>
  createHash(name)
    .update(data)
    .digest(encoding === "buffer" ? undefined : encoding);

const keyBytes = 32;

/** The key of its SPKI form, whose last 32 bytes it is. */
export const createPublicKey = ({ key }: { key: Uint8Array }): Uint8Array => key.subarray(-keyBytes);

export function verify(_algorithm: null, bytes: Uint8Array, key: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, bytes, key, { zip215: false });
  } catch {
    return false;
  }
}

const noSigning = (): never => {
  throw new TypeError("Nothing is signed here.");
};
export const createPrivateKey = noSigning;
export const sign = noSigning;
