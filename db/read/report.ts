import type { SignedApproval } from "domain/approval-pace";
import type { EventType } from "domain/event";
import { mostRows } from "domain/figures";
import type { Tier } from "domain/loss";
import type { CheckRow, EndedRow, LiveRow, RefusalRow, ReportRows } from "domain/report";
import { staffIdOf } from "domain/staff";
import { isLive, type TicketState, ticketStates } from "domain/ticket";
import { type Instant, instantOf } from "domain/time";
import { sql } from "kysely";
import type { Db } from "../engine";
import { firstSince } from "../first-since";
import { recordedIn } from "../recorded-in";
import { standInState } from "../stand-in";

const atMost = mostRows + 1;

/** All that a report is made of, from an instant on: seven queries, each along an index and each of at most so many of the newest rows. */
export async function reportRows(reader: Db, since: Instant): Promise<ReportRows> {
  const from = await firstSeqAt(reader, since);
  const [live, ended, refusals, checks, wrongCodes, approvals] = await Promise.all([
    liveTickets(reader),
    endedTickets(reader, from),
    refusalsBy(reader, from),
    checksBy(reader, from),
    wrongRegisteredCodes(reader, from),
    approvalsSince(reader, from),
  ]);
  return { live, ended, refusals, checks: [...checks, ...wrongCodes], approvals };
}

/** Approvals since an instant, at most so many of the newest. */
export const signedApprovals = async (reader: Db, since: Instant): Promise<SignedApproval[]> =>
  approvalsSince(reader, await firstSeqAt(reader, since));

/** The first entry at or after an instant; one beyond every entry where there is none. */
async function firstSeqAt(reader: Db, since: Instant): Promise<number> {
  const first = await firstSince(reader.sql, since).executeTakeFirst();
  return first?.seq ?? Number.MAX_SAFE_INTEGER;
}

/** Live tickets, of each state the newest, each state along its own index. */
async function liveTickets(reader: Db): Promise<LiveRow[]> {
  const [first, ...others] = ticketStates
    .filter(isLive)
    .map((state) =>
      reader.sql
        .selectFrom(
          reader.sql
            .selectFrom("ticket")
            .select(["state", "opened_at"])
            .where("state", "=", state)
            .orderBy("number", "desc")
            .limit(atMost)
            .as("one"),
        )
        .select(["state", "opened_at"]),
    );
  if (!first) return [];
  const rows = await others.reduce((all, one) => all.unionAll(one), first).execute();
  return rows.map((r) => ({ state: r.state as TicketState, openedAt: instantOf(r.opened_at) }));
}

const endings = [
  "grant.redeemed",
  "ticket.rejected",
  "ticket.cancelled",
  "ticket.expired",
] as const satisfies EventType[];

async function endedTickets(reader: Db, from: number): Promise<EndedRow[]> {
  const rows = await reader.sql
    .selectFrom(newestOf(reader, endings, from).as("ended"))
    .innerJoin("ticket", "ticket.id", "ended.object")
    .select(["ended.type", "ended.at", "ticket.tier", "ticket.opened_at"])
    .where("ticket.state", "!=", standInState)
    .execute();
  return rows.map((r) => ({
    how: r.type as EndedRow["how"],
    tier: r.tier as Tier,
    openedAt: instantOf(r.opened_at),
    at: instantOf(r.at),
  }));
}

async function refusalsBy(reader: Db, from: number): Promise<RefusalRow[]> {
  const rows = await reader.sql
    .selectFrom(newestOf(reader, ["refused"], from).as("said"))
    .select((eb) => ["reason", eb.fn.countAll<number | string>().as("n")])
    .groupBy("reason")
    .execute();
  return rows.map((r) => ({ reason: r.reason ?? "", n: Number(r.n) }));
}

const checks = [
  "serial.checked",
  "answers.checked",
  "photo.judged",
  "photo.declined",
  "possession.confirmed",
  "saved-code.checked",
  "vouch.given",
  "vouch.refused",
  "purchase.judged",
  "purchase.declined",
] as const satisfies EventType[];

