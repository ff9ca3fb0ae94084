import { type Instant, instantOf, isoOf } from "domain/time";
import type { Db } from "./engine";

/** When a worker last trusted its machine's clock, or null. */
export async function lastTrusted(db: Db): Promise<Instant | null> {
  const row = await db.sql.selectFrom("trusted_clock").select("at").where("id", "=", 1).executeTakeFirst();
  return row ? instantOf(row.at) : null;
}

/** Notes that a worker trusts its machine's clock at this time. */
export async function noteTrusted(db: Db, now: Instant): Promise<void> {
  const row = { id: 1, at: isoOf(now) };
  await db.sql
    .insertInto("trusted_clock")
    .values(row)
    .onConflict((c) => c.column("id").doUpdateSet({ at: row.at }))
    .execute();
}
