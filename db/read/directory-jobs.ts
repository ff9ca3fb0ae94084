import type { Account } from "domain/account";
import type { Ticket } from "domain/ticket";
import { instantOf } from "domain/time";
import type { WaitingJob } from "domain/view-directory";
import type { Db } from "../engine";

const mostShown = 50;

/** What waits for the directory, the longest waiting first, fifty at most. */
export async function waitingJobs(reader: Db): Promise<WaitingJob[]> {
  const rows = await reader.sql
    .selectFrom("directory_job as j")
    .leftJoin("ticket as t", "t.id", "j.ticket_id")
    .leftJoin("account_state as s", "s.account_id", "j.account_id")
    .select(["j.id", "j.asked_at", "j.due_at", "t.number", "t.doc", "s.doc as state"])
    .where("j.ended_at", "is", null)
    .orderBy("j.asked_at")
    .orderBy("j.id")
    .limit(mostShown)
    .execute();
  return rows.map(({ id, asked_at, due_at, number, doc, state }) => ({
    id,
    ticket: number,
    since: instantOf(asked_at),
    why: whyIn(doc ?? state),
    next: instantOf(due_at),
  }));
}

const whyIn = (doc: string | null): string | null =>
  doc === null ? null : ((JSON.parse(doc) as Ticket | Account).directory?.why ?? null);
