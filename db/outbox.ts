import { type Instant, isoOf, type Millis, minutes } from "domain/time";
import { sql } from "kysely";
import type { Db } from "./engine";
import type { Tables } from "./schema";

export type Waiting = Tables["outbox"];

/** For how long a message is one worker's: what is not settled by then is given to any. */
export const leaseMs = minutes(2);

/** The time by which messages are due, which is never before the trail's, and that of the machine, by which leases run. */
export interface Times {
  due: Instant;
  clock: Instant;
}

/** Leases due messages to this worker, oldest first; another worker gets others. One write, the same on both engines. */
export async function claimDue(db: Db, most: number, now: Times): Promise<Waiting[]> {
  return db.sql.transaction().execute(async (tx) => {
    // A write first: SQLite then holds the write lock before it reads what is due.
    await tx
      .updateTable("outbox")
      .set({ leased_until: null, unheard: 1 })
      .where("done_at", "is", null)
      // One of a clock that was ahead, and was put right since, would never run out.
      .where((eb) =>
        eb.or([eb("leased_until", "<", isoOf(now.clock)), eb("leased_until", ">", isoOf(now.clock + 2 * leaseMs))]),
      )
      .execute();
    const due = tx
      .selectFrom("outbox")
      .select("id")
      .where("done_at", "is", null)
      .where("failed_at", "is", null)
      .where("leased_until", "is", null)
      .where("due_at", "<=", isoOf(now.due))
      .orderBy("due_at")
      .limit(most)
      .$if(db.kind === "postgres", (q) => q.forUpdate().skipLocked());
    return tx
      .updateTable("outbox")
      .set({ leased_until: isoOf(now.clock + leaseMs) })
      .where("id", "in", due)
      .returningAll()
      .execute();
  });
}

/** Gives messages back that this worker does not come to. */
export async function release(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.sql.updateTable("outbox").set({ leased_until: null }).where("id", "in", ids).execute();
}

/** The message was accepted for delivery, under this number of the server's own where it gave one. */
export const markDone = (db: Db, id: string, now: Instant, reference: string | null) =>
  db.sql
    .updateTable("outbox")
    .set({ done_at: isoOf(now), leased_until: null, reference })
    .where("id", "=", id)
    .execute();

/** Delivery failed for now: it is due again later. */
export const markRetry = (db: Db, id: string, r: { inMs: Millis; error: string }, now: Instant) =>
  db.sql
    .updateTable("outbox")
    .set({
      due_at: isoOf(now + r.inMs),
      leased_until: null,
      error: r.error,
      erred_at: isoOf(now),
      attempts: sql<number>`attempts + 1`,
    })
    .where("id", "=", id)
    .execute();

/** Delivery failed for good. */
export const markFailed = (db: Db, id: string, error: string, now: Instant) =>
  db.sql
    .updateTable("outbox")
    .set({
      failed_at: isoOf(now),
      erred_at: isoOf(now),
      leased_until: null,
      error,
      attempts: sql<number>`attempts + 1`,
    })
    .where("id", "=", id)
    .execute();
