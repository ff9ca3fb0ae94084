import { type Db, openReader } from "./engine";

/**
 * Reads everything `body` asks for as it stood at one moment, on a connection of its own: a read transaction on SQLite,
 * a repeatable-read read-only one on PostgreSQL (SQLite's driver knows no isolation levels and needs none).
 */
export async function inSnapshot<T>(url: string, body: (snapshot: Db) => Promise<T>): Promise<T> {
  const own = openReader(url);
  try {
    return await own.sql
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute((sql) => body({ ...own, sql }));
  } finally {
    await own.close();
  }
}
