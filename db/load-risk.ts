import type { CaseFacts } from "domain/case";
import type { PastTicket, RiskFacts } from "domain/risk";
import { staffIdOf } from "domain/staff";
import type { TicketState } from "domain/ticket";
import { days, hours, type Instant, instantOf, isoOf, lifetime } from "domain/time";
import type { Kysely, Transaction } from "kysely";
import { firstSince } from "./first-since";
import { recordedIn } from "./recorded-in";
import type { Tables } from "./schema";
import { standInState } from "./stand-in";

type Sql = Kysely<Tables> | Transaction<Tables>;

/** No rule about other tickets, of this account or of another one, reaches further back. */
const reachMs = days(180);
/** More than any rule counts. */
const mostRead = 50;

/** The case that risk is asked about: its account, its ticket if there is one, and the digest of a new contact. */
export interface RiskOf {
  account: string;
  ticket: string | null;
  newContact: Buffer | null;
}

/** What is known beside a case that makes a request look worse, as of `now`. */
export async function loadRisk(sql: Sql, of: RiskOf, now: Instant): Promise<RiskFacts> {
  return {
    history: await pastTickets(sql, of, now),
    elsewhere: of.newContact ? await elsewhere(sql, of.account, of.newContact, now) : [],
    approvedBefore: await approvedBefore(sql, of),
    knockedOut: of.newContact ? await isKnockedOut(sql, of.newContact, now) : false,
    staffAccount: false,
    staffContact: false,
  };
}

/** The digest of the contact a ticket would bind, or null where it names none. */
export async function newContactDigest(sql: Sql, contact: string | null): Promise<Buffer | null> {
  if (contact === null) return null;
  const row = await sql.selectFrom("new_contact").select("digest").where("id", "=", contact).executeTakeFirst();
  return row?.digest ?? null;
}

async function pastTickets(sql: Sql, { account, ticket }: RiskOf, now: Instant): Promise<PastTicket[]> {
  const rows = await sql
    .selectFrom("ticket")
    .select(["id", "state", "opened_at", "touched_at"])
    .where("account_id", "=", account)
    .where("touched_at", ">", isoOf(now - reachMs))
    .orderBy("number", "desc")
    .limit(mostRead)
    .execute();
  return rows
    .filter((r) => r.id !== ticket)
    .map((r) => ({
      state: r.state as TicketState,
      openedAt: instantOf(r.opened_at),
      touchedAt: instantOf(r.touched_at),
    }));
}

/** When each other account last had a ticket that named this contact. */
async function elsewhere(sql: Sql, account: string, digest: Buffer, now: Instant): Promise<Instant[]> {
  const rows = await sql
    .selectFrom("new_contact as n")
    .innerJoin("ticket as t", "t.id", "n.ticket_id")
    .select((eb) => eb.fn.max("t.opened_at").as("at"))
    .where("n.digest", "=", digest)
    .where("n.account_id", "!=", account)
    .where("t.state", "!=", standInState)
    .where("t.opened_at", ">", isoOf(now - reachMs))
    .groupBy("n.account_id")
    .limit(mostRead)
    .execute();
  return rows.map((r) => instantOf(r.at));
}

/** Whether a recovery to this very contact was undone, or rejected for its owner, within 90 days, on whichever account. */
async function isKnockedOut(sql: Sql, digest: Buffer, now: Instant): Promise<boolean> {
  const rows = await sql
    .selectFrom("new_contact as n")
    .innerJoin("entry as e", "e.subject", "n.account_id")
    .select(["n.id", "e.bytes"])
    .where("n.digest", "=", digest)
    .where("e.type", "=", "requester.knocked-out")
    .where("e.at", ">", isoOf(now - lifetime.knockOutMs))
    .execute();
  return rows.some((r) => {
    const e = recordedIn(r.bytes);
    return e.type === "requester.knocked-out" && e.data.contact === r.id && e.data.until > now;
  });
}

/** Everyone who signed this ticket, in any round. */
export async function signersOf(sql: Sql, ticket: string): Promise<string[]> {
  const rows = await sql.selectFrom("approval").select("staff_id").distinct().where("ticket_id", "=", ticket).execute();
  return rows.map((r) => r.staff_id).sort();
}

/** Who rejected this ticket, or null where it was not. */
export async function rejecterOf(sql: Sql, ticket: string): Promise<string | null> {
  const row = await sql
    .selectFrom("entry")
    .select("actor")
    .where("object", "=", ticket)
    .where("type", "=", "ticket.rejected")
    .executeTakeFirst();
  return row ? staffIdOf(row.actor) : null;
}

/** Everyone who signed an earlier ticket of the account, under whichever of their accounts. */
async function approvedBefore(sql: Sql, { account, ticket }: RiskOf): Promise<string[]> {
  const signed = sql
    .selectFrom("approval as p")
    .innerJoin("ticket as t", "t.id", "p.ticket_id")
    .innerJoin("staff as s", "s.id", "p.staff_id")
    .select("s.person")
    .where("t.account_id", "=", account)
    .where("t.id", "!=", ticket ?? "");
  const rows = await sql.selectFrom("staff").select("id").where("person", "in", signed).execute();
  return rows.map((r) => r.id);
}

/** How many tickets a member opened within the last hour, as far as it matters. */
export async function openedLately(sql: Sql, actor: string, now: Instant): Promise<number> {
  const rows = await sql
    .selectFrom("entry")
    .select("seq")
    .where("actor", "=", actor)
    .where("type", "=", "ticket.opened")
    .where("seq", ">=", firstSince(sql, now - hours(1)))
    .where("at", ">", isoOf(now - hours(1)))
    .orderBy("seq", "desc")
    .limit(mostRead)
    .execute();
  return rows.length;
}

const resemblanceMs = days(30);

/** A value that is about to be tried: its digest, and those of serials a few numbers away from it. */
export interface Guess {
  kind: "serial" | "answers";
  digest: Buffer;
  neighbours: Buffer[];
}

/** How a value relates to what was tried on the account within 30 days. */
export async function loadResemblance(
  sql: Sql,
  { account, ticket }: Pick<RiskOf, "account" | "ticket">,
  guess: Guess,
  now: Instant,
): Promise<CaseFacts["resembles"]> {
  const rows = await sql
    .selectFrom("guess")
    .select(["digest", "ticket_id"])
    .where("account_id", "=", account)
    .where("kind", "=", guess.kind)
    .where("digest", "in", [guess.digest, ...guess.neighbours])
    .where("at", ">", isoOf(now - resemblanceMs))
    .execute();
  const same = rows.filter((r) => r.digest.equals(guess.digest));
  return {
    nears: guess.kind === "serial" ? await nearsOf(sql, account, now) : 0,
    neighbours: rows.length - same.length,
    elsewhere: new Set(same.flatMap((r) => (r.ticket_id === ticket ? [] : r.ticket_id))).size,
  };
}

/** The budgets of an account let through fewer checks than are read here. */
async function nearsOf(sql: Sql, account: string, now: Instant): Promise<number> {
  const rows = await sql
    .selectFrom("entry")
    .select("bytes")
    .where("subject", "=", account)
    .where("type", "in", ["serial.checked", "photo.judged"])
    .where("at", ">", isoOf(now - resemblanceMs))
    .orderBy("seq", "desc")
    .limit(mostRead)
    .execute();
  const checked = rows.map((r) => recordedIn(r.bytes));
  return checked.filter((e) => "result" in e.data && e.data.result === "near").length;
}
