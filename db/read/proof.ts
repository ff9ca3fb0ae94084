import { instantOf } from "domain/time";
import { parseCheckpoint } from "domain/trail/checkpoint";
import { parseNote } from "domain/trail/note";
import { checkInclusion, isSame } from "domain/trail/proof";
import { formatTlogProof } from "domain/trail/tlog-proof";
import { leafHash } from "domain/trail/tree";
import type { ProofView } from "domain/view";
import type { Kysely } from "kysely";
import { lastCheckpoint, type Published } from "../checkpoints";
import { cosignaturesOf } from "../outside";
import { HashMissing, proveInclusion } from "../proofs";
import type { Tables } from "../schema";

/** An entry's place in the newest published head, and whether that was found to hold. */
export interface Proven {
  index: number;
  published: Published;
  hashes: Buffer[];
  holds: boolean;
}

/** Proves an entry by these bytes in the newest published head, and checks it by what that head's own note says; null while none covers it. */
export async function proofAt(sql: Kysely<Tables>, seq: number, bytes: Buffer): Promise<Proven | null> {
  const published = await lastCheckpoint(sql);
  if (!published || published.size <= seq) return null;
  const hashes = await storedProof(sql, seq, published.size);
  const note = parseNote(published.note);
  const about = note && parseCheckpoint(note.text);
  const holds =
    about?.size === published.size &&
    isSame(about.root, published.root) &&
    checkInclusion({ index: seq, size: about.size, leaf: leafHash(bytes), root: about.root, proof: hashes });
  return { index: seq, published, hashes, holds };
}

/** The proof as a file that anyone can check, with the words of witnesses; null where there is none, or it does not hold. */
export async function tlogProofAt(sql: Kysely<Tables>, seq: number): Promise<string | null> {
  const row = await sql.selectFrom("entry").select("bytes").where("seq", "=", seq).executeTakeFirst();
  const proven = row ? await proofAt(sql, seq, row.bytes) : null;
  if (!proven?.holds) return null;
  const { size, note } = proven.published;
  const checkpoint = `${note}${(await cosignaturesOf(sql, size)).join("")}`;
  return formatTlogProof({ extra: null, index: seq, hashes: proven.hashes, checkpoint });
}

export const viewOf = ({ published, hashes, holds }: Proven): ProofView => ({
  size: published.size,
  at: instantOf(published.at),
  root: published.root.toString("hex"),
  hashes: hashes.map((hash) => hash.toString("hex")),
  holds,
});

/** A hash that is missing makes a proof that does not hold, not a page that does not open. */
async function storedProof(sql: Kysely<Tables>, seq: number, size: number): Promise<Buffer[]> {
  try {
    return await proveInclusion(sql, seq, size);
  } catch (error) {
    if (error instanceof HashMissing) return [];
    throw error;
  }
}
