import type { Account } from "domain/account";
import type { EventData } from "domain/event";
import { sampleOf } from "domain/sample";
import { staffIdOf } from "domain/staff";
import type { Ticket } from "domain/ticket";
import { type Instant, instantOf, isoOf } from "domain/time";
import { looksWrong } from "domain/trail/entry";
import { sql } from "kysely";
import type { Db } from "../engine";
import { numberKey } from "./cursor";
import { type Count, capped, countCap } from "./queue-counts";

/** An approval as the draw sees it. */
export interface ApprovalToDraw {
  approval: number;
  account: string;
  ticket: string;
  by: string;
  agent: string;
  leaf: Buffer;
  /** It was drawn before. */
  isSampled: boolean;
}

/** Approvals after an entry, in order; those of erased accounts, about which nothing is decided any more, are left out. */
export async function approvalsAfter(reader: Db, seq: number, most: number): Promise<ApprovalToDraw[]> {
  const rows = await reader.sql
    .selectFrom("approval as signed")
    .innerJoin("entry as signing", "signing.seq", "signed.seq")
    .innerJoin("ticket", "ticket.id", "signed.ticket_id")
    .innerJoin("account_state", "account_state.account_id", "ticket.account_id")
    .select(["signed.seq", "signed.ticket_id", "signed.staff_id", "signing.leaf", "ticket.account_id", "ticket.doc"])
    .select((eb) =>
      eb
        .selectFrom("entry")
        .select("actor")
        .whereRef("object", "=", "signed.ticket_id")
        .where("type", "=", sql.lit("ticket.submitted"))
        .whereRef("entry.seq", "<", "signed.seq")
        .orderBy("entry.seq", "desc")
        .limit(1)
        .as("submitter"),
    )
    .where("signed.seq", ">", seq)
    .where("account_state.erased_at", "is", null)
    .orderBy("signed.seq")
    .limit(most)
    .execute();
  return rows.map((r) => ({
    approval: r.seq,
    account: r.account_id,
    ticket: r.ticket_id,
    by: r.staff_id,
    agent: staffIdOf(r.submitter ?? "") ?? "unknown",
    leaf: r.leaf,
    isSampled: sampleOf(JSON.parse(r.doc) as Ticket, r.seq) !== null,
  }));
}

/** The seq of the newest approval; -1 for none. */
export async function newestApproval(reader: Db): Promise<number> {
  const row = await reader.sql.selectFrom("approval").select("seq").orderBy("seq", "desc").limit(1).executeTakeFirst();
  return row?.seq ?? -1;
}

/** The seq of the last approval that was drawn; -1 for none. */
export async function lastDrawn(reader: Db): Promise<number> {
  const entry = await reader.sql
    .selectFrom("entry")
    .select("bytes")
    .where("type", "=", "review.sampled")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return entry ? dataOf<"review.sampled">(entry.bytes).approval : -1;
}

/** A case with a drawn approval, and the leaf hash of its entry. */
export interface SampledCase extends OpenCase {
  leaf: Buffer;
  signedAt: Instant;
  /** When its supervisor first opened the packet of that round. */
  openedAt: Instant | null;
}
/** A ticket with the recovery side of its account. */
export interface OpenCase {
  ticket: Ticket;
  account: Account | null;
}

/** A page of tickets whose approvals wait for a second look, the longest waiting first. */
export async function waitingPage(
  reader: Db,
  cursor: string | null,
  most: number,
): Promise<{ cases: OpenCase[]; next: string | null }> {
  const [at = "", number = null] = cursor?.split("~") ?? [];
  const after = Number.isNaN(instantOf(at)) ? null : { at, number: numberKey(number) ?? 0 };
  const rows = await reader.sql
    .selectFrom("ticket")
    .innerJoin("account_state", "account_state.account_id", "ticket.account_id")
    .select(["ticket.doc", "account_state.doc as account", "ticket.sampled_at", "ticket.number"])
    .where("ticket.sampled_at", "is not", null)
    .where("account_state.erased_at", "is", null)
    .$if(after !== null, (q) =>
      q.where((eb) =>
        eb(eb.refTuple("ticket.sampled_at", "ticket.number"), ">", eb.tuple(after?.at ?? "", after?.number ?? 0)),
      ),
    )
    .orderBy("ticket.sampled_at")
    .orderBy("ticket.number")
    .limit(most + 1)
    .execute();
  const shown = rows.slice(0, most);
  const last = rows.length > most ? shown.at(-1) : undefined;
  return {
    cases: shown.map(caseOf),
    next: last ? `${last.sampled_at}~${last.number}` : null,
  };
}

