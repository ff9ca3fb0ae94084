import type { ContactKind } from "domain/loss";
import { type Instant, instantOf, isoOf, type Millis, minutes } from "domain/time";
import type { ChannelHealth } from "domain/view-deliveries";
import type { Db } from "../engine";
import type { Waiting } from "../outbox";
import { type Count, capped, countCap } from "./queue-counts";

/** What was asked for so long ago and is not out yet waits long. */
export const waitsLongMs: Millis = minutes(10);
const pageSize = 25;

export interface OutboxPage {
  rows: Waiting[];
  next: string | null;
}

/** Messages that failed for good or came back, the newest failure first, from a cursor on; those of erased accounts are left out. */
export async function failedPage(reader: Db, cursor: string | null): Promise<OutboxPage> {
  const after = keyOf(cursor);
  const rows = await reader.sql
    .selectFrom("outbox")
    .selectAll()
    .where("failed_at", "is not", null)
    .where("error", "is not", null)
    .$if(after !== null, (q) =>
      q.where((eb) => eb(eb.refTuple("failed_at", "id"), "<", eb.tuple(after?.at ?? "", after?.id ?? ""))),
    )
    .orderBy("failed_at", "desc")
    .orderBy("id", "desc")
    .limit(pageSize + 1)
    .execute();
  return pageOf(rows, (row) => row.failed_at ?? "");
}

/** Messages that wait long, the longest waiting first, from a cursor on. */
export async function longWaitingPage(reader: Db, cursor: string | null, now: Instant): Promise<OutboxPage> {
  const after = keyOf(cursor);
  const rows = await reader.sql
    .selectFrom("outbox")
    .selectAll()
    .where("done_at", "is", null)
    .where("failed_at", "is", null)
    .where("created_at", "<", isoOf(now - waitsLongMs))
    .$if(after !== null, (q) =>
      q.where((eb) => eb(eb.refTuple("created_at", "id"), ">", eb.tuple(after?.at ?? "", after?.id ?? ""))),
    )
    .orderBy("created_at", "asc")
    .orderBy("id", "asc")
    .limit(pageSize + 1)
    .execute();
  return pageOf(rows, (row) => row.created_at);
}

function pageOf(found: Waiting[], atOf: (row: Waiting) => string): OutboxPage {
  const rows = found.slice(0, pageSize);
  const last = found.length > pageSize ? rows.at(-1) : undefined;
  return { rows, next: last ? `${atOf(last)}~${last.id}` : null };
}

function keyOf(cursor: string | null): { at: string; id: string } | null {
  const [at = "", id = ""] = cursor?.split("~") ?? [];
  return Number.isNaN(instantOf(at)) || id === "" ? null : { at, id };
}

/** How many messages failed for good. */
export async function countFailed(reader: Db): Promise<Count> {
  const rows = await reader.sql
    .selectFrom("outbox")
    .select("id")
    .where("failed_at", "is not", null)
    .where("error", "is not", null)
    .limit(countCap + 1)
    .execute();
  return capped(rows.length);
}

/** How one channel does: its newest acceptance and failure, and what waits for it. */
export async function channelHealth(reader: Db, kind: ContactKind): Promise<Omit<ChannelHealth, "isSetUp">> {
  const newest = (column: "done_at" | "erred_at") =>
    reader.sql
      .selectFrom("outbox")
      .select(column)
      .where("kind", "=", kind)
      .where(column, "is not", null)
      .orderBy(column, "desc")
      .limit(1)
      .executeTakeFirst();
  const [done, erred, waiting] = await Promise.all([newest("done_at"), newest("erred_at"), waitingOf(reader, kind)]);
  const at = (iso: string | null | undefined): Instant | null => (iso ? instantOf(iso) : null);
  return {
    kind,
    lastAccepted: at(done?.done_at),
    lastFailure: at(erred?.erred_at),
    waiting: capped(waiting.length),
    oldestDue: at(waiting[0]?.due_at),
  };
}

/** The longest due first. */
const waitingOf = (reader: Db, kind: ContactKind): Promise<Pick<Waiting, "due_at">[]> =>
  reader.sql
    .selectFrom("outbox")
    .select("due_at")
    .where("done_at", "is", null)
    .where("failed_at", "is", null)
    .where("kind", "=", kind)
    .orderBy("due_at")
    .limit(countCap + 1)
    .execute();
