import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./schema";

/** The digests of a set's codes, by the ids that entries name them by. */
export interface CodeSet {
  account: string;
  codes: { id: string; digest: Buffer }[];
}

/** Puts a set of codes in the place of the one before it. */
export async function replaceCodes(tx: Transaction<Tables>, { account, codes }: CodeSet): Promise<void> {
  await tx.deleteFrom("saved_code").where("account_id", "=", account).execute();
  await tx
    .insertInto("saved_code")
    .values(codes.map(({ id, digest }) => ({ id, account_id: account, digest })))
    .execute();
}

/** The id of the account's code that has this digest, or null. */
export async function codeWithDigest(sql: Kysely<Tables>, account: string, digest: Buffer): Promise<string | null> {
  const row = await sql
    .selectFrom("saved_code")
    .select("id")
    .where("account_id", "=", account)
    .where("digest", "=", digest)
    .executeTakeFirst();
  return row?.id ?? null;
}
