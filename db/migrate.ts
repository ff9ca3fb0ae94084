import { copyFileSync, existsSync, rmSync } from "node:fs";
import { isoOf } from "domain/time";
import { type RawBuilder, sql, type Transaction } from "kysely";
import { type Db, type EngineKind, makeKeyStore, makeWriter, sqliteFile } from "./engine";
import { first } from "./migrations/001-first";
import { checkpoints } from "./migrations/002-checkpoints";
import { exportJobs } from "./migrations/003-exports";
import { erasures } from "./migrations/004-erasures";
import { watching } from "./migrations/005-watching";
import { savedCodes } from "./migrations/007-saved-codes";
import { needToKnow } from "./migrations/009-need-to-know";
import { care } from "./migrations/011-care";
import { watchers } from "./migrations/012-watchers";
import { memory } from "./migrations/013-memory";
import { deliveries } from "./migrations/014-deliveries";
import { secondFactor } from "./migrations/015-second-factor";
import { holderSessions } from "./migrations/016-holder-sessions";
import { holderThings } from "./migrations/017-holder-things";
import { directoryJobs } from "./migrations/019-directory-jobs";
import { asked } from "./migrations/020-asked";
import { providedNames } from "./migrations/021-provided";
import type { Tables } from "./schema";

/** Every migration in order; a database's version is how many of them it has. */
const migrations: readonly ((kind: EngineKind) => string[])[] = [
  first,
  checkpoints,
  exportJobs,
  erasures,
  watching,
  savedCodes,
  needToKnow,
  care,
  watchers,
  memory,
  deliveries,
  asked,
  secondFactor,
  holderThings,
  holderSessions,
  directoryJobs,
  providedNames,
];

/** The schema this release knows. */
export const latestSchema = migrations.length;

export interface Migrated {
  from: number;
  to: number;
  /** The copy made before, where there was something to copy. */
  backup: string | null;
}

/** Brings a database to this release's schema, all or nothing; refuses one of a newer release, untouched. */
export async function migrate(url: string, origin: string, now: number): Promise<Migrated> {
  const db = makeWriter(url);
  try {
    const from = await versionOf(db);
    if (from > migrations.length)
      throw new Error(
        `This database is of a newer release (schema ${from}; this one knows ${migrations.length}). Nothing was changed.`,
      );
    if (from === migrations.length) return { from, to: from, backup: null };
    const backup = from > 0 ? await backUp(db, from) : null;
    await db.sql.transaction().execute((tx) => migrateIn(tx, db.kind, { from, origin, now }));
    return { from, to: migrations.length, backup };
  } finally {
    await db.close();
  }
}

/** The schema version of a database; 0 for an empty one. */
export async function versionOf(db: Db): Promise<number> {
  const tables = await db.sql.introspection.getTables();
  if (!tables.some((t) => t.name === "schema_version")) return 0;
  const row = await db.sql
    .selectFrom("schema_version")
    .select("version")
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Makes the store of wrapped keys, beside the database or where it was told to be. */
export async function migrateKeys(url: string): Promise<void> {
  const keys = makeKeyStore(url);
  const blob = keys.kind === "sqlite" ? "blob" : "bytea";
  const int = keys.kind === "sqlite" ? "integer" : "bigint";
  await sql
    .raw(
      `create table if not exists owner_key (owner text primary key, wrapped ${blob} not null, wrapping ${int} not null)`,
    )
    .execute(keys.sql);
  await keys.close();
}

interface Step {
  from: number;
  origin: string;
  now: number;
}

async function migrateIn(tx: Transaction<Tables>, kind: EngineKind, step: Step): Promise<void> {
  const int = kind === "sqlite" ? "integer" : "bigint";
  const run = (statement: string): RawBuilder<unknown> => sql.raw(statement);
  if (step.from === 0)
    await run(`create table schema_version (version ${int} primary key, at text not null)`).execute(tx);
  for (const statement of migrations.slice(step.from).flatMap((m) => m(kind))) await run(statement).execute(tx);
  if (step.from === 0) await begin(tx, step);
  await tx
    .insertInto("schema_version")
    .values({ version: migrations.length, at: isoOf(step.now) })
    .execute();
}

/** The empty trail: its origin is fixed here, for good. Set 0 is what Countersign itself adds to the directory. */
async function begin(tx: Transaction<Tables>, step: Step): Promise<void> {
  await tx
    .insertInto("head")
    .values({ id: 1, origin: step.origin, size: 0, range: Buffer.alloc(0), at: isoOf(0), halted: null, counted: 0 })
    .execute();
  await tx
    .insertInto("directory_set")
    .values({ id: 0, import_id: "countersign", visible_at: isoOf(step.now) })
    .execute();
}

/** A consistent copy beside the database; the transaction around a migration makes restoring it a last resort. */
async function backUp(db: Db, version: number): Promise<string | null> {
  if (db.kind !== "sqlite") return null;
  const file = sqliteFile(db.url);
  const copy = `${file}.schema-${version}.backup`;
  if (existsSync(copy)) rmSync(copy);
  await sql.raw("pragma wal_checkpoint(truncate)").execute(db.sql);
  copyFileSync(file, copy);
  return copy;
}
