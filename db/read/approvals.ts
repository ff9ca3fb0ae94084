import type { TicketState } from "domain/ticket";
import type { ListedTicket } from "domain/view-rows";
import { sql } from "kysely";
import type { Db } from "../engine";
import { numberKey } from "./cursor";
import { listTickets } from "./queue";
import { type Count, capped, countCap } from "./queue-counts";

/** Where a page of approvals goes on: after this key, or before it. */
export interface ApprovalsFrom {
  side: "next" | "previous";
  cursor: string;
}
export interface StoredApprovals {
  listed: ListedTicket[];
  next: string | null;
  previous: string | null;
}

/** What supervisors look at, gravest first; within each the oldest first. */
const order: readonly TicketState[] = ["disputed", "in_review", "on_hold"];
const pageSize = 50;

/** A page of tickets that supervisors decide on or may stop, by keyset of state and number. */
export async function approvalsPage(reader: Db, from: ApprovalsFrom | null): Promise<StoredApprovals> {
  const start = startOf(from);
  const back = start?.side === "previous";
  const scanned = await keysFrom(reader, start);
  const page = scanned.slice(0, pageSize);
  const more = scanned.length > pageSize ? (page.at(-1) ?? null) : null;
  const begun = start && (page[0] ?? start.key);
  const listed = await listTickets(
    reader,
    page.map((k) => k.number),
  );
  const shown = back ? [...page].reverse() : page;
  const [next, previous] = back ? [begun, more] : [more, begun];
  return {
    listed: shown.flatMap((k) => listed.get(k.number) ?? []),
    next: next && cursorOf(next),
    previous: previous && cursorOf(previous),
  };
}

/** How many tickets wait for a supervisor's decision. */
export async function countApprovals(reader: Db): Promise<Count> {
  const waiting = reader.sql
    .selectFrom("ticket")
    .select("number")
    .where("state", "in", order.slice(0, 2))
    .limit(countCap + 1)
    .as("waiting");
  const row = await reader.sql
    .selectFrom(waiting)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return capped(Number(row.n));
}

interface Key {
  rank: number;
  number: number;
}
type Start = { side: ApprovalsFrom["side"]; key: Key } | null;

const cursorOf = (k: Key): string => `${k.rank}~${k.number}`;

function startOf(from: ApprovalsFrom | null): Start {
  const [rank = null, number = null] = from?.cursor.split("~") ?? [];
  const key = { rank: numberKey(rank), number: numberKey(number) };
  return from && key.rank !== null && key.number !== null
    ? { side: from.side, key: { rank: key.rank, number: key.number } }
    : null;
}

/** One key more than a page, in scan order: each state's index is read from the start on. */
async function keysFrom(reader: Db, start: Start): Promise<Key[]> {
  const back = start?.side === "previous";
  const scan = back ? "desc" : "asc";
  const ahead = order
    .map((state, rank) => ({ state, rank }))
    .filter(({ rank }) => !start || (back ? rank <= start.key.rank : rank >= start.key.rank));
  const [first, ...others] = ahead.map(({ state, rank }) => {
    let rows = reader.sql
      .selectFrom("ticket")
      .select([sql.lit(rank).as("rank"), "number"])
      .where("state", "=", state);
    if (start && rank === start.key.rank) rows = rows.where("number", back ? "<" : ">", start.key.number);
    return reader.sql
      .selectFrom(
        rows
          .orderBy("number", scan)
          .limit(pageSize + 1)
          .as("one"),
      )
      .select(["rank", "number"]);
  });
  if (!first) return [];
  const union = others.reduce((all, one) => all.unionAll(one), first);
  const keys = await reader.sql
    .selectFrom(union.as("every"))
    .select(["rank", "number"])
    .orderBy("rank", scan)
    .orderBy("number", scan)
    .limit(pageSize + 1)
    .execute();
  return keys.map((k) => ({ rank: Number(k.rank), number: k.number }));
}
