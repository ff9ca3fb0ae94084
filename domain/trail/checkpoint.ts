import {
  formatNote,
  fromBase64,
  judgeNote,
  type Note,
  type NoteSignature,
  parseNote,
  type SignerKey,
  signBytes,
  signNote,
  type VerifierKey,
  verifyBytes,
} from "./note";

/** The head of a trail as it is published (C2SP tlog-checkpoint). */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
}

/** Three lines, each with its line feed: the origin, the size in decimal, the root in base64. */
export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString("base64")}\n`;

/** The checkpoint of a note's text, or null; lines after the third are ignored, but none is empty. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = "", size = "", encoded = "", ...rest] = text.split("\n");
  const root = fromBase64(encoded);
  if (rest.pop() !== "" || rest.includes("") || origin === "" || !/^(0|[1-9]\d{0,15})$/.test(size)) return null;
  return root?.length === 32 && Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root } : null;
}

/** A checkpoint signed by its log: the note that is published. */
export function signCheckpoint(checkpoint: Checkpoint, signer: SignerKey): string {
  const text = formatCheckpoint(checkpoint);
  return formatNote({ text, signatures: [signNote(text, signer)] });
}

export type WhyNot = "not-a-checkpoint" | "not-signed-by-key" | "forged-signature" | "other-origin";
export type Opened = { checkpoint: Checkpoint; note: Note } | { problem: WhyNot };

/** The checkpoint in a note, once its signature by this key is verified and its origin is the one expected. */
export function openCheckpoint(text: string, key: VerifierKey, origin: string): Opened {
  const note = parseNote(text);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint) return { problem: "not-a-checkpoint" };
  const verdict = judgeNote(note, key);
  if (verdict !== "signed") return { problem: verdict === "absent" ? "not-signed-by-key" : "forged-signature" };
  return checkpoint.origin === origin ? { checkpoint, note } : { problem: "other-origin" };
}

/** A witness's word on a checkpoint: `u64 seconds since 1970 || Ed25519 over what was signed` (C2SP tlog-cosignature). */
export function cosign(checkpointText: string, seconds: number, witness: SignerKey): NoteSignature {
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(BigInt(seconds));
  const signed = signBytes(cosigned(checkpointText, String(seconds)), witness);
  return { name: witness.name, id: witness.id, signature: Buffer.concat([stamp, signed]) };
}

/** When this witness vouched for the checkpoint, in seconds since 1970; null where it did not, or the signature is forged. */
export function cosignedAt(note: Note, witness: VerifierKey): number | null {
  for (const { name, id, signature } of note.signatures) {
    if (name !== witness.name || !id.equals(witness.id) || signature.length !== 72) continue;
    const seconds = signature.readBigUInt64BE(0);
    const text = cosigned(note.text, String(seconds));
    return verifyBytes(text, signature.subarray(8), witness) ? Number(seconds) : null;
  }
  return null;
}

const cosigned = (text: string, seconds: string): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`, "utf8");
