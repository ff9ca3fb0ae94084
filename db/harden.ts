import { type Instant, isoOf } from "domain/time";
import { sql } from "kysely";
import type { Db } from "./engine";
import { visibleSets } from "./load";

/** An imported answer whose keyed hash argon2id has not wrapped yet. */
export interface SoftAnswer {
  id: string;
  hash: string;
}
/** Above this many, answers waiting are not counted one by one. */
export const mostCounted = 100_000;

/** Visible answers to be hardened, in the order of their ids. */
export async function softAnswers(db: Db, most: number): Promise<SoftAnswer[]> {
  const before = await firstHidden(db);
  return (
    db.sql
      .selectFrom("answer")
      .select(["id", "hash"])
      .where("hardened_at", "is", null)
      // The plus keeps the set's index out of it: the answers come by the index of those that wait, and no sorting.
      .where(sql<number>`+ set_id`, "in", visibleSets(db.sql))
      .$if(before !== null, (q) => q.where("id", "<", before))
      .orderBy("id")
      .limit(most)
      .execute()
  );
}

/** How many visible answers wait to be hardened, at most `mostCounted`. */
export async function countSoft(db: Db): Promise<number> {
  const before = await firstHidden(db);
  const some = db.sql
    .selectFrom("answer")
    .select("id")
    .where("hardened_at", "is", null)
    .$if(before !== null, (q) => q.where("id", "<", before))
    .limit(mostCounted);
  const row = await db.sql
    .selectFrom(some.as("soft"))
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Writes a hardened hash unless the answer was changed meanwhile; tells whether it was written. */
export async function hardenAnswer(db: Db, answer: SoftAnswer, hash: string, now: Instant): Promise<boolean> {
  const written = await db.sql
    .updateTable("answer")
    .set({ hash, hardened_at: isoOf(now) })
    .where("id", "=", answer.id)
    .where("hash", "=", answer.hash)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

/** How many imported answers were hardened after the latest entry that said so. */
export async function countHardened(db: Db): Promise<number> {
  const last = await db.sql
    .selectFrom("entry")
    .select("at")
    .where("type", "=", "answers.hardened")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const row = await db.sql
    .selectFrom("answer")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("set_id", "!=", 0)
    .where("hardened_at", ">", last?.at ?? "")
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Ids grow with time, so answers of a set that is being loaded come last: the first of them, or null. */
async function firstHidden(db: Db): Promise<string | null> {
  const hidden = await db.sql.selectFrom("directory_set").select("id").where("visible_at", "is", null).execute();
  const firsts = await Promise.all(
    hidden.map((set) =>
      db.sql.selectFrom("answer").select("id").where("set_id", "=", set.id).orderBy("id").limit(1).executeTakeFirst(),
    ),
  );
  return firsts.flatMap((row) => row?.id ?? []).sort()[0] ?? null;
}
