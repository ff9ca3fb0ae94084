import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";

/** What a key signs: the text of a note (0x01), or a checkpoint together with a time (0x04, tlog-cosignature). */
export type SignatureType = 1 | 4;
/** A key that notes are verified with (C2SP signed-note). */
export interface VerifierKey {
  name: string;
  /** SHA-256(name || 0x0A || type || public key), its first four bytes. */
  id: Buffer;
  type: SignatureType;
  /** The 32 bytes of an Ed25519 public key. */
  publicKey: Buffer;
}
/** A key that signs: its 32-byte Ed25519 seed never leaves it. */
export interface SignerKey extends VerifierKey {
  seed: Buffer;
}
export interface NoteSignature {
  name: string;
  id: Buffer;
  signature: Buffer;
}
/** A note taken apart: its text with the last line feed, and its signatures, none of them verified. */
export interface Note {
  text: string;
  signatures: NoteSignature[];
}

const privateHead = Buffer.from("302e020100300506032b657004220420", "hex");
const publicHead = Buffer.from("302a300506032b6570032100", "hex");

/** The signer with this name and seed. */
export function signerOf(name: string, type: SignatureType, seed: Buffer): SignerKey {
  if (seed.length !== 32) throw new RangeError("An Ed25519 seed has 32 bytes.");
  const der = createPublicKey(privateKey(seed)).export({ format: "der", type: "spki" });
  return { ...verifierOf(name, type, der.subarray(publicHead.length)), seed };
}

function verifierOf(name: string, type: SignatureType, publicKey: Buffer): VerifierKey {
  if (!isKeyName(name)) throw new RangeError("A key's name is not empty and holds no space, line or plus.");
  return { name, type, publicKey, id: idOf(name, Buffer.concat([Uint8Array.of(type), publicKey])) };
}

const idOf = (name: string, typeAndKey: Buffer): Buffer =>
  createHash("sha256").update(`${name}\n`, "utf8").update(typeAndKey).digest().subarray(0, 4);

/** A verifier key as text: NAME+ID in hex+base64(type || public key). */
export const formatVkey = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${id.toString("hex")}+${Buffer.concat([Uint8Array.of(type), publicKey]).toString("base64")}`;

/** The key a text names, or null when it names none, or one whose id is not its own. */
export function parseVkey(text: string): VerifierKey | null {
  const read = readVkey(text);
  return "problem" in read ? null : read;
}

/** The same, telling a key whose id is not its own, because a letter of it is wrong, from what is no key at all. */
export function readVkey(text: string): VerifierKey | { problem: "not-a-key" | "other-id" } {
  const [, name = "", id = "", encoded = ""] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  const key = fromBase64(encoded);
  if (key?.length !== 33 || !isKeyName(name)) return { problem: "not-a-key" };
  if (idOf(name, key).toString("hex") !== id) return { problem: "other-id" };
  const [type] = key;
  return type === 1 || type === 4 ? verifierOf(name, type, key.subarray(1)) : { problem: "not-a-key" };
}

/** Signs a note's text, which ends in a line feed. */
export const signNote = (text: string, signer: SignerKey): NoteSignature => ({
  name: signer.name,
  id: signer.id,
  signature: signBytes(Buffer.from(text, "utf8"), signer),
});

/** Signs bytes with Ed25519 (RFC 8032). */
export const signBytes = (bytes: Buffer, signer: SignerKey): Buffer => sign(null, bytes, privateKey(signer.seed));

/** A signed note: the text, an empty line, and a line for each signature: — NAME base64(key id || signature). */
export const formatNote = ({ text, signatures }: Note): string => `${text}\n${signatures.map(signatureLine).join("")}`;

/** One signature as its line. */
export const signatureLine = ({ name, id, signature }: NoteSignature): string =>
  `— ${name} ${Buffer.concat([id, signature]).toString("base64")}\n`;

const mostNoteChars = 100_000;

/** Takes a note apart, strictly: no control characters but line feeds, an empty line, and signature lines to the end; or null. */
export function parseNote(note: string): Note | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a note must not hold.
  if (note.length > mostNoteChars || /[\u0000-\u0009\u000b-\u001f]|\p{Surrogate}/u.test(note)) return null;
  const end = note.lastIndexOf("\n\n");
  if (end <= 0) return null;
  const signatures = parseSignatures(note.slice(end + 2));
  return signatures && signatures.length > 0 ? { text: note.slice(0, end + 1), signatures } : null;
}

/** The signatures of some lines, or null where one of them is no signature line. */
export function parseSignatures(lines: string): NoteSignature[] | null {
  if (!lines.endsWith("\n")) return lines === "" ? [] : null;
  const signatures = lines.slice(0, -1).split("\n").map(parseLine);
  return signatures.every((s) => s !== null) ? signatures : null;
}

function parseLine(line: string): NoteSignature | null {
  const [, name = "", encoded = ""] = /^— ([^ ]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!bytes || bytes.length < 5 || !isKeyName(name)) return null;
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

/** What a key says of a note: `signed` when its signature verifies, `forged` when one in its name does not, else `absent`. */
export function judgeNote(note: Note, key: VerifierKey): "signed" | "forged" | "absent" {
  const own = note.signatures.filter((s) => s.name === key.name && s.id.equals(key.id));
  if (own.length === 0) return "absent";
  const text = Buffer.from(note.text, "utf8");
  return own.every((s) => verifyBytes(text, s.signature, key)) ? "signed" : "forged";
}

/** Whether an Ed25519 signature over these bytes is the key's. */
export function verifyBytes(bytes: Buffer, signature: Buffer, key: Pick<VerifierKey, "publicKey">): boolean {
  if (signature.length !== 64) return false;
  const der = Buffer.concat([publicHead, key.publicKey]);
  return verify(null, bytes, createPublicKey({ key: der, format: "der", type: "spki" }), signature);
}

const privateKey = (seed: Buffer) =>
  createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: "der", type: "pkcs8" });

const isKeyName = (name: string): boolean => name.length > 0 && name.length <= 255 && !/[\s+\p{Cc}]/u.test(name);

/** The bytes of standard, padded base64 written in its one canonical way, or null. */
export function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}
