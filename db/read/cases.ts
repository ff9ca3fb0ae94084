import { overdue } from "domain/end";
import type { Ticket } from "domain/ticket";
import { type Instant, isoOf, lifetime } from "domain/time";
import type { Db } from "../engine";
import { loadDesk, visibleSets } from "../load";

export interface CaseAt {
  account: string;
  ticket: string;
}

/** The case a ticket's id, number or reference names, or null. */
export const caseById = (db: Db, id: string) => caseBy(db, "id", id);
export const caseByNumber = (db: Db, number: number) => caseBy(db, "number", number);
export const caseByReference = (db: Db, reference: string) => caseBy(db, "reference", reference);

async function caseBy(db: Db, column: "id" | "number" | "reference", value: string | number): Promise<CaseAt | null> {
  const row = await db.sql.selectFrom("ticket").select(["id", "account_id"]).where(column, "=", value as never).executeTakeFirst();
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

/** Tickets on which something is due because nobody touched them for a while. */
export async function ticketsIdle(db: Db, now: Instant, most: number): Promise<CaseAt[]> {
  const idle = (state: string, ms: number) =>
    db.sql.selectFrom("ticket").select(["id", "account_id", "doc"]).where("state", "=", state).where("touched_at", "<=", isoOf(now - ms)).orderBy("touched_at").limit(most).execute();
  const rows = await Promise.all([
    idle("verifying", lifetime.idleClaimMs), idle("open", lifetime.reminderMs), idle("in_review", lifetime.reminderMs), idle("reset_sent", lifetime.grantMs),
  ]);
  const due = rows.flat().filter((r) => overdue(JSON.parse(r.doc) as Ticket, now) !== null);
  return due.map((r) => ({ account: r.account_id, ticket: r.id }));
}

/** The id of a contact in the directory that has this keyed digest and belongs to this account, or null. */
export async function contactWithDigest(db: Db, account: string, digest: Buffer): Promise<string | null> {
  const imported = await db.sql.selectFrom("contact").select("id").where("digest", "=", digest).where("account_id", "=", account).where("set_id", "in", visibleSets(db.sql)).executeTakeFirst();
  const added = imported ?? (await db.sql.selectFrom("new_contact").select("id").where("digest", "=", digest).where("account_id", "=", account).executeTakeFirst());
  return added?.id ?? null;
}

/** Masks of contacts by id, imported or new. */
export async function contactMasks(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const imported = await db.sql.selectFrom("contact").select(["id", "mask"]).where("id", "in", ids).execute();
  const added = await db.sql.selectFrom("new_contact").select(["id", "mask"]).where("id", "in", ids).execute();
  return new Map([...imported, ...added].map((r) => [r.id, r.mask]));
}

/** The one account with a user name, by its keyed digest, or null. */
export async function accountByLookup(db: Db, kind: string, digest: Buffer): Promise<string | null> {
  const rows = await db.sql.selectFrom("lookup").select("account_id").where("kind", "=", kind).where("digest", "=", digest).where("set_id", "in", visibleSets(db.sql)).limit(2).execute();
  return rows.length === 1 ? (rows[0]?.account_id ?? null) : null;
}

export async function holderPasswordHash(db: Db, account: string): Promise<string | null> {
  const row = await db.sql.selectFrom("holder_secret").select("password_hash").where("account_id", "=", account).executeTakeFirst();
  return row?.password_hash ?? null;
}

export async function accountRecord(db: Db, account: string) {
  return db.sql.selectFrom("account").select(["id", "created_at", "status", "second_factor", "locale", "name_mask"]).where("id", "=", account).executeTakeFirstOrThrow();
}

/** Ids of all contacts an account was imported with. */
export async function importedContacts(db: Db, account: string) {
  return db.sql.selectFrom("contact").select(["id", "kind", "mask", "verified_at"]).where("account_id", "=", account).where("set_id", "in", visibleSets(db.sql)).execute();
}

export const deskNow = (db: Db) => loadDesk(db.sql);
