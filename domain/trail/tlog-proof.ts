import { fromBase64 } from "./note";

/** That an entry is in the tree of a checkpoint, in one file (C2SP tlog-proof). */
export interface TlogProof {
  index: number;
  /** RFC 6962, 2.1.1: the sibling of the leaf first. */
  proof: readonly Buffer[];
  /** The signed checkpoint, byte for byte. */
  checkpoint: string;
}

const head = "c2sp.org/tlog-proof@v1\n";
/** No tree of 2^53 leaves has a longer proof. */
const mostHashes = 53;

/** The proof as text: its version, the entry's index, the hashes in base64 line by line, an empty line, the checkpoint. */
export const formatTlogProof = ({ index, proof, checkpoint }: TlogProof): string =>
  `${head}index ${index}\n${proof.map((hash) => `${hash.toString("base64")}\n`).join("")}\n${checkpoint}`;

/** The proof a text holds, read strictly and without extra data; or null. */
export function parseTlogProof(text: string): TlogProof | null {
  const end = text.indexOf("\n\n");
  if (!text.startsWith(head) || end < 0) return null;
  const [first = "", ...hashes] = text.slice(head.length, end).split("\n");
  const index = Number(/^index (0|[1-9]\d{0,15})$/.exec(first)?.[1] ?? Number.NaN);
  const proof = hashes.map(fromBase64);
  if (!Number.isSafeInteger(index) || proof.length > mostHashes || !proof.every((hash) => hash?.length === 32))
    return null;
  return { index, proof: proof as Buffer[], checkpoint: text.slice(end + 2) };
}
