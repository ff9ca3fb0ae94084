import type { Instant } from "domain/time";
import { type QueuePage, type QueueView, queueViews } from "domain/view";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../engine";
import { holdEndsBy, statesOf } from "./queue-views";

export type Counts = QueuePage["counts"];
export type Count = Counts[QueueView];

/** The most a count ever counts to. */
export const countCap = 999;

/** How many tickets each view holds, counted in one statement and never beyond the cap. */
export async function countViews(reader: Db, viewer: string, now: Instant): Promise<Counts> {
  const columns = queueViews.map((view) => sql`(${countOf(view, viewer, now)}) as ${sql.ref(view)}`);
  const { rows } = await sql<Record<QueueView, number | string>>`select ${sql.join(columns)}`.execute(reader.sql);
  const [row] = rows;
  return Object.fromEntries(queueViews.map((view) => [view, capped(Number(row?.[view] ?? 0))])) as Counts;
}

/** A count as it is shown: exact up to the cap, "or more" beyond. */
export const capped = (n: number): Count => ({ n: Math.min(n, countCap), capped: n > countCap });

function countOf(view: QueueView, viewer: string, now: Instant): RawBuilder<unknown> {
  const states = sql.join(statesOf[view]);
  const mine = view === "mine" ? sql`and agent = ${viewer}` : sql``;
  const ending = view === "hold-ending" ? sql`and hold_ends_at <= ${holdEndsBy(now)}` : sql``;
  return sql`select count(*) from (select 1 from ticket where state in (${states}) ${mine} ${ending} limit ${sql.lit(countCap + 1)}) as counted`;
}