/** How many tickets that page has over all. */
export async function countWaiting(reader: Db): Promise<Count> {
  const waiting = await reader.sql
    .selectFrom("ticket")
    .innerJoin("account_state", "account_state.account_id", "ticket.account_id")
    .select("ticket.number")
    .where("ticket.sampled_at", "is not", null)
    .where("account_state.erased_at", "is", null)
    .limit(countCap + 1)
    .execute();
  return capped(waiting.length);
}

/** One drawn approval by the seq of its entry; null where none was drawn by that. */
export async function sampledCase(reader: Db, approval: number): Promise<SampledCase | null> {
  const row = await reader.sql
    .selectFrom("approval")
    .innerJoin("entry as signing", "signing.seq", "approval.seq")
    .innerJoin("ticket", "ticket.id", "approval.ticket_id")
    .leftJoin("account_state", "account_state.account_id", "ticket.account_id")
    .select(["ticket.doc", "account_state.doc as account", "signing.leaf", "approval.at"])
    .select(
      sql<string | null>`(
        select min(at) from entry where object = approval.ticket_id and type = 'packet.opened'
          and actor = 'staff:' || approval.staff_id and seq < approval.seq and seq > (
            select max(seq) from entry where object = approval.ticket_id and type = 'ticket.submitted' and seq < approval.seq
          )
      )`.as("opened"),
    )
    .where("approval.seq", "=", approval)
    .executeTakeFirst();
  if (!row) return null;
  const found = caseOf(row);
  return sampleOf(found.ticket, approval)
    ? {
        ...found,
        leaf: row.leaf,
        signedAt: instantOf(row.at),
        openedAt: row.opened === null ? null : instantOf(row.opened),
      }
    : null;
}

const caseOf = (row: { doc: string; account: string | null }): OpenCase => ({
  ticket: JSON.parse(row.doc) as Ticket,
  account: row.account === null ? null : (JSON.parse(row.account) as Account),
});

/** A second look that was given. */
export interface Judged {
  seq: number;
  at: Instant;
  ticket: Ticket;
  data: EventData["review.sampled-judged"];
}

/** A page of second looks, the newest first, from an entry back. */
export async function judgedPage(
  reader: Db,
  before: number | null,
  most: number,
): Promise<{ judged: Judged[]; next: number | null }> {
  const rows = await reader.sql
    .selectFrom((eb) =>
      eb
        .selectFrom("entry")
        .select(["seq", "at", "object", "bytes"])
        .where("type", "=", "review.sampled-judged")
        .where("seq", "<", before ?? Number.MAX_SAFE_INTEGER)
        .orderBy("seq", "desc")
        .limit(most + 1)
        .as("looked"),
    )
    .innerJoin("ticket", "ticket.id", "looked.object")
    .select(["looked.seq", "looked.at", "looked.bytes", "ticket.doc"])
    .orderBy("looked.seq", "desc")
    .execute();
  const shown = rows.slice(0, most);
  return {
    judged: shown.map((r) => ({
      seq: r.seq,
      at: instantOf(r.at),
      ticket: JSON.parse(r.doc) as Ticket,
      data: dataOf<"review.sampled-judged">(r.bytes),
    })),
    next: rows.length > most ? (shown.at(-1)?.seq ?? null) : null,
  };
}

/** Of so many second looks, the newest, the wrong ones are found. */
const mostLooked = 200;

/** Approvals that looked wrong since an instant, the newest first. */
export async function wrongSince(
  reader: Db,
  since: Instant,
  most: number,
): Promise<{ seq: number; at: Instant; approval: number }[]> {
  const newest = reader.sql
    .selectFrom("entry")
    .select(["seq", "at", "reason", "bytes"])
    .where("type", "=", "review.sampled-judged")
    .orderBy("seq", "desc")
    .limit(mostLooked)
    .as("newest");
  const rows = await reader.sql
    .selectFrom(newest)
    .select(["seq", "at", "bytes"])
    .where("reason", "=", looksWrong)
    .where("at", ">=", isoOf(since))
    .orderBy("seq", "desc")
    .limit(most)
    .execute();
  return rows.map((r) => ({
    seq: r.seq,
    at: instantOf(r.at),
    approval: dataOf<"review.sampled-judged">(r.bytes).approval,
  }));
}

const dataOf = <T extends keyof EventData>(bytes: Buffer): EventData[T] =>
  (JSON.parse(bytes.toString("utf8")) as { data: EventData[T] }).data;

/** Everyone who signed each of these tickets, in any round. */
export async function signersOfEach(reader: Db, tickets: readonly string[]): Promise<Map<string, string[]>> {
  if (tickets.length === 0) return new Map();
  const rows = await reader.sql
    .selectFrom("approval")
    .select(["ticket_id", "staff_id"])
    .distinct()
    .where("ticket_id", "in", tickets)
    .execute();
  const signers = new Map<string, string[]>();
  for (const { ticket_id, staff_id } of rows) signers.set(ticket_id, [...(signers.get(ticket_id) ?? []), staff_id]);
  return signers;
}
