import type { Recorded } from "domain/event";
import type { Kysely } from "kysely";
import { hashOfProvidedAccount, hashOfProvidedName } from "../provided";
import type { Tables } from "../schema";
import type { CaseFold } from "./cases";
import { tampered } from "./verdict";

interface Vouched {
  seq: number;
  row: string;
}
/** The rows that an identity provider's entries made: the account, where it made it, and the names it gave last. */
export interface ProvidedRows {
  account: Vouched | null;
  names: Vouched | null;
}

export function foldProvidedRows(rows: ProvidedRows, e: Recorded): void {
  if (e.type === "account.provisioned") rows.account = { seq: e.seq, row: e.data.row };
  if (e.type === "account.described") rows.names = { seq: e.seq, row: e.data.row };
}

/** What an identity provider's entries made is there as they say, and nothing else is; throws Found at the first difference. */
export async function compareProvided(sql: Kysely<Tables>, folds: CaseFold[]): Promise<void> {
  const ids = folds.map((f) => f.account);
  if (ids.length === 0) return;
  const accounts = await sql.selectFrom("account").selectAll().where("id", "in", ids).where("set_id", "=", 0).execute();
  const names = await sql.selectFrom("provided_name").selectAll().where("account_id", "in", ids).execute();
  const made = new Map(accounts.map((row) => [row.id, hashOfProvidedAccount(row)]));
  const given = new Map(names.map((row) => [row.account_id, hashOfProvidedName(row)]));
  for (const { account, provided } of folds) {
    compare("account", account, provided.account, made.get(account));
    compare("provided_name", account, provided.names, given.get(account));
  }
}

function compare(table: string, id: string, vouched: Vouched | null, row: string | undefined): void {
  if (vouched === null) {
    if (row !== undefined) throw tampered("row-unfounded", null, `No entry made the ${table} row of account ${id}.`);
    return;
  }
  const { seq } = vouched;
  if (row === undefined)
    throw tampered("row-missing", seq, `The ${table} row of account ${id}, which entry ${seq} made, is missing.`);
  if (row !== vouched.row)
    throw tampered("row-differs", seq, `The ${table} row of account ${id} is not what entry ${seq} says.`);
}

/** Throws Found for an account of no import that no entry speaks of. */
export async function findProvidedByNone(sql: Kysely<Tables>): Promise<void> {
  const row = await sql
    .selectFrom("account")
    .select("id")
    .where("set_id", "=", 0)
    .where((eb) => eb.not(eb.exists(eb.selectFrom("entry").select("seq").whereRef("entry.subject", "=", "account.id"))))
    .limit(1)
    .executeTakeFirst();
  if (row) throw tampered("row-unfounded", null, `No import and no entry made the account row ${row.id}.`);
}
