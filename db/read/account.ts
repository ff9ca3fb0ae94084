import type { Account } from "domain/account";
import type { AccountReading } from "domain/view-account";
import type { Db } from "../engine";
import { visibleSets } from "../load";
import { recordFrom } from "../load-record";
import { contactFrom, masksFrom } from "./case";

/** Accounts as searches and their holders read them, in the order of their ids; those not visible are left out. */
export async function readAccounts(reader: Db, ids: readonly string[]): Promise<AccountReading[]> {
  if (ids.length === 0) return [];
  const { sql } = reader;
  const visible = visibleSets(sql);
  const [rows, contacts, named] = await Promise.all([
    sql
      .selectFrom("account as a")
      .leftJoin("account_state as s", "s.account_id", "a.id")
      .leftJoin("provided_name as p", "p.account_id", "a.id")
      .select(["a.id", "a.created_at", "a.status", "a.second_factor", "a.region", "s.doc"])
      .select((eb) => eb.fn.coalesce("p.name_mask", "a.name_mask").as("name_mask"))
      .where("a.id", "in", ids)
      .where("a.set_id", "in", visible)
      .orderBy("a.id")
      .execute(),
    sql
      .selectFrom("contact")
      .select(["id", "account_id", "kind", "mask", "verified_at"])
      .where("account_id", "in", ids)
      .where("set_id", "in", visible)
      .orderBy("id")
      .execute(),
    sql.selectFrom("new_contact").select(["id", "mask"]).where("account_id", "in", ids).execute(),
  ]);
  const masks = masksFrom([...contacts, ...named]);
  return rows.map((row) => ({
    record: recordFrom(row),
    holder: row.name_mask,
    region: row.region,
    imported: contacts.filter((k) => k.account_id === row.id).map(contactFrom),
    masks,
    account: row.doc === null ? null : (JSON.parse(row.doc) as Account),
  }));
}
