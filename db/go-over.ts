import { leafHash } from "domain/trail/tree";
import type { Kysely } from "kysely";
import type { Db } from "./engine";
import type { Tables } from "./schema";
import { inSnapshot } from "./snapshot";
import { comparePublished, publishedAt } from "./verify/entries";
import { compareSubtrees, type Growing, grow } from "./verify/tree";
import { type Found, tampered } from "./verify/verdict";

/** About two milliseconds of work: other requests of the process, and of the machine, come in between. */
export const entriesAtOnce = 128;

/**
 * Goes over the next entries below `to`: their stored bytes are hashed again and held against the leaf hashes, the subtree
 * hashes and the published heads they come by. Gives the tree as it grew; throws Found at the first bad one.
 */
export async function goOver(sql: Kysely<Tables>, from: Growing, to: number): Promise<Growing> {
  const tree: Growing = { ...from, fresh: [] };
  const rows = await sql
    .selectFrom("entry")
    .select(["seq", "bytes", "leaf"])
    .where("seq", ">=", tree.size)
    .where("seq", "<", to)
    .orderBy("seq")
    .limit(entriesAtOnce)
    .execute();
  const published = await publishedAt(sql, tree.size, rows.length);
  const wanted = Math.min(to - tree.size, entriesAtOnce);
  for (const row of rows) {
    const problem = entryProblem(tree.size, row);
    if (problem) throw problem;
    grow(tree, row.leaf);
    comparePublished(tree, published.get(tree.size));
  }
  if (rows.length < wanted) throw missing(tree.size);
  await compareSubtrees(sql, tree, true);
  if (tree.differs) throw tree.differs;
  return tree;
}

/** Whether a finding about one entry is still there when that entry is read anew, on a connection of its own. */
export async function isStillBad(db: Db, seq: number): Promise<boolean> {
  return inSnapshot(db.url, async ({ sql }) => {
    const row = await sql
      .selectFrom("entry")
      .select(["seq", "bytes", "leaf"])
      .where("seq", "=", seq)
      .executeTakeFirst();
    return entryProblem(seq, row) !== null;
  });
}

type Row = Pick<Tables["entry"], "seq" | "bytes" | "leaf">;

function entryProblem(seq: number, row: Row | undefined): Found | null {
  if (row?.seq !== seq) return missing(seq);
  if (Buffer.isBuffer(row.bytes) && Buffer.isBuffer(row.leaf) && leafHash(row.bytes).equals(row.leaf)) return null;
  return tampered("entry-changed", seq, `Entry ${seq} was changed: its bytes are not those its leaf hash was made of.`);
}

const missing = (seq: number): Found => tampered("entry-missing", seq, `Entry ${seq} is missing.`);
