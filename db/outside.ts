import { type Instant, isoOf } from "domain/time";
import type { Kysely } from "kysely";
import type { Db } from "./engine";
import type { Tables } from "./schema";

/** How far one place outside the building has got. */
export type Outside = Tables["outside"];

/** Every place outside that checkpoints were carried to, by name. */
export const outsideNow = (sql: Kysely<Tables>): Promise<Outside[]> =>
  sql.selectFrom("outside").selectAll().orderBy("target").execute();

/** The place took the checkpoint of this size; the word of a witness is kept beside it. */
export async function markTaken(
  db: Db,
  taken: { target: string; size: number; line: string | null },
  now: Instant,
): Promise<void> {
  const at = isoOf(now);
  const row = { target: taken.target, size: taken.size, at, failing_since: null, late_at: null, problem: null };
  await db.sql.transaction().execute(async (tx) => {
    await tx
      .insertInto("outside")
      .values(row)
      .onConflict((c) => c.column("target").doUpdateSet(row))
      .execute();
    if (taken.line)
      await tx
        .insertInto("cosignature")
        .values({ size: taken.size, witness: taken.target, line: taken.line, at })
        .onConflict((c) => c.doNothing())
        .execute();
  });
}

/** The place did not take it; since when stands until it does. `size` is what a witness says it has, where it says so. */
export async function markFailing(
  db: Db,
  failed: { target: string; size: number; problem: string },
  now: Instant,
): Promise<void> {
  const { target, size, problem } = failed;
  await db.sql
    .insertInto("outside")
    .values({ target, size, at: null, failing_since: isoOf(now), late_at: null, problem })
    .onConflict((c) =>
      c.column("target").doUpdateSet((eb) => ({
        size,
        problem,
        failing_since: eb.fn.coalesce("outside.failing_since", eb.val(isoOf(now))),
      })),
    )
    .execute();
}

/** It was entered that the place is late. */
export const markLate = (db: Db, target: string, now: Instant) =>
  db.sql
    .updateTable("outside")
    .set({ late_at: isoOf(now) })
    .where("target", "=", target)
    .execute();

/** The words witnesses gave on the checkpoint of this size, one signature line each. */
export const cosignaturesOf = async (sql: Kysely<Tables>, size: number): Promise<string[]> =>
  (await sql.selectFrom("cosignature").select("line").where("size", "=", size).orderBy("witness").execute()).map(
    (r) => r.line,
  );
