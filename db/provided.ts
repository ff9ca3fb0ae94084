import { createHash } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { hashOfRow } from "./import-digest";
import type { Tables } from "./schema";

type Sql = Kysely<Tables> | Transaction<Tables>;
type Tx = Transaction<Tables>;

/** What an identity provider says of an account, as it is written beside its entry. */
export type ProvidedKept =
  | { keep: "provided-account"; row: Tables["account"] }
  /** The names in force: the row, the look-ups that find the account by them, and the words for the vault. */
  | {
      keep: "provided-names";
      row: Tables["provided_name"];
      lookups: readonly Tables["lookup"][];
      boxes: readonly Tables["vault"][];
    };

export async function keepProvided(tx: Tx, k: ProvidedKept): Promise<void> {
  if (k.keep === "provided-account") await tx.insertInto("account").values(k.row).execute();
  else await replaceNames(tx, k);
}

/** The names before go, and find the account no more. */
async function replaceNames(tx: Tx, k: Extract<ProvidedKept, { keep: "provided-names" }>): Promise<void> {
  const { account_id, ...change } = k.row;
  await tx
    .insertInto("provided_name")
    .values(k.row)
    .onConflict((c) => c.column("account_id").doUpdateSet(change))
    .execute();
  await tx
    .deleteFrom("lookup")
    .where("account_id", "=", account_id)
    .where("kind", "in", ["username", "name"])
    .execute();
  if (k.lookups.length > 0)
    await tx
      .insertInto("lookup")
      .values([...k.lookups])
      .execute();
  const fields = k.boxes.map((box) => box.field);
  await tx.deleteFrom("vault").where("id", "=", account_id).where("field", "in", fields).execute();
  await tx
    .insertInto("vault")
    .values([...k.boxes])
    .execute();
}

const hashed = ["account_id", "external", "name_mask", "salt", "username"] as const;

/** The SHA-256 that an entry names: over the JSON list of the row's columns in the order of their names, blobs as hex. */
export function hashOfProvidedName(row: Tables["provided_name"]): string {
  const values = hashed.map((name) => {
    const value = row[name];
    return Buffer.isBuffer(value) ? value.toString("hex") : value;
  });
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}

/** The SHA-256 that the entry of a provided account names: that of an imported row with the same in it. */
export const hashOfProvidedAccount = (row: Tables["account"]): string => hashOfRow("account", row).toString("hex");

/** Which names are asked for, by their keyed digests; null for one that stays as it is. */
export interface NamesAsked {
  username: Buffer | null;
  external: Buffer | null;
}

/** Whether another account has one of these names. */
export async function namesTaken(
  sql: Sql,
  account: string,
  { username, external }: NamesAsked,
): Promise<{ username: boolean; external: boolean }> {
  return {
    username: username !== null && (await isNamed(sql, account, username)),
    external: external !== null && (await isKnown(sql, account, external)),
  };
}

async function isNamed(sql: Sql, account: string, digest: Buffer): Promise<boolean> {
  const row = await sql
    .selectFrom("lookup as l")
    .innerJoin("directory_set as s", "s.id", "l.set_id")
    .select("l.account_id")
    .where("l.kind", "=", "username")
    .where("l.digest", "=", digest)
    .where("l.account_id", "!=", account)
    .where("s.visible_at", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What an import still may name an account by is taken too. */
async function isKnown(sql: Sql, account: string, digest: Buffer): Promise<boolean> {
  const given = await sql
    .selectFrom("provided_name")
    .select("account_id")
    .where("external", "=", digest)
    .where("account_id", "!=", account)
    .limit(1)
    .executeTakeFirst();
  if (given) return true;
  const imported = await sql
    .selectFrom("account")
    .select("id")
    .where("external", "=", digest)
    .where("id", "!=", account)
    .executeTakeFirst();
  return imported !== undefined;
}
