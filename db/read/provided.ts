import type { Account } from "domain/account";
import type { Contact } from "domain/loss";
import { instantOf } from "domain/time";
import type { Db } from "../engine";
import { visibleSets } from "../load";

/** An account as its identity provider's requests begin with it. */
export interface ProvidedReading {
  id: string;
  createdAt: string;
  imported: Contact[];
  account: Account | null;
}
/** What an account is looked for by: the keyed digest of a cleaned value. */
export interface ProvidedBy {
  kind: "username" | "external" | "email";
  digest: Buffer;
}

/** More accounts than this have one user name or address in no directory that is in order. */
const mostFound = 20;

/** Ids of the accounts that have this name, external id or address. */
export async function findProvided({ sql }: Db, { kind, digest }: ProvidedBy): Promise<string[]> {
  if (kind !== "external") {
    const rows = await sql
      .selectFrom("lookup")
      .select("account_id")
      .where("kind", "=", kind)
      .where("digest", "=", digest)
      .where("set_id", "in", visibleSets(sql))
      .orderBy("account_id")
      .limit(mostFound)
      .execute();
    return rows.map((r) => r.account_id);
  }
  const [given, imported] = await Promise.all([
    sql.selectFrom("provided_name").select("account_id as id").where("external", "=", digest).execute(),
    // An import's id of the account counts until the identity provider says another.
    sql
      .selectFrom("account as a")
      .leftJoin("provided_name as p", "p.account_id", "a.id")
      .select("a.id")
      .where("a.external", "=", digest)
      .where("p.account_id", "is", null)
      .where("a.set_id", "in", visibleSets(sql))
      .execute(),
  ]);
  return [...given, ...imported].map((r) => r.id);
}

/** A page of accounts after this id, in the order of their ids. */
export async function pageOfAccounts({ sql }: Db, after: string, most: number): Promise<string[]> {
  const rows = await sql
    .selectFrom("account")
    .select("id")
    .where("id", ">", after)
    .where("set_id", "in", visibleSets(sql))
    .orderBy("id")
    .limit(most)
    .execute();
  return rows.map((r) => r.id);
}

/** Accounts with their imported contacts, in the order of their ids; those not visible are left out. */
export async function readProvided({ sql }: Db, ids: readonly string[]): Promise<ProvidedReading[]> {
  if (ids.length === 0) return [];
  const [rows, contacts] = await Promise.all([
    sql
      .selectFrom("account as a")
      .leftJoin("account_state as s", "s.account_id", "a.id")
      .select(["a.id", "a.created_at", "s.doc"])
      .where("a.id", "in", ids)
      .where("a.set_id", "in", visibleSets(sql))
      .orderBy("a.id")
      .execute(),
    sql
      .selectFrom("contact")
      .select(["id", "account_id", "kind", "verified_at"])
      .where("account_id", "in", ids)
      .where("set_id", "in", visibleSets(sql))
      .orderBy("id")
      .execute(),
  ]);
  return rows.map(({ id, created_at, doc }) => ({
    id,
    createdAt: created_at,
    imported: contacts
      .filter((k) => k.account_id === id)
      .map((k) => ({
        id: k.id,
        kind: k.kind === "email" ? "email" : "phone",
        since: instantOf(k.verified_at),
        endedAt: null,
      })),
    account: doc === null ? null : (JSON.parse(doc) as Account),
  }));
}

/** Contacts of an account, imported or not, that have one of these values, with its digest. */
export async function contactsWithDigests(
  { sql }: Db,
  account: string,
  digests: readonly Buffer[],
): Promise<{ id: string; digest: Buffer }[]> {
  if (digests.length === 0) return [];
  const of = (table: "contact" | "new_contact") =>
    sql
      .selectFrom(table as "contact")
      .select(["id", "digest"])
      .where("account_id", "=", account)
      .where("digest", "in", digests)
      .execute();
  return (await Promise.all([of("contact"), of("new_contact")])).flat();
}