async function checksBy(reader: Db, from: number): Promise<CheckRow[]> {
  const rows = await reader.sql
    .selectFrom(newestOf(reader, checks, from).as("made"))
    .leftJoin("ticket", "ticket.id", "made.object")
    .select((eb) => ["type", "outcome", eb.fn.countAll<number | string>().as("n")])
    .where((eb) => eb.or([eb("ticket.state", "is", null), eb("ticket.state", "!=", standInState)]))
    .groupBy(["type", "outcome"])
    .execute();
  return rows.map((r) => ({
    type: r.type as CheckRow["type"],
    passed: r.outcome === "ok" && !notPassed.has(r.type),
    n: Number(r.n),
  }));
}

/** What is entered as done and proves nothing: the check did not pass. */
const notPassed: ReadonlySet<string> = new Set(["photo.declined", "purchase.declined"]);

/** Wrong codes of registered contacts: those of new ones prove nothing, right or wrong. */
async function wrongRegisteredCodes(reader: Db, from: number): Promise<CheckRow[]> {
  const rows = await reader.sql
    .selectFrom("entry")
    .select("bytes")
    .where("type", "=", "contact.code-refused")
    .where("seq", ">=", from)
    .orderBy("seq", "desc")
    .limit(atMost)
    .execute();
  const contacts = rows.flatMap((r) => {
    const e = recordedIn(r.bytes);
    return e.type === "contact.code-refused" ? [e.data.contact] : [];
  });
  const distinct = [...new Set(contacts)];
  const fresh =
    distinct.length === 0
      ? []
      : await reader.sql.selectFrom("new_contact").select("id").where("id", "in", distinct).execute();
  const isNew = new Set(fresh.map((c) => c.id));
  return [{ type: "contact.code-refused", passed: false, n: contacts.filter((id) => !isNew.has(id)).length }];
}

/** The newest entries of each of these types, each type along its own index. */
function newestOf(reader: Db, types: readonly EventType[], from: number) {
  const [first, ...others] = types.map((type) =>
    reader.sql
      .selectFrom(
        reader.sql
          .selectFrom("entry")
          .select(["seq", "type", "object", "at", "outcome", "reason"])
          .where("type", "=", type)
          .where("seq", ">=", from)
          .orderBy("seq", "desc")
          .limit(atMost)
          .as("one"),
      )
      .select(["type", "object", "at", "outcome", "reason"]),
  );
  if (!first) throw new Error("No type of entry was asked for.");
  return others.reduce((all, one) => all.unionAll(one), first);
}

interface SignedRow {
  ticket_id: string;
  staff_id: string;
  at: string;
  tier: string;
  agent: string;
  opened_at: string;
}

/** Each approval with who had submitted the packet, and when its supervisor first opened it. */
async function approvalsSince(reader: Db, from: number): Promise<SignedApproval[]> {
  const { rows } = await sql<SignedRow>`
    select paced.ticket_id, paced.staff_id, paced.at, paced.tier, handed.actor as agent, looked.at as opened_at
    from (
      select told.*, (
        select min(seq) from entry where object = told.ticket_id and type = 'packet.opened'
          and seq > told.submitted and seq < told.seq and actor = 'staff:' || told.staff_id
      ) as opened
      from (
        select signed.seq, signed.ticket_id, signed.staff_id, signed.at, ticket.tier, (
          select max(seq) from entry where object = signed.ticket_id and type = 'ticket.submitted' and seq < signed.seq
        ) as submitted
        from (select seq, ticket_id, staff_id, at from approval where seq >= ${from} order by seq desc limit ${sql.lit(atMost)}) as signed
        join ticket on ticket.id = signed.ticket_id
      ) as told
    ) as paced
    join entry as handed on handed.seq = paced.submitted
    join entry as looked on looked.seq = paced.opened`.execute(reader.sql);
  return rows.map((r) => ({
    ticket: r.ticket_id,
    supervisor: r.staff_id,
    agent: staffIdOf(r.agent) ?? r.agent,
    openedAt: instantOf(r.opened_at),
    at: instantOf(r.at),
    tier: r.tier as Tier,
  }));
}
