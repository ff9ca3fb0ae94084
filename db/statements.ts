import type { Database, Statement } from "better-sqlite3";

const mostKept = 200;

/**
 * The database as Kysely asks it, which prepares every query anew: a statement that was prepared before is given again,
 * and of more than 200 the one that was not used for longest is let go. One connection runs one query at a time.
 */
export function withStatements(database: Database): Pick<Database, "prepare" | "close"> {
  const kept = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const statement = kept.get(sql) ?? database.prepare(sql);
    kept.delete(sql);
    if (sql.length <= longestKept) kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
  return { prepare: prepare as Database["prepare"], close: () => database.close() };
}

/** A longer text lists values by the hundred, and is hardly ever asked again. */
const longestKept = 10_000;
