import type { Lookup, TicketPart } from "domain/lookups";
import { isLive, type TicketState } from "domain/ticket";
import { type Instant, instantOf, isoOf } from "domain/time";
import type { Db } from "../engine";
import { firstSince } from "../first-since";

const mostAtOnce = 500;

/** Searches of the staff that found one account, in order, from an entry and a time on and before another, and no more than 500. */
export async function lookupsBetween(
  reader: Db,
  span: { afterSeq: number; from: Instant; to: Instant },
): Promise<Lookup[]> {
  const first = await firstSince(reader.sql, span.from).executeTakeFirst();
  if (!first) return [];
  const rows = await reader.sql
    .selectFrom("entry")
    .select(["seq", "at", "actor", "subject"])
    .where("type", "=", "account.searched")
    .where("seq", ">", Math.max(span.afterSeq, first.seq - 1))
    .where("at", "<", isoOf(span.to))
    .where("reason", "is", null)
    .where("subject", "is not", null)
    .where("actor", ">=", "staff:")
    .where("actor", "<", "staff;")
    .orderBy("seq")
    .limit(mostAtOnce)
    .execute();
  return rows.map((r) => ({ seq: r.seq, at: instantOf(r.at), actor: r.actor, account: r.subject ?? "" }));
}

/** What the finders of these accounts did for them. */
export async function partsBeside(reader: Db, lookups: readonly Lookup[]): Promise<TicketPart[]> {
  if (lookups.length === 0) return [];
  return [...(await ticketParts(reader, lookups)), ...(await proposals(reader, lookups))];
}

async function ticketParts(reader: Db, lookups: readonly Lookup[]): Promise<TicketPart[]> {
  const rows = await reader.sql
    .selectFrom("part as p")
    .innerJoin("entry as e", "e.seq", "p.seq")
    .innerJoin("ticket as t", "t.id", "p.ticket")
    .select(["p.actor", "p.account", "p.seq", "e.at", "t.state"])
    .where("p.account", "in", [...new Set(lookups.map((one) => one.account))])
    .where("p.actor", "in", [...new Set(lookups.map((one) => one.actor))])
    .execute();
  return rows.map((r) => ({
    actor: r.actor,
    account: r.account,
    seq: r.seq,
    at: instantOf(r.at),
    live: isLive(r.state as TicketState),
  }));
}

/** What their finders decided about erasing these accounts: proposed, taken back, held up, let go. */
async function proposals(reader: Db, lookups: readonly Lookup[]): Promise<TicketPart[]> {
  const rows = await reader.sql
    .selectFrom("entry")
    .select(["actor", "subject", "seq", "at"])
    .where("subject", "in", [...new Set(lookups.map((one) => one.account))])
    .where("type", "in", ["erasure.proposed", "erasure.withdrawn", "legal-hold.placed", "legal-hold.lifted"])
    .where("actor", "in", [...new Set(lookups.map((one) => one.actor))])
    .execute();
  return rows.map((r) => ({ actor: r.actor, account: r.subject ?? "", seq: r.seq, at: instantOf(r.at), live: false }));
}
