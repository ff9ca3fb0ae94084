import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe } from "vitest";
import type { EngineKind } from "./engine";
import { migrate, migrateKeys } from "./migrate";

/** A fresh, migrated database of one engine for one test file. */
export interface Place {
  kind: EngineKind;
  url: string;
  keysUrl: string;
  folder: string;
}

/** Runs a body of tests once on SQLite and once on a real PostgreSQL; says so when there is none to run on, and fails. */
export function onEveryEngine(name: string, body: (place: () => Place) => void): void {
  for (const kind of ["sqlite", "postgres"] as const) {
    describe(`${name} (${kind})`, () => {
      let place: (Place & { drop(): Promise<void> }) | null = null;
      beforeAll(async () => {
        place = await makePlace(kind);
      });
      afterAll(async () => place?.drop());
      body(() => {
        if (!place) throw new Error("The test database was not made.");
        return place;
      });
    });
  }
}

/** Makes a database of its own; the caller drops it. */
export async function makePlace(kind: EngineKind): Promise<Place & { drop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-test-"));
  const made =
    kind === "sqlite"
      ? { url: `sqlite:${join(folder, "countersign.db")}`, drop: async () => undefined }
      : await makePostgres();
  const keysUrl = `sqlite:${join(folder, "keys.db")}`;
  await migrate(made.url, "countersign/test", Date.now());
  await migrateKeys(keysUrl);
  const drop = async () => {
    await made.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { kind, url: made.url, keysUrl, folder, drop };
}

async function makePostgres(): Promise<{ url: string; drop(): Promise<unknown> }> {
  const server = process.env.COUNTERSIGN_TEST_POSTGRES_URL;
  if (!server) throw new Error("COUNTERSIGN_TEST_POSTGRES_URL names no PostgreSQL; `npm test` starts one.");
  const name = `countersign_${randomBytes(6).toString("hex")}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
}
