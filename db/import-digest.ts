import { createHash } from "node:crypto";
import type { ImportedRows } from "domain/event";
import type { Db } from "./engine";
import type { Tables } from "./schema";

type Rows = { [T in ImportedRows["table"]]: Pick<Tables[T], keyof Tables[T] & (typeof columnsOf)[T][number]> };

/** The tables an import adds rows to, in the order in which its entry names them. */
export const importedTables = ["account", "contact", "device", "answer"] as const;

/** The columns that make a row what it is; an answer's hash is hardened later and stays out. */
export const columnsOf = {
  account: ["id", "external", "region", "created_at", "status", "second_factor", "locale", "name_mask"],
  contact: ["id", "account_id", "kind", "digest", "mask", "verified_at"],
  device: ["id", "account_id", "short", "whole", "near", "bound_at"],
  answer: ["id", "account_id", "question_id", "algorithm"],
} as const;

/** Counts the rows of one table and digests them as they come, in the order of their ids. */
export interface RowDigest<T extends ImportedRows["table"]> {
  add(row: Rows[T]): void;
  total(): ImportedRows;
}

/**
 * SHA-256 over the hashes of the rows in the order of their ids; a row's hash is the SHA-256 of its RFC 8785 (JCS) bytes, an
 * object of the columns above, blobs as hex, for example {"account_id":"…","algorithm":1,"id":"…","question_id":"pet"}.
 * So a row can go, with an account that is erased, and leave no more than its hash.
 */
export function openDigest<T extends ImportedRows["table"]>(table: T): RowDigest<T> {
  const sha256 = createHash("sha256");
  const names = [...columnsOf[table]].sort() as (keyof Rows[T])[];
  let count = 0;
  const add = (row: Rows[T]) => {
    count += 1;
    sha256.update(createHash("sha256").update(encoded(row, names)).digest());
  };
  return { add, total: () => ({ table, count, digest: sha256.copy().digest("hex") }) };
}

/** What the entry of an import must say, computed again from the rows of its set, read a page at a time. */
export async function digestOfSet(db: Db, importId: string): Promise<ImportedRows[]> {
  const set = await db.sql
    .selectFrom("directory_set")
    .select("id")
    .where("import_id", "=", importId)
    .executeTakeFirst();
  const totals: ImportedRows[] = [];
  for (const table of importedTables) totals.push(await totalOf(db, table, set?.id ?? null));
  return totals;
}

const page = 1000;

async function totalOf<T extends ImportedRows["table"]>(db: Db, table: T, set: number | null): Promise<ImportedRows> {
  const digest = openDigest(table);
  for (let after: string | null = ""; set !== null && after !== null; ) {
    const rows: Rows[T][] = await pageOf(db, table, set, after);
    for (const row of rows) digest.add(row);
    after = rows.length < page ? null : idOf(rows.at(-1));
  }
  return digest.total();
}

async function pageOf<T extends ImportedRows["table"]>(
  db: Db,
  table: T,
  set: number,
  after: string,
): Promise<Rows[T][]> {
  const columns = columnsOf[table as "contact"];
  const rows = await db.sql
    .selectFrom(table as "contact")
    .select(columns)
    .where("set_id", "=", set)
    .where("id", ">", after)
    .orderBy("id")
    .limit(page)
    .execute();
  return rows as unknown as Rows[T][];
}

const idOf = (row: object | undefined): string | null => (row && "id" in row ? String(row.id) : null);

/** JCS of a flat object of strings, whole numbers and null: sorted names, and JSON.stringify writes the rest as JCS does. */
function encoded<Row extends object>(row: Row, names: readonly (keyof Row)[]): string {
  const fields = names.map((name) => {
    const value = row[name];
    return `${JSON.stringify(name)}:${JSON.stringify(Buffer.isBuffer(value) ? value.toString("hex") : value)}`;
  });
  return `{${fields.join(",")}}`;
}
