import type { Account } from "domain/account";
import { type Case, isFrozen } from "domain/case";
import { isStaffAccount } from "domain/staff-ties";
import { type Instant, instantOf } from "domain/time";
import type { Voucher } from "domain/vouch";
import type { Kysely, Transaction } from "kysely";
import { loadRecord } from "./load-record";
import { loadTies } from "./load-ties";
import type { Tables } from "./schema";

type Sql = Kysely<Tables> | Transaction<Tables>;

/** What is so of the person who vouches: their own account, the vouches they gave, and whether this ticket's new contact is theirs. */
export async function loadVoucher(sql: Sql, c: Case, voucher: string): Promise<Voucher> {
  const side = await sql.selectFrom("account_state").select("doc").where("account_id", "=", voucher).executeTakeFirst();
  const own = { ticket: null, account: side ? (JSON.parse(side.doc) as Account) : null };
  const { record } = await loadRecord(sql, own, voucher);
  return {
    frozen: isFrozen(own, { record }),
    vouchedAt: await lastVouchOf(sql, voucher),
    ownsNewContact: await ownsNewContact(sql, c.ticket?.newContact?.id ?? null, voucher),
    ofStaff: await isOfStaff(sql, own.account, voucher),
  };
}

/** An active member's account: linked to them, or reached by an address or number of theirs. */
async function isOfStaff(sql: Sql, account: Account | null, voucher: string): Promise<boolean> {
  const ties = await loadTies(sql, voucher);
  const live = ties.flatMap((t) => (t.contact === null || account?.removed[t.contact] !== undefined ? [] : t.contact));
  return isStaffAccount(ties, { live: new Set(live), named: null });
}

/** When the holder of an account vouched last, for whomever. */
export async function lastVouchOf(sql: Sql, voucher: string): Promise<Instant | null> {
  const last = await sql
    .selectFrom("entry")
    .select("at")
    .where("actor", "=", `voucher:${voucher}`)
    .where("type", "=", "vouch.given")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return last ? instantOf(last.at) : null;
}

/** The same value is, or was, a contact of that account, or one it named in a ticket. */
async function ownsNewContact(sql: Sql, contact: string | null, account: string): Promise<boolean> {
  if (contact === null) return false;
  const digest = sql.selectFrom("new_contact").select("digest").where("id", "=", contact);
  const rows = await sql
    .selectFrom("contact")
    .select("id")
    .where("account_id", "=", account)
    .where("digest", "in", digest)
    .unionAll(
      sql.selectFrom("new_contact").select("id").where("account_id", "=", account).where("digest", "in", digest),
    )
    .execute();
  return rows.length > 0;
}
