import { contactsOf } from "domain/account";
import { overdue } from "domain/end";
import type { Ticket, TicketState } from "domain/ticket";
import { hours, type Instant, instantOf, isoOf, lifetime, type Millis } from "domain/time";
import type { Db } from "../engine";
import { loadDesk, visibleSets } from "../load";
import { standInState, unheardState } from "../stand-in";
import { readAccounts } from "./account";
import { contactIds } from "./find-account";

export interface CaseAt {
  account: string;
  ticket: string;
}

/** The case a ticket's id, number or reference names, or null. */
export const caseById = (db: Db, id: string) => caseBy(db, "id", id);
export const caseByNumber = (db: Db, number: number) => caseBy(db, "number", number);
export const caseByReference = (db: Db, reference: string) => caseBy(db, "reference", reference);

async function caseBy(db: Db, column: "id" | "number" | "reference", value: string | number): Promise<CaseAt | null> {
  const row = await db.sql
    .selectFrom("ticket")
    .select(["id", "account_id"])
    .where(column, "=", value as never)
    // By its number the desk asks, for which there are no stand-ins.
    .where("state", "!=", column === "number" ? standInState : "")
    .executeTakeFirst();
  return row ? { account: row.account_id, ticket: row.id } : null;
}

/** Tickets whose hold is over at `now`, the longest over first. */
export async function holdsOver(db: Db, now: Instant, most: number): Promise<CaseAt[]> {
  const rows = await db.sql
    .selectFrom("ticket")
    .select(["id", "account_id"])
    .where("state", "=", "on_hold")
    .where("hold_ends_at", "<=", isoOf(now))
    .orderBy("hold_ends_at")
    .limit(most)
    .execute();
  return rows.map((r) => ({ account: r.account_id, ticket: r.id }));
}

/** How long a ticket of each state lies untouched before anything can be due on it. */
const leastIdleMs: Partial<Record<TicketState | typeof standInState | typeof unheardState, Millis>> = {
  verifying: lifetime.idleClaimMs,
  open: lifetime.reminderMs,
  in_review: lifetime.idleTicketMs,
  reset_sent: lifetime.grantMs,
  [standInState]: hours(2),
  [unheardState]: lifetime.idleTicketMs,
};

/** Tickets on which something is due because nobody touched them for a while, of each state the longest idle first. */
export async function ticketsIdle(db: Db, now: Instant, most: number): Promise<CaseAt[]> {
  const due: CaseAt[] = [];
  for (const [state, idleMs] of Object.entries(leastIdleMs)) {
    if (due.length < most) due.push(...(await dueIn(db, { state, until: now - idleMs }, now, most - due.length)));
  }
  return due;
}

const lookedAtOnce = 50;

/** Reads on past tickets on which nothing is due, as on those reminded already, so that many of them hide no other. */
async function dueIn(db: Db, idle: Idle, now: Instant, most: number): Promise<CaseAt[]> {
  const due: CaseAt[] = [];
  let after = { touched: "", number: 0 };
  for (;;) {
    const rows = await untouched(db, idle, after);
    const late = rows.filter((r) => overdue(JSON.parse(r.doc) as Ticket, now) !== null);
    due.push(...late.map((r) => ({ account: r.account_id, ticket: r.id })));
    const last = rows.at(-1);
    if (!last || rows.length < lookedAtOnce || due.length >= most) return due.slice(0, most);
    after = { touched: last.touched_at, number: last.number };
  }
}

interface Idle {
  state: string;
  until: Instant;
}

function untouched(db: Db, { state, until }: Idle, after: { touched: string; number: number }) {
  return db.sql
    .selectFrom("ticket")
    .select(["id", "account_id", "number", "touched_at", "doc"])
    .where("state", "=", state)
    .where("touched_at", "<=", isoOf(until))
    .where((eb) => eb(eb.refTuple("touched_at", "number"), ">", eb.tuple(after.touched, after.number)))
    .orderBy("touched_at")
    .orderBy("number")
    .limit(lookedAtOnce)
    .execute();
}

/** The contact of this account that has this very value, one in force before one that ended; or null. */
export async function contactWithDigest(db: Db, account: string, digest: Buffer): Promise<string | null> {
  const [[one], ids] = await Promise.all([readAccounts(db, [account]), contactIds(db, digest)]);
  const same = one ? contactsOf(one.imported, one.account).filter((k) => ids.includes(k.id)) : [];
  return (same.find((k) => k.endedAt === null) ?? same[0])?.id ?? null;
}

/** Masks of contacts by id, imported or new. */
export async function contactMasks(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const imported = await db.sql.selectFrom("contact").select(["id", "mask"]).where("id", "in", ids).execute();
  const added = await db.sql.selectFrom("new_contact").select(["id", "mask"]).where("id", "in", ids).execute();
  return new Map([...imported, ...added].map((r) => [r.id, r.mask]));
}

/**
 * The account with a user name or contact, by its keyed digest: of two imports in conflict the earlier one stands, of two in one
 * import none; what Countersign itself added finds its account where no import gave the same to another.
 */
export async function accountByLookup(db: Db, kind: string, digest: Buffer): Promise<string | null> {
  const rows = await db.sql
    .selectFrom("lookup")
    .select(["account_id", "set_id"])
    .where("kind", "=", kind)
    .where("digest", "=", digest)
    .where("set_id", "in", visibleSets(db.sql))
    .orderBy((eb) => eb.case().when("set_id", "=", 0).then(1).else(0).end())
    .orderBy("set_id")
    .limit(2)
    .execute();
  return rows[0]?.set_id === rows[1]?.set_id && rows.length > 1 ? null : (rows[0]?.account_id ?? null);
}

export async function holderPasswordHash(db: Db, account: string): Promise<string | null> {
  const row = await db.sql
    .selectFrom("holder_secret")
    .select("password_hash")
    .where("account_id", "=", account)
    .executeTakeFirst();
  return row?.password_hash ?? null;
}

/** When the holder's password was set, or null where there is none. */
export async function holderPasswordSince(db: Db, account: string): Promise<Instant | null> {
  const row = await db.sql
    .selectFrom("holder_secret")
    .select("set_at")
    .where("account_id", "=", account)
    .executeTakeFirst();
  return row ? instantOf(row.set_at) : null;
}

export async function accountRecord(db: Db, account: string) {
  return db.sql
    .selectFrom("account")
    .leftJoin("provided_name as p", "p.account_id", "account.id")
    .select(["id", "created_at", "status", "second_factor", "locale"])
    .select((eb) => eb.fn.coalesce("p.name_mask", "account.name_mask").as("name_mask"))
    .where("id", "=", account)
    .executeTakeFirst();
}

/** Ids of all contacts an account was imported with. */
export async function importedContacts(db: Db, account: string) {
  return db.sql
    .selectFrom("contact")
    .select(["id", "kind", "mask", "verified_at"])
    .where("account_id", "=", account)
    .where("set_id", "in", visibleSets(db.sql))
    .execute();
}

export const deskNow = (db: Db) => loadDesk(db.sql);
