import type { DeliveryState } from "domain/delivery";
import { type Instant, isoOf } from "domain/time";
import type { Db } from "./engine";
import type { Waiting } from "./outbox";

/** A message by the name that servers know it by. */
export const messageByHandle = (db: Db, handle: string): Promise<Waiting | undefined> =>
  db.sql.selectFrom("outbox").selectAll().where("handle", "=", handle).executeTakeFirst();

export const messageById = (db: Db, id: string): Promise<Waiting | undefined> =>
  db.sql.selectFrom("outbox").selectAll().where("id", "=", id).executeTakeFirst();

type Marks = Pick<Waiting, "done_at" | "failed_at" | "delivered_at">;

/** What became of a message, as its row says. */
export function deliveryOf(row: Marks): DeliveryState {
  if (row.failed_at !== null) return row.done_at === null ? "failed" : "bounced";
  if (row.delivered_at !== null) return "delivered";
  return row.done_at === null ? "waiting" : "accepted";
}

/** A server reported that a message arrived. */
export const markDelivered = (db: Db, id: string, now: Instant) =>
  db.sql
    .updateTable("outbox")
    .set({ delivered_at: isoOf(now) })
    .where("id", "=", id)
    .execute();

/** A server reported that a message it had accepted came back: it was accepted, and it failed for good. */
export const markBounced = (db: Db, id: string, error: string, now: Instant) =>
  db.sql
    .updateTable("outbox")
    .set((eb) => ({
      done_at: eb.fn.coalesce("done_at", eb.val(isoOf(now))),
      failed_at: isoOf(now),
      erred_at: isoOf(now),
      leased_until: null,
      error,
    }))
    .where("id", "=", id)
    .execute();
