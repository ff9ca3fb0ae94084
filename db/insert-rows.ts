import { CompiledQuery, type QueryResult, type Transaction } from "kysely";
import type { EngineKind } from "./engine";
import type { Tables } from "./schema";

/** What follows the values of an insert. */
export type Ending = "" | `on conflict (${string}) do nothing${"" | ` returning ${string}`}`;

/** A statement is prepared once for each of these numbers of rows; PostgreSQL, a network away, takes all rows at once. */
const rowsAtOnce: Record<EngineKind, readonly number[]> = { sqlite: [64, 16, 4, 1], postgres: [] };

/** Inserts rows that all have the same columns, and gives what the ending returns. */
export async function insertRows<T extends keyof Tables, R = never>(
  tx: Transaction<Tables>,
  kind: EngineKind,
  table: T,
  rows: readonly Tables[T][],
  ending: Ending = "",
): Promise<R[]> {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first) as (keyof Tables[T] & string)[];
  const returned: R[] = [];
  for (let at = 0; at < rows.length; ) {
    const left = rows.length - at;
    const n = rowsAtOnce[kind].find((most) => most <= left) ?? left;
    const values: unknown[] = [];
    for (let i = at; i < at + n; i += 1) for (const column of columns) values.push(rows[i]?.[column]);
    const done: QueryResult<R> = await tx.executeQuery(
      CompiledQuery.raw(insertText(kind, table, columns, n, ending), values),
    );
    returned.push(...done.rows);
    at += n;
  }
  return returned;
}

const texts = new Map<string, string>();

function insertText(kind: EngineKind, table: string, columns: readonly string[], n: number, ending: Ending): string {
  const name = `${kind} ${table} ${columns.join(",")} ${n} ${ending}`;
  const known = texts.get(name);
  if (known !== undefined) return known;
  let parameter = 0;
  const placeholder = () => {
    parameter += 1;
    return kind === "sqlite" ? "?" : `$${parameter}`;
  };
  const values = Array.from({ length: n }, () => `(${columns.map(placeholder).join(",")})`).join(",");
  const text = `insert into "${table}" (${columns.map((c) => `"${c}"`).join(",")}) values ${values} ${ending}`;
  // PostgreSQL's texts come in as many lengths as there are batches; they are put together again.
  if (kind === "sqlite") texts.set(name, text);
  return text;
}
