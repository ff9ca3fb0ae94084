import { readFileSync } from "node:fs";
import { isoOf } from "domain/time";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, openKeyStore, openWriter, sqliteFile } from "./engine";
import { valuesOf } from "./erase";
import { letGo } from "./forget";
import { onEveryEngine } from "./testing";

onEveryEngine("What was deleted", (place) => {
  let db: Db;
  let keys: ReturnType<typeof openKeyStore>;
  beforeAll(() => {
    db = openWriter(place().url);
    keys = openKeyStore(place().keysUrl);
  });
  afterAll(async () => {
    await Promise.all([db.close(), keys.close()]);
  });

  it("leaves no digest of what was tried on an account behind", async () => {
    const digest = Buffer.from("digest of what was tried");
    const row = { account_id: "hal", kind: "serial", digest, ticket_id: "t1", at: isoOf(0) };
    await db.sql.insertInto("guess").values(row).execute();
    expect(await remains(digest)).toBe(true);
    await db.sql.deleteFrom("guess").execute();
    expect(await letGo(db, keys)).toBe(true);
    expect(await remains(digest)).toBe(false);
  });

  /** SQLite's files hold the bytes; of PostgreSQL's tables that an erasure empties, one that is bare has no page. */
  async function remains(bytes: Buffer): Promise<boolean> {
    if (db.kind === "sqlite") {
      const file = sqliteFile(db.url);
      return [file, `${file}-wal`].some((name) => readFileSync(name).includes(bytes));
    }
    const sizes = await Promise.all(valuesOf.map(([table]) => sizeOf(table)));
    return sizes.some((size) => size > 0);
  }

  async function sizeOf(table: string): Promise<number> {
    const { rows } = await sql<{ size: number | string }>`select pg_relation_size(${table}) as size`.execute(db.sql);
    return Number(rows[0]?.size);
  }
});
