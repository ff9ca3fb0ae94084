import { type Instant, isoOf } from "domain/time";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./schema";

/** A seed that waits for its first code: sealed, and the only one of its account that waits. */
export interface SeedOffered {
  keep: "factor-offered";
  account: string;
  factor: string;
  seed: Buffer;
}
/** Its first code was right; the account's other sessions end. */
export interface SeedConfirmed {
  keep: "factor-confirmed";
  account: string;
  factor: string;
  at: Instant;
  /** The holder's own session, by its stored id. */
  session: string;
}
export type SeedKept = SeedOffered | SeedConfirmed;

export async function keepSeed(tx: Transaction<Tables>, k: SeedKept): Promise<void> {
  if (k.keep === "factor-offered") return offer(tx, k);
  await tx
    .updateTable("factor_seed")
    .set({ confirmed_at: isoOf(k.at) })
    .where("id", "=", k.factor)
    .where("account_id", "=", k.account)
    .execute();
  await tx.deleteFrom("holder_session").where("account_id", "=", k.account).where("id", "!=", k.session).execute();
}

async function offer(tx: Transaction<Tables>, { account, factor, seed }: SeedOffered): Promise<void> {
  await tx.deleteFrom("factor_seed").where("account_id", "=", account).where("confirmed_at", "is", null).execute();
  await tx.insertInto("factor_seed").values({ id: factor, account_id: account, seed, confirmed_at: null }).execute();
}

/** A stored seed of this account, sealed; null where there is none. */
export async function seedWithId(sql: Kysely<Tables>, account: string, factor: string): Promise<Buffer | null> {
  return (await rowOf(sql, account, factor))?.seed ?? null;
}

/** The same where it waits for its first code and was not replaced by then. */
export async function waitingSeed(sql: Kysely<Tables>, account: string, factor: string): Promise<Buffer | null> {
  const row = await rowOf(sql, account, factor);
  return row?.confirmed_at === null ? row.seed : null;
}

const rowOf = (sql: Kysely<Tables>, account: string, factor: string) =>
  sql
    .selectFrom("factor_seed")
    .select(["seed", "confirmed_at"])
    .where("id", "=", factor)
    .where("account_id", "=", account)
    .executeTakeFirst();
