import { createHash } from "node:crypto";
import type { ImportedRows } from "domain/event";
import type { Db } from "./engine";
import type { Tables } from "./schema";

export type Rows = { [T in ImportedRows["table"]]: Pick<Tables[T], keyof Tables[T] & (typeof columnsOf)[T][number]> };

/** The tables an import adds rows to, in the order in which its entry names them. */
export const importedTables = ["account", "contact", "device", "answer"] as const;

/** The columns that make a row what it is; an answer's hash is hardened later and stays out, so nothing of it stays behind. */
export const columnsOf = {
  account: ["id", "external", "region", "created_at", "status", "second_factor", "locale", "name_mask", "salt"],
  contact: ["id", "account_id", "kind", "digest", "mask", "verified_at", "salt"],
  device: ["id", "account_id", "short", "whole", "near", "bound_at", "salt"],
  answer: ["id", "account_id", "question_id", "algorithm"],
} as const;

/** Counts the rows of one table and digests them as they come, in the order of their ids. */
export interface RowDigest<T extends ImportedRows["table"]> {
  add(row: Rows[T]): void;
  /** The same for a row that is gone and left its hash. */
  addHash(hash: Buffer): void;
  total(): ImportedRows;
}

/**
 * SHA-256 over the hashes of the rows in the order of their ids; a row's hash is the SHA-256 of its RFC 8785 (JCS) bytes, an
 * object of the columns above, blobs as hex, without a salt where it has none, for example
 * {"account_id":"…","algorithm":1,"id":"…","question_id":"pet"}. So a row can go, with an account that is erased, and leave
 * no more than its hash.
 */
export function openDigest<T extends ImportedRows["table"]>(table: T): RowDigest<T> {
  const sha256 = createHash("sha256");
  let count = 0;
  const addHash = (hash: Buffer) => {
    count += 1;
    sha256.update(hash);
  };
  return {
    addHash,
    add: (row) => addHash(hashOfRow(table, row)),
    total: () => ({ table, count, digest: sha256.copy().digest("hex") }),
  };
}

/** The hash that a row adds to its import's digest. */
export function hashOfRow<T extends ImportedRows["table"]>(table: T, row: Rows[T]): Buffer {
  return createHash("sha256")
    .update(encoded(row, sortedNames[table] as readonly (keyof Rows[T])[]))
    .digest();
}

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();
const sortedNames = {
  account: sorted(columnsOf.account),
  contact: sorted(columnsOf.contact),
  device: sorted(columnsOf.device),
  answer: sorted(columnsOf.answer),
};

/** What the entry of an import must say, computed again from the rows of its set and from what erased ones left, a page at a time. */
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
  const left = hashesLeft(db, table, set);
  let gone = await left.next();
  for (let after: string | null = ""; set !== null && after !== null; ) {
    const rows: Rows[T][] = await pageOf(db, table, set, after);
    for (const row of rows) {
      const id = idOf(row) ?? "";
      for (; !gone.done && gone.value.id < id; gone = await left.next()) digest.addHash(gone.value.hash);
      digest.add(row);
    }
    after = rows.length < page ? null : idOf(rows.at(-1));
  }
  for (; !gone.done; gone = await left.next()) digest.addHash(gone.value.hash);
  return digest.total();
}

interface Left {
  id: string;
  hash: Buffer;
}

/** What the erased rows of a set left, in the order of their ids. */
async function* hashesLeft(db: Db, table: string, set: number | null): AsyncGenerator<Left, undefined> {
  for (let after: string | null = ""; set !== null && after !== null; ) {
    const rows: Left[] = await db.sql
      .selectFrom("erased_row")
      .select(["id", "hash"])
      .where("set_id", "=", set)
      .where("name", "=", table)
      .where("id", ">", after)
      .orderBy("id")
      .limit(page)
      .execute();
    yield* rows;
    after = rows.length < page ? null : idOf(rows.at(-1));
  }
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

/**
 * JCS of a flat object of strings, whole numbers and null: sorted names, and JSON.stringify writes the rest as JCS does. Rows
 * from before there were salts have none, and are written as they were then.
 */
function encoded<Row extends object>(row: Row, names: readonly (keyof Row)[]): string {
  const fields = names.flatMap((name) => {
    const value = row[name] ?? null;
    if (name === "salt" && value === null) return [];
    return `${JSON.stringify(name)}:${JSON.stringify(Buffer.isBuffer(value) ? value.toString("hex") : value)}`;
  });
  return `{${fields.join(",")}}`;
}
