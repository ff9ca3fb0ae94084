import { createHash } from "node:crypto";
import type { Account } from "domain/account";
import { isOnAccount } from "domain/holder-devices";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./schema";

type Sql = Kysely<Tables> | Transaction<Tables>;
type Tx = Transaction<Tables>;

/** What a holder keeps up to date, as it is written beside its entry. */
export type OwnKept =
  | { keep: "own-device"; row: Tables["own_device"] }
  | { keep: "own-answers"; account: string; rows: readonly Tables["own_answer"][] }
  /** The look-up finds this contact's account no more; the row stays, so that no import brings it back. */
  | { keep: "contact-unlisted"; contact: string; account: string };

/** The set of look-ups that find nothing: no import ever has this number. */
export const unlisted = -1;

export async function keepOwn(tx: Tx, k: OwnKept): Promise<void> {
  switch (k.keep) {
    case "own-device":
      await tx.insertInto("own_device").values(k.row).execute();
      return;
    case "own-answers":
      return replaceAnswers(tx, k.account, k.rows);
    case "contact-unlisted":
      await tx
        .updateTable("lookup")
        .set({ set_id: unlisted })
        .where("contact_id", "=", k.contact)
        .where("account_id", "=", k.account)
        .execute();
      return;
  }
}

/** The answers chosen before go at once, and the words of their questions with them. */
async function replaceAnswers(tx: Tx, account: string, rows: readonly Tables["own_answer"][]): Promise<void> {
  const before = tx.selectFrom("own_answer").select("id").where("account_id", "=", account);
  await tx.deleteFrom("vault").where("id", "in", before).execute();
  await tx.deleteFrom("own_answer").where("account_id", "=", account).execute();
  await tx
    .insertInto("own_answer")
    .values([...rows])
    .execute();
}

const hashed = ["account_id", "added_at", "id", "near", "salt", "short", "whole"] as const;

/** The SHA-256 that the entry of a device names: over the JSON list of its columns in the order of their names, blobs as hex. */
export function hashOfOwnDevice(row: Tables["own_device"]): string {
  const values = hashed.map((name) => {
    const value = row[name];
    return Buffer.isBuffer(value) ? value.toString("hex") : value;
  });
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}

/** The devices that accounts' holders added and that carry one of these serials, the first added first, taken off or not. */
export const ownWithShort = (sql: Sql, short: Buffer) =>
  sql
    .selectFrom("own_device as d")
    .leftJoin("account_state as s", "s.account_id", "d.account_id")
    .select(["d.id", "d.account_id", "s.doc"])
    .where("d.short", "=", short)
    .orderBy("d.added_at")
    .orderBy("d.id")
    .execute();

/** The device that an import bound to an account with this serial, taken off or not. */
const importedWithShort = (sql: Sql, short: Buffer) =>
  sql
    .selectFrom("device as d")
    .innerJoin("directory_set as v", "v.id", "d.set_id")
    .leftJoin("account_state as s", "s.account_id", "d.account_id")
    .select(["d.id", "d.account_id", "s.doc"])
    .where("d.short", "=", short)
    .where("v.visible_at", "is not", null)
    .execute();

/** Whose device has this serial: whom an import gave it to, or who added it first, and did not take it off; null for nobody's. */
export async function holderOfSerial(sql: Sql, short: Buffer): Promise<string | null> {
  const [imported, own] = await Promise.all([importedWithShort(sql, short), ownWithShort(sql, short)]);
  return [...imported, ...own].find((d) => isOnAccount(stateOf(d.doc), d.id))?.account_id ?? null;
}

export const stateOf = (doc: string | null): Account | null => (doc === null ? null : (JSON.parse(doc) as Account));
