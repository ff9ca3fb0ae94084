import { type Instant, isoOf, type Millis } from "domain/time";
import type { Kysely, Transaction } from "kysely";
import type { Db } from "./engine";
import type { Tables } from "./schema";

type Sql = Kysely<Tables> | Transaction<Tables>;

/** What somebody typed at the public door: an address to send a way to, or a code beside it. */
export type AskedKind = "way" | "code";
/** A row that waits for a worker. */
export interface Asked {
  id: string;
  kind: AskedKind;
}

/** How often this was asked within a time, counted up to `most`. */
export async function askedLately(
  sql: Sql,
  q: { kind: AskedKind; digest: Buffer; most: number; inMs: Millis },
  now: Instant,
): Promise<number> {
  const rows = await sql
    .selectFrom("asked")
    .select("id")
    .where("digest", "=", q.digest)
    .where("kind", "=", q.kind)
    .where("at", ">", isoOf(now - q.inMs))
    .limit(q.most)
    .execute();
  return rows.length;
}

/** What waits for a worker, the longest due first. */
export async function askedDue(reader: Db, now: Instant, most: number): Promise<Asked[]> {
  const rows = await reader.sql
    .selectFrom("asked")
    .select(["id", "kind"])
    .where("settled_at", "is", null)
    .where("due_at", "<=", isoOf(now))
    .orderBy("due_at")
    .orderBy("id")
    .limit(most)
    .execute();
  return rows.map(({ id, kind }) => ({ id, kind: kind as AskedKind }));
}

/** Lets go of what was typed; its digest stays for as long as tries are counted. */
export async function settleAsked(tx: Transaction<Tables>, id: string, at: string): Promise<void> {
  await tx.updateTable("asked").set({ settled_at: at }).where("id", "=", id).execute();
  await tx.deleteFrom("vault").where("id", "=", id).where("field", "=", "asked").execute();
}

/** The same by itself: for what was answered by a refusal, beside which nothing is kept. */
export const settleAskedAlone = (writer: Db, id: string, at: string): Promise<void> =>
  writer.sql.transaction().execute((tx) => settleAsked(tx, id, at));

/** Forgets what was asked before a time and is settled; gives how many. */
export async function forgetAsked(writer: Db, before: Instant): Promise<number> {
  const gone = await writer.sql
    .deleteFrom("asked")
    .where("at", "<", isoOf(before))
    .where("settled_at", "is not", null)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
