import { setImmediate as breathe } from "node:timers/promises";
import { isReadingType } from "domain/readings";
import { parseCheckpoint } from "domain/trail/checkpoint";
import { type Entry, recordedOf } from "domain/trail/entry";
import { parseNote } from "domain/trail/note";
import { storyProblem } from "domain/trail/story";
import { emptyRoot, leafHash, rootOf } from "domain/trail/tree";
import type { Kysely } from "kysely";
import type { Published } from "../checkpoints";
import type { Tables } from "../schema";
import { type DeskFold, foldDesk, newDeskFold } from "./desk";
import { Misplaced } from "./misplaced";
import { compareFresh, foldReading, newReadingFold, type ReadingFold } from "./readings";
import { strictEntry } from "./strict-entry";
import { compareSubtrees, type Growing, grow, newTree } from "./tree";
import { type Checked, type Found, malformed, tampered } from "./verdict";

export type Head = Tables["head"];
export interface OlderHead {
  size: number;
  root: string;
}
/** The trail gone through in order of seq. */
export interface Walk {
  head: Head;
  tree: Growing;
  at: string;
  /** How many entries name an account: as many must come by when they are read account by account. */
  subjects: number;
  desk: DeskFold;
  readings: ReadingFold;
  older: OlderHead | null;
  /** The older head's root is not the one this trail had at that size. */
  rewritten: boolean;
}

export const entriesAtOnce = 256;

export function newWalk(head: Head, older: OlderHead | null): Walk {
  const rewritten = older?.size === 0 && older.root !== emptyRoot.toString("hex");
  const readings = newReadingFold(head.counted);
  return { head, tree: newTree(), at: "", subjects: 0, desk: newDeskFold(), readings, older, rewritten };
}

/** Reads every entry in order of seq and checks it, its columns and its place in the tree; throws Found at the first bad one. */
export async function walkEntries(
  sql: Kysely<Tables>,
  walk: Walk,
  checked: Checked,
  onBatch: () => void,
): Promise<void> {
  for (;;) {
    const after = walk.tree.size - 1;
    const rows = await sql
      .selectFrom("entry")
      .selectAll()
      .$if(after >= 0, (q) => q.where("seq", ">", after))
      .orderBy("seq")
      .limit(entriesAtOnce)
      .execute();
    const published = await publishedAt(sql, walk.tree.size, rows.length);
    for (const row of rows) {
      take(walk, row);
      comparePublished(walk.tree, published.get(walk.tree.size));
    }
    checked.checkpoints += published.size;
    checked.entries = walk.tree.size;
    const isEnd = rows.length < entriesAtOnce;
    checked.subtrees += await compareSubtrees(sql, walk.tree, isEnd);
    await compareFresh(sql, walk.readings);
    onBatch();
    await breathe();
    if (isEnd) return;
  }
}

/** The roots that were published for sizes a batch comes by. */
export async function publishedAt(sql: Kysely<Tables>, size: number, more: number): Promise<Map<number, Published>> {
  const rows = await sql
    .selectFrom("checkpoint")
    .selectAll()
    .where("size", ">", size)
    .where("size", "<=", size + more)
    .execute();
  return new Map(rows.map((r) => [r.size, r]));
}

/** Throws Found where a head that was published for this size is not the tree's: its root, or what its note says. */
export function comparePublished(tree: Growing, published: Published | undefined): void {
  if (!published) return;
  const root = rootOf(tree.range);
  const noted = parseCheckpoint(parseNote(published.note)?.text ?? "");
  if (!root.equals(published.root) || noted?.size !== tree.size || !noted.root.equals(root))
    throw tampered(
      "checkpoint-differs",
      null,
      `The first ${tree.size} entries are not those that the checkpoint of that size was published for.`,
    );
}

function take(walk: Walk, row: Tables["entry"]): void {
  const entry = checkedEntry(walk, row);
  grow(walk.tree, row.leaf);
  walk.at = entry.at;
  if (entry.subject !== null) walk.subjects += 1;
  // Nobody would follow what is told of an account, and names none.
  const strange =
    entry.subject === null && entry.type !== "refused" ? storyProblem(recordedOf(entry), null, null, String) : null;
  if (strange)
    throw tampered("story", entry.seq, `Entry ${entry.seq} does not follow from those before it: ${strange}.`);
  // What is about an account comes again, account by account.
  if (entry.subject === null && isReadingType(entry.type)) foldReading(walk.readings, recordedOf(entry));
  const { older } = walk;
  if (older?.size === walk.tree.size && rootOf(walk.tree.range).toString("hex") !== older.root) walk.rewritten = true;
  foldDesk(walk.desk, entry);
}

function checkedEntry(walk: Walk, row: Tables["entry"]): Entry {
  const seq = walk.tree.size;
  if (row.seq !== seq) throw tampered("entry-missing", seq, `Entry ${seq} is missing: entry ${row.seq} follows.`);
  if (seq >= walk.head.size)
    throw tampered("entry-beyond-head", seq, `Entry ${seq} stands beyond the head, which counts ${walk.head.size}.`);
  if (!Buffer.isBuffer(row.bytes) || !Buffer.isBuffer(row.leaf) || !leafHash(row.bytes).equals(row.leaf))
    throw tampered(
      "entry-changed",
      seq,
      `Entry ${seq} was changed: its bytes are not those its leaf hash was made of.`,
    );
  const read = strictEntry(row.bytes);
  if ("malformed" in read)
    throw malformed("entry-malformed", seq, `The bytes of entry ${seq} are no entry: ${read.malformed}.`);
  const wrong = placeProblem(walk, row, read.entry);
  if (wrong) throw wrong;
  return read.entry;
}

const columns = ["seq", "id", "at", "type", "subject", "object", "outcome", "reason"] as const;

function placeProblem(walk: Walk, row: Tables["entry"], entry: Entry): Found | null {
  const { seq } = row;
  if (entry.seq !== seq) return new Misplaced(seq, entry.seq);
  const differing = columns.find((c) => row[c] !== entry[c]) ?? (row.actor === entry.actor.id ? null : "actor");
  if (differing)
    return tampered(
      "entry-columns",
      seq,
      `Entry ${seq} is not what its row says: the column ${differing} differs from its bytes.`,
    );
  if (entry.origin !== walk.head.origin)
    return tampered("entry-origin", seq, `Entry ${seq} is of another trail, ${entry.origin}.`);
  if (entry.at < walk.at) return tampered("entry-time", seq, `Entry ${seq} is dated before the one it follows.`);
  return null;
}
