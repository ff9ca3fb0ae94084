import { contactsOf as contactsAt } from "domain/account";
import type { Case, CaseFacts } from "domain/case";
import type { Contact } from "domain/loss";
import { isStaffAccount, isStaffContact, isTiedTo, type StaffTie } from "domain/staff-ties";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./schema";

type Sql = Kysely<Tables> | Transaction<Tables>;

/** Every way in which an account, or a contact that its tickets name, is tied to a member of staff: one query, by indexes alone. */
export async function loadTies(sql: Sql, account: string): Promise<StaffTie[]> {
  const rows = await linked(sql, account)
    .unionAll(ownContacts(sql, account))
    .unionAll(sharedContacts(sql, account))
    .execute();
  return rows.map((r) => ({
    staff: r.staff,
    active: r.disabled === null,
    how: r.how as StaffTie["how"],
    contact: r.contact,
  }));
}

const linked = (sql: Sql, account: string) =>
  sql
    .selectFrom("staff_account as l")
    .innerJoin("staff as s", "s.id", "l.staff_id")
    .select((eb) => [
      "s.id as staff",
      "s.disabled_at as disabled",
      eb.cast<string>(eb.val("linked"), "text").as("how"),
      eb.cast<string | null>(eb.val(null), "text").as("contact"),
    ])
    .where("l.account_id", "=", account);

/** The contacts of an account, as imported or as its tickets named them. */
const contactsOf = (sql: Sql, account: string) =>
  sql
    .selectFrom("contact")
    .select(["id", "digest"])
    .where("account_id", "=", account)
    .unionAll(sql.selectFrom("new_contact").select(["id", "digest"]).where("account_id", "=", account));

const ownContacts = (sql: Sql, account: string) =>
  sql
    .selectFrom(contactsOf(sql, account).as("k"))
    .innerJoin("staff_contact as o", "o.digest", "k.digest")
    .innerJoin("staff as s", "s.id", "o.staff_id")
    .select((eb) => [
      "s.id as staff",
      "s.disabled_at as disabled",
      eb.cast<string>(eb.val("own-contact"), "text").as("how"),
      eb.ref("k.id").$castTo<string | null>().as("contact"),
    ]);

const sharedContacts = (sql: Sql, account: string) =>
  sql
    .selectFrom(contactsOf(sql, account).as("k"))
    .innerJoin("contact as other", "other.digest", "k.digest")
    .innerJoin("staff_account as l", "l.account_id", "other.account_id")
    .innerJoin("staff as s", "s.id", "l.staff_id")
    .select((eb) => [
      "s.id as staff",
      "s.disabled_at as disabled",
      eb.cast<string>(eb.val("shared-contact"), "text").as("how"),
      eb.ref("k.id").$castTo<string | null>().as("contact"),
    ]);

/** The accounts that are this human's own, or share a contact with theirs, by all their staff ids. */
export async function ownAccounts(sql: Sql, staff: readonly string[]): Promise<Set<string>> {
  if (staff.length === 0) return new Set();
  const links = sql.selectFrom("staff_account").select("account_id").where("staff_id", "in", staff);
  const digests = sql
    .selectFrom("staff_contact")
    .select("digest")
    .where("staff_id", "in", staff)
    .union(sql.selectFrom("contact").select("digest").where("account_id", "in", links));
  const rows = await links
    .union(sql.selectFrom("contact").select("account_id").where("digest", "in", digests))
    .union(sql.selectFrom("new_contact").select("account_id").where("digest", "in", digests))
    .execute();
  return new Set(rows.map((r) => r.account_id));
}

/** What the ties of a case's account mean: whose it is, and who has to keep away from it. */
export function apartFrom(ties: readonly StaffTie[], c: Case, imported: Contact[]) {
  const live = contactsAt(imported, c.account).filter((k) => k.endedAt === null);
  const counting = { live: new Set(live.map((k) => k.id)), named: c.ticket?.newContact?.id ?? null };
  return {
    isOwn: (staff: readonly string[]): boolean => isTiedTo(ties, staff, counting),
    staffAccount: isStaffAccount(ties, counting),
    staffContact: isStaffContact(ties, counting),
  };
}

/** Whether a contact's digest is that of an active member's own. */
export async function isOfStaff(sql: Sql, digest: Buffer): Promise<boolean> {
  const rows = await sql
    .selectFrom("staff_contact as o")
    .innerJoin("staff as s", "s.id", "o.staff_id")
    .select("o.id")
    .where("o.digest", "=", digest)
    .where("s.disabled_at", "is", null)
    .limit(1)
    .execute();
  return rows.length > 0;
}

const mostTold = 50;

/** The addresses of every active admin, as far as they are known. */
export async function adminContacts(sql: Sql): Promise<NonNullable<CaseFacts["admins"]>> {
  const rows = await sql
    .selectFrom("staff_contact as o")
    .innerJoin("staff as s", "s.id", "o.staff_id")
    .select("o.id")
    .where("s.role", "=", "admin")
    .where("s.disabled_at", "is", null)
    .where("o.kind", "=", "email")
    .orderBy("o.id")
    .limit(mostTold)
    .execute();
  return rows.map((r) => ({ contact: r.id, kind: "email" }));
}
