import type { AccountHit } from "domain/view";
import { type AccountReading, accountHit, liveContacts } from "domain/view-account";
import type { Db } from "../engine";
import { visibleSets } from "../load";
import { holderOfSerial } from "../own-things";
import { readAccounts } from "./account";
import { liveStates } from "./queue-views";

/** What an account is looked up by: its id, a ticket's number, or the keyed digest of a cleaned value; `external` is its id in the directory. */
export type FindBy =
  | { kind: "id"; id: string }
  | { kind: "ticket"; number: number }
  | { kind: "username" | "name" | "serial" | "external"; digest: Buffer }
  | { kind: "email" | "phone"; digest: Buffer };
export interface FoundAccounts {
  hits: AccountHit[];
  /** More accounts than may be shown have it: none is. */
  tooMany: boolean;
}

const mostHits = 5;

/** Accounts that have exactly this, masked; a contact that a recovery took off finds its account no longer. */
export async function findAccount(reader: Db, by: FindBy): Promise<FoundAccounts> {
  const ids = await accountIds(reader, by);
  if (ids.length > mostHits) return { hits: [], tooMany: true };
  const found = await readAccounts(reader, ids);
  const kept = by.kind === "email" || by.kind === "phone" ? await stillReached(reader, found, by.digest) : found;
  const accounts = kept.map((r) => r.record.id);
  const live = await liveTickets(reader, accounts, by.kind === "ticket" ? by.number : null);
  return { hits: kept.map((r) => accountHit(r, live.get(r.record.id) ?? null)), tooMany: false };
}

/** One id more than may be shown, so that too many can be told from just enough. */
async function accountIds(reader: Db, by: FindBy): Promise<string[]> {
  const { sql } = reader;
  switch (by.kind) {
    case "id":
      return [by.id];
    case "ticket":
      return (await sql.selectFrom("ticket").select("account_id").where("number", "=", by.number).execute()).map(
        (r) => r.account_id,
      );
    case "serial": {
      const holder = await holderOfSerial(sql, by.digest);
      return holder === null ? [] : [holder];
    }
    case "external":
      return (
        await sql
          .selectFrom("account")
          .select("id")
          .where("external", "=", by.digest)
          .where("set_id", "in", visibleSets(sql))
          .execute()
      ).map((r) => r.id);
    default: {
      const rows = sql
        .selectFrom("lookup")
        .select("account_id")
        .where("kind", "=", by.kind)
        .where("digest", "=", by.digest);
      return (
        await rows
          .where("set_id", "in", visibleSets(sql))
          .limit(mostHits + 1)
          .execute()
      ).map((r) => r.account_id);
    }
  }
}

/** Of these accounts, those that have the value among the contacts in force. */
async function stillReached(reader: Db, found: AccountReading[], digest: Buffer): Promise<AccountReading[]> {
  const ids = new Set(await contactIds(reader, digest));
  return found.filter((r) => liveContacts(r).some((k) => ids.has(k.id)));
}

/** Every contact with this digest, imported or named in a ticket. */
export async function contactIds(reader: Db, digest: Buffer): Promise<string[]> {
  const [imported, named] = await Promise.all([
    reader.sql.selectFrom("contact").select("id").where("digest", "=", digest).execute(),
    reader.sql.selectFrom("new_contact").select("id").where("digest", "=", digest).execute(),
  ]);
  return [...imported, ...named].map((r) => r.id);
}

/** The newest live ticket of each account; one that was asked for by its number comes before a newer one. */
async function liveTickets(
  reader: Db,
  accounts: string[],
  asked: number | null,
): Promise<Map<string, { id: string; number: number }>> {
  if (accounts.length === 0) return new Map();
  const newest = await newestLive(reader, accounts);
  const numbers = [...newest, ...(asked === null ? [] : [asked])];
  if (numbers.length === 0) return new Map();
  const rows = await reader.sql
    .selectFrom("ticket")
    .select(["id", "number", "account_id"])
    .where("number", "in", numbers)
    .where("account_id", "in", accounts)
    .where("state", "in", liveStates)
    .execute();
  const inOrder = [...rows.filter((r) => r.number !== asked), ...rows.filter((r) => r.number === asked)];
  return new Map(inOrder.map((r) => [r.account_id, { id: r.id, number: r.number }]));
}

/** The number of the newest live ticket of each account that has one: the index is read backwards until it comes. */
async function newestLive(reader: Db, accounts: string[]): Promise<number[]> {
  const rows = await reader.sql
    .selectFrom("account as a")
    .select((eb) =>
      eb
        .selectFrom("ticket")
        .select("number")
        .whereRef("account_id", "=", "a.id")
        .where("state", "in", liveStates)
        .orderBy("number", "desc")
        .limit(1)
        .as("number"),
    )
    .where("a.id", "in", accounts)
    .execute();
  return rows.flatMap((r) => r.number ?? []);
}
