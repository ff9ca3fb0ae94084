import { type Checkpoint, openCheckpoint, parseCheckpoint, type WhyNot } from "./checkpoint";
import { fromBase64, parseNote, type VerifierKey } from "./note";
import { checkInclusion, inclusionSpans } from "./proof";

/** A proof that one entry is in the tree of a checkpoint, to be checked anywhere (C2SP tlog-proof). */
export interface TlogProof {
  /** Bytes that nothing vouches for, or null. */
  extra: Buffer | null;
  index: number;
  /** From the leaf's sibling up to the root's child. */
  hashes: readonly Buffer[];
  /** The signed note of the checkpoint, with the words of witnesses where there are any, to its last line feed. */
  checkpoint: string;
}

const firstLine = "c2sp.org/tlog-proof@v1";

/** The text of a proof; it is stored in files that end in `.tlog-proof`. */
export function formatTlogProof({ extra, index, hashes, checkpoint }: TlogProof): string {
  const lines = [
    firstLine,
    ...(extra ? [`extra ${extra.toString("base64")}`] : []),
    `index ${index}`,
    ...hashes.map((hash) => hash.toString("base64")),
  ];
  return `${lines.join("\n")}\n\n${checkpoint}`;
}

/** The proof in a text, strictly, with the checkpoint it is about (nothing of it verified yet); null for anything else. */
export function parseTlogProof(text: string): (TlogProof & { about: Checkpoint }) | null {
  const end = text.indexOf("\n\n");
  const [first, ...lines] = end < 0 ? [] : text.slice(0, end).split("\n");
  const extra = lines[0]?.startsWith("extra ") ? fromBase64(lines.shift()?.slice("extra ".length) ?? "") : undefined;
  const index = Number(/^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? "")?.[1] ?? Number.NaN);
  const hashes = lines.map(fromBase64);
  const checkpoint = text.slice(end + 2);
  const note = parseNote(checkpoint);
  const about = note && parseCheckpoint(note.text);
  if (first !== firstLine || extra === null || !about || !hashes.every(isHash)) return null;
  if (!Number.isSafeInteger(index) || index >= about.size) return null;
  // An entry has one path to the root: a hash too many or too few is no proof.
  return hashes.length === inclusionSpans(index, about.size).length
    ? { extra: extra ?? null, index, hashes, checkpoint, about }
    : null;
}

/** The checkpoint that a text proves this leaf to be under, as this key signed it for the trail of this origin; or why it proves nothing. */
export function openTlogProof(
  text: string,
  given: { leaf: Uint8Array; key: VerifierKey; origin: string },
): { checkpoint: Checkpoint } | { problem: WhyNot | "not-a-proof" | "not-in-the-tree" } {
  const proof = parseTlogProof(text);
  if (!proof) return { problem: "not-a-proof" };
  const opened = openCheckpoint(proof.checkpoint, given.key, given.origin);
  if ("problem" in opened) return opened;
  const { size, root } = opened.checkpoint;
  const claim = { index: proof.index, size, leaf: given.leaf, root, proof: proof.hashes };
  return checkInclusion(claim) ? { checkpoint: opened.checkpoint } : { problem: "not-in-the-tree" };
}

const isHash = (hash: Buffer | null): hash is Buffer => hash?.length === 32;
