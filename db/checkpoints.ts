import { setImmediate as breathe } from "node:timers/promises";
import { type Instant, isoOf } from "domain/time";
import { type Checkpoint, parseCheckpoint, signCheckpoint } from "domain/trail/checkpoint";
import { judgeNote, parseNote, type SignerKey, type VerifierKey } from "domain/trail/note";
import { isSame } from "domain/trail/proof";
import { append, leafHash, rootOf } from "domain/trail/tree";
import type { Kysely } from "kysely";
import { splitRange } from "./append";
import type { Db } from "./engine";
import { HashMissing, rangeAt } from "./proofs";
import type { Tables } from "./schema";

/** A published head: its size, and the signed note as it left the building. */
export interface Published {
  size: number;
  root: Buffer;
  note: string;
  at: string;
}
/** The keys of a trail: the one that signs, and all that ever signed, itself included. */
export interface LogKeys {
  signer: SignerKey;
  known: readonly VerifierKey[];
}
/** The stored trail is not what was published of it. */
export class TrailBroken extends Error {}

/** The newest published head, or null before the first. */
export async function lastCheckpoint(sql: Kysely<Tables>): Promise<Published | null> {
  const row = await sql.selectFrom("checkpoint").selectAll().orderBy("size", "desc").limit(1).executeTakeFirst();
  return row ?? null;
}

/** The first published head that covers an entry, or null while none does. */
export async function firstCovering(sql: Kysely<Tables>, seq: number): Promise<Published | null> {
  const row = await sql
    .selectFrom("checkpoint")
    .selectAll()
    .where("size", ">", seq)
    .orderBy("size")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Publishes the head as a signed checkpoint, unless it has not grown. Before that the bytes of every entry since the last
 * one are hashed again, and the root so made has to be the head's own and to continue the last checkpoint; throws
 * TrailBroken where it does not, and nothing is signed.
 */
export async function publishCheckpoint(db: Db, keys: LogKeys, now: Instant): Promise<Published | null> {
  const head = await db.sql.selectFrom("head").select(["origin", "size", "range"]).executeTakeFirstOrThrow();
  const last = await lastCheckpoint(db.sql);
  if (last && last.size > head.size) throw new TrailBroken(cutOff(last.size, head.size));
  if (last?.size === head.size || head.size === 0) return null;
  const range = last ? await rangeOf(db.sql, last, keys) : [];
  const root = await rehash(db.sql, { range, from: last?.size ?? 0, to: head.size });
  if (!rootOf(splitRange(head.range)).equals(root))
    throw new TrailBroken(`The head at ${head.size} is not that of the entries before it.`);
  const note = signCheckpoint({ origin: head.origin, size: head.size, root }, keys.signer);
  const row = { size: head.size, root, note, at: isoOf(now) };
  await db.sql
    .insertInto("checkpoint")
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute();
  return row;
}

/** Stops all writing, from every process, until someone has looked; the first reason stands. */
export const haltTrail = (db: Db, why: string) =>
  db.sql.updateTable("head").set({ halted: why }).where("id", "=", 1).where("halted", "is", null).execute();

/** Lets writing go on; the caller has made sure that the trail is what was published of it. */
export const resumeTrail = (db: Db) => db.sql.updateTable("head").set({ halted: null }).where("id", "=", 1).execute();

/** Why nothing may be written, or null. */
export const whyHalted = async (sql: Kysely<Tables>): Promise<string | null> =>
  (await sql.selectFrom("head").select("halted").where("id", "=", 1).executeTakeFirst())?.halted ?? null;

/** Throws TrailBroken unless the trail as it stands continues a head that was published of it. */
export async function holdAgainst(sql: Kysely<Tables>, published: Checkpoint): Promise<void> {
  const head = await sql.selectFrom("head").select(["origin", "size"]).executeTakeFirstOrThrow();
  if (head.origin !== published.origin)
    throw new TrailBroken(`The trail is ${head.origin}, and what was published is of ${published.origin}.`);
  if (head.size < published.size) throw new TrailBroken(cutOff(published.size, head.size));
  const range = await storedRange(sql, published.size);
  if (!rootOf(range).equals(published.root))
    throw new TrailBroken(`The first ${published.size} entries are not those that were published.`);
}

const cutOff = (published: number, size: number): string =>
  `${published} entries were published and ${size} are there: entries were cut off, or an older backup was restored.`;

/** The range at the last checkpoint, once its note is one of ours and its root the one the stored hashes give. */
async function rangeOf(sql: Kysely<Tables>, last: Published, keys: LogKeys): Promise<Buffer[]> {
  const note = parseNote(last.note);
  const checkpoint = note && parseCheckpoint(note.text);
  const ours = note && keys.known.some((key) => judgeNote(note, key) === "signed");
  if (!ours || checkpoint?.size !== last.size)
    throw new TrailBroken(`The checkpoint stored for ${last.size} entries is not signed by a key of this trail.`);
  const range = await storedRange(sql, last.size);
  if (!isSame(rootOf(range), checkpoint.root))
    throw new TrailBroken(`The stored hashes do not continue the checkpoint of ${last.size} entries.`);
  return range;
}

async function storedRange(sql: Kysely<Tables>, size: number): Promise<Buffer[]> {
  try {
    return await rangeAt(sql, size);
  } catch (error) {
    if (error instanceof HashMissing) throw new TrailBroken(error.message);
    throw error;
  }
}

const entriesAtOnce = 256;

async function rehash(sql: Kysely<Tables>, span: { range: Buffer[]; from: number; to: number }): Promise<Buffer> {
  let { range, from } = span;
  while (from < span.to) {
    const rows = await sql
      .selectFrom("entry")
      .select(["seq", "bytes", "leaf"])
      .where("seq", ">=", from)
      .where("seq", "<", span.to)
      .orderBy("seq")
      .limit(entriesAtOnce)
      .execute();
    if (rows.length === 0) throw new TrailBroken(`Entry ${from} is missing.`);
    for (const row of rows) {
      if (row.seq !== from) throw new TrailBroken(`Entry ${from} is missing.`);
      const leaf = leafHash(row.bytes);
      if (!leaf.equals(row.leaf)) throw new TrailBroken(`The bytes of entry ${from} are not those that were hashed.`);
      range = append(range, from, leaf).range;
      from += 1;
    }
    await breathe();
  }
  return rootOf(range);
}
