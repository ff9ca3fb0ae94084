import type { Case, CaseFacts } from "domain/case";
import type { Desk } from "domain/desk";
import { standInRecord } from "domain/stand-in";
import { instantOf } from "domain/time";
import type { Kysely, Transaction } from "kysely";
import { rowsLeftBy } from "./erase";
import type { Tables } from "./schema";

type Sql = Kysely<Tables> | Transaction<Tables>;

/** The reference row of an account and the import it came by; one that was erased has none any more and is frozen for good, and what stands in for one never had any. */
export async function loadRecord(
  sql: Sql,
  c: Case,
  account: string,
  standIn = false,
): Promise<{ record: CaseFacts["record"]; set: number }> {
  const row = await sql
    .selectFrom("account")
    .select(["id", "set_id", "created_at", "status", "second_factor"])
    .where("id", "=", account)
    .executeTakeFirst();
  if (row) return { record: recordFrom(row), set: row.set_id };
  if (c.account?.erased) return { record: erasedRecord(account), set: 0 };
  if (c.account?.standIn || standIn) return { record: standInRecord(account), set: 0 };
  throw new Error("There is no such account.");
}

/** An account's reference row as decisions see it. */
export const recordFrom = (row: {
  id: string;
  created_at: string;
  status: string;
  second_factor: string;
}): CaseFacts["record"] => ({
  id: row.id,
  createdAt: instantOf(row.created_at),
  status: row.status as CaseFacts["record"]["status"],
  secondFactor: row.second_factor as CaseFacts["record"]["secondFactor"],
});

/** What decisions see in place of a reference row that was erased. */
export const erasedRecord = (id: string): CaseFacts["record"] => ({
  id,
  createdAt: 0,
  status: "frozen",
  secondFactor: "none",
});

/** An import counts from the moment its files are here: they name accounts that may be erased before they are read. */
export async function loadErasing(sql: Sql, account: string, desk: Desk): Promise<CaseFacts["erasing"]> {
  const waiting = await sql
    .selectFrom("import_job")
    .select("id")
    .where("state", "in", ["waiting", "checking", "loading"])
    .limit(1)
    .executeTakeFirst();
  return { rows: await rowsLeftBy(sql, account), importing: desk.importing !== null || waiting !== undefined };
}
