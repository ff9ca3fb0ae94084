import { existsSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { Kysely, PostgresDialect, sql as raw, SqliteDialect } from "kysely";
import pg from "pg";
import type { KeyTables, Tables } from "./schema";
import { withStatements } from "./statements";

/** The one place that tells SQLite from PostgreSQL. */
export type EngineKind = "sqlite" | "postgres";
export interface Store<T> {
  kind: EngineKind;
  url: string;
  /** The query builder over one writing or one read-only connection (PostgreSQL: a pool). */
  sql: Kysely<T>;
  close(): Promise<void>;
}
export type Db = Store<Tables>;

/** Opens the database for writing; only the ledger and the narrow writers get this. A file that is not there is an error. */
export const openWriter = (url: string): Db => open<Tables>(url, "write");
/** The same, and makes the file where there is none: what a migration begins with. */
export const makeWriter = (url: string): Db => open<Tables>(url, "make");
/** Opens the database so that the engine itself refuses a write. */
export const openReader = (url: string): Db => open<Tables>(url, "read");
/** Opens the separate store of wrapped account keys. */
export const openKeyStore = (url: string): Store<KeyTables> => open<KeyTables>(url, "write");
/** The same, and makes the file where there is none. */
export const makeKeyStore = (url: string): Store<KeyTables> => open<KeyTables>(url, "make");

/** The kind of engine a database URL names: `sqlite:FILE` or `postgres://…`; throws on anything else. */
export function engineKind(url: string): EngineKind {
  if (url.startsWith("sqlite:") && url.length > "sqlite:".length) return "sqlite";
  if (/^postgres(ql)?:\/\//.test(url)) return "postgres";
  throw new Error("A database URL is sqlite:FILE or postgres://USER@HOST/NAME.");
}

/** The file of a SQLite URL. */
export const sqliteFile = (url: string): string => url.slice("sqlite:".length);

/**
 * Empties SQLite's write-ahead log, in which deleted rows stand as they were, into the file, where they are zeros; a reader in
 * its way is waited for a quarter of a second. On PostgreSQL, vacuums these tables. Tells whether it was done.
 */
export async function squeeze<T>(store: Store<T>, tables: string): Promise<boolean> {
  if (store.kind === "postgres") {
    await raw.raw(`vacuum ${tables}`).execute(store.sql);
    return true;
  }
  // A connection of its own: the others wait ten seconds for a lock, and everything of their process with them.
  const own = new Sqlite(sqliteFile(store.url), { timeout: 250 });
  try {
    own.pragma("synchronous = FULL");
    const [row] = own.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
    return row?.busy === 0;
  } finally {
    own.close();
  }
}

type Access = "read" | "write" | "make";

function open<T>(url: string, access: Access): Store<T> {
  return engineKind(url) === "sqlite" ? openSqlite<T>(url, access) : openPostgres<T>(url, access);
}

function openSqlite<T>(url: string, access: Access): Store<T> {
  const file = sqliteFile(url);
  if (access !== "make" && !existsSync(file))
    throw new Error(`There is no database at ${file}. Run "countersign migrate".`);
  const database = new Sqlite(file, { readonly: access === "read", timeout: 10_000 });
  secure(database, access);
  const sql = new Kysely<T>({ dialect: new SqliteDialect({ database: withStatements(database) }) });
  return { kind: "sqlite", url, sql, close: () => sql.destroy() };
}

/** Durable and strict, and checked: better-sqlite3 drops `synchronous` to NORMAL in WAL by itself. */
function secure(database: Sqlite.Database, access: Access): void {
  if (access !== "read") {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("secure_delete = ON");
    // 16 MB of log before it is copied to the file: an import would else write the same pages again and again.
    database.pragma("wal_autocheckpoint = 4000");
    // Else every page that a statement of many rows touches is first written to a temporary file.
    database.pragma("temp_store = MEMORY");
  }
  database.pragma("foreign_keys = ON");
  database.pragma("trusted_schema = OFF");
  database.pragma("recursive_triggers = ON");
  const problem = sqliteProblem(database, access);
  if (problem) {
    database.close();
    throw new Error(problem);
  }
}

function sqliteProblem(database: Sqlite.Database, access: Access): string | null {
  const is = (name: string) => database.pragma(name, { simple: true });
  if (is("foreign_keys") !== 1 || is("trusted_schema") !== 0)
    return "SQLite would not turn foreign_keys on and trusted_schema off.";
  if (access === "read") return null;
  if (is("journal_mode") !== "wal") return "SQLite would not switch to WAL: is the database on a network drive?";
  if (is("synchronous") !== 2) return "SQLite would not set synchronous to FULL: commits would not be durable.";
  return is("secure_delete") === 1 ? null : "SQLite would not turn secure_delete on.";
}

// bigint columns hold seqs, counts and milliseconds, all far below 2^53.
const numbers = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === 20 ? Number : pg.types.getTypeParser(oid, format),
};

function openPostgres<T>(url: string, access: Access): Store<T> {
  const options = access === "read" ? "-c default_transaction_read_only=on" : "-c synchronous_commit=on";
  const pool = new pg.Pool({
    connectionString: url,
    max: access === "read" ? 8 : 10,
    options,
    types: numbers as pg.CustomTypesConfig,
  });
  // A server that ends an idle connection is no reason to end the process; the next query says what is wrong.
  pool.on("error", () => undefined);
  const sql = new Kysely<T>({ dialect: new PostgresDialect({ pool }) });
  return { kind: "postgres", url, sql, close: () => sql.destroy() };
}
