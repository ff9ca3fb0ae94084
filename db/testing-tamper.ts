import { leafHash } from "domain/trail/tree";
import { sql } from "kysely";
import type { Db } from "./engine";
import type { Tables } from "./schema";

/** Support for tests of the verifier: a hand at the database, past every trigger, that can put things back. */

const tables = [
  "entry",
  "head",
  "node",
  "checkpoint",
  "ticket",
  "account_state",
  "approval",
  "staff",
  "desk_state",
  "directory_set",
  "account",
  "contact",
  "device",
  "answer",
  "outbox",
  "new_contact",
  "staff_contact",
  "staff_account",
  "own_device",
  "own_answer",
  "provided_name",
  "erased_row",
  "vault",
  "lookup",
  "tried",
  "holder_secret",
  "holder_session",
  "factor_seed",
  "part",
  "reading_count",
  "reading_outside",
] as const;
export type Saved = Map<(typeof tables)[number], Record<string, unknown>[]>;

/** Takes the triggers off, as someone with the database's own password can. */
export async function disarm(db: Db): Promise<void> {
  if (db.kind === "postgres") {
    for (const table of tables) await sql.raw(`alter table ${table} disable trigger user`).execute(db.sql);
    return;
  }
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(db.sql);
  for (const { name } of rows) await sql.raw(`drop trigger ${name}`).execute(db.sql);
}

/** Every row of the tables the verifier reads. */
export async function save(db: Db): Promise<Saved> {
  const saved: Saved = new Map();
  for (const table of tables)
    saved.set(
      table,
      await db.sql
        .selectFrom(table as "entry")
        .selectAll()
        .execute(),
    );
  return saved;
}

/** Makes those tables hold exactly these rows again. */
export async function putBack(db: Db, saved: Saved): Promise<void> {
  await db.sql.transaction().execute(async (tx) => {
    for (const [table, rows] of saved) {
      await tx.deleteFrom(table).execute();
      for (const row of rows)
        await tx
          .insertInto(table as "entry")
          .values(row as never)
          .execute();
    }
  });
}

/** Changes one entry's row. */
export const edit = (db: Db, seq: number, change: Partial<Tables["entry"]>) =>
  db.sql.updateTable("entry").set(change).where("seq", "=", seq).execute();

/** Puts other bytes in an entry's place together with the leaf hash that fits them. */
export const forge = (db: Db, seq: number, bytes: Buffer) => edit(db, seq, { bytes, leaf: leafHash(bytes) });

/** The bytes with one bit turned over. */
export function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
