import type { EventData } from "domain/event";
import type { Kysely } from "kysely";
import { totalsOf, valuesOf } from "../erase";
import type { Tables } from "../schema";
import type { CaseFold } from "./cases";
import { tampered } from "./verdict";

/** The entry that erased an account. */
export interface Erasure {
  seq: number;
  rows: EventData["account.erased"]["rows"];
}

/**
 * Of accounts that were erased no value may be there, only the hashes their entries count; throws Found for what is. A
 * session may come by just after: it is dead, and holds nothing.
 */
export async function compareErased(sql: Kysely<Tables>, folds: CaseFold[]): Promise<void> {
  const erased = new Map(folds.flatMap((f) => (f.erased ? [[f.account, f.erased] as const] : [])));
  if (erased.size === 0) return;
  const accounts = [...erased.keys()];
  for (const [table, column] of valuesOf) {
    const row = await sql
      .selectFrom(table as "contact")
      .select(column as "account_id")
      .where(column as "account_id", "in", accounts)
      .limit(1)
      .executeTakeFirst();
    const account = row && Object.values(row)[0];
    if (account) throw remains(table, account, erased.get(account)?.seq ?? null);
  }
  await findTried(sql, erased);
  await compareLeft(sql, erased);
}

const remains = (table: string, account: string, seq: number | null) =>
  tampered(
    "value-remains",
    seq,
    `The ${table} table still holds something of account ${account}, which entry ${seq} erased.`,
  );

async function findTried(sql: Kysely<Tables>, erased: ReadonlyMap<string, Erasure>): Promise<void> {
  const row = await sql
    .selectFrom("tried")
    .innerJoin("ticket", "ticket.id", "tried.ticket_id")
    .select("ticket.account_id")
    .where("ticket.account_id", "in", [...erased.keys()])
    .limit(1)
    .executeTakeFirst();
  if (row) throw remains("tried", row.account_id, erased.get(row.account_id)?.seq ?? null);
}

async function compareLeft(sql: Kysely<Tables>, erased: ReadonlyMap<string, Erasure>): Promise<void> {
  const rows = await sql
    .selectFrom("erased_row")
    .select(["account_id", "name", "hash"])
    .where("account_id", "in", [...erased.keys()])
    .orderBy("id")
    .execute();
  for (const [account, { seq, rows: entered }] of erased) {
    const left = totalsOf(rows.filter((r) => r.account_id === account));
    if (JSON.stringify(left.map(countOf)) !== JSON.stringify(entered.map(countOf)))
      throw tampered(
        "row-differs",
        seq,
        `What account ${account} left behind is not what entry ${seq}, which erased it, says.`,
      );
  }
}

const countOf = ({ table, count, digest }: Erasure["rows"][number]) => [table, count, digest];

/** Throws Found for a hash that is said to be of an erased account where no entry erased it. */
export async function findLeftByNone(sql: Kysely<Tables>): Promise<void> {
  const row = await sql
    .selectFrom("erased_row")
    .select("account_id")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("entry")
            .select("seq")
            .whereRef("entry.subject", "=", "erased_row.account_id")
            .where("entry.type", "=", "account.erased"),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  if (row)
    throw tampered("row-unfounded", null, `No entry erased account ${row.account_id}, of which hashes are left.`);
}
