import type { ImportedRows } from "domain/event";
import type { Actor } from "domain/staff";
import type { Kysely, Transaction } from "kysely";
import type { Db } from "./engine";
import type { Tables } from "./schema";

export type ImportState = "waiting" | "checking" | "loading" | "done" | "failed";
export type ImportPhase = "checking" | "accounts" | "contacts" | "devices" | "answers" | "finishing";
export type Added = Record<ImportedRows["table"], number>;
/** How many of the added accounts can prove less than others. */
export interface LeftOut {
  withoutContacts: number;
  smsWithoutPhone: number;
  fewAnswers: number;
}
/** What is known of an import while it runs and after: counts and sentences, nothing of a row. */
export interface ImportDoc {
  phase: ImportPhase;
  doneBytes: number;
  totalBytes: number;
  added: Added;
  /** Rows that were on file already. */
  same: number;
  refused: number;
  /** Answers added as keyed hashes, for argon2id to wrap later. */
  toHarden: number;
  /** Of these, how many are among the commonest answers. */
  weak: number;
  leftOut: LeftOut | null;
  failure: string | null;
  by: { actor: Actor; request: string };
  /** The digest of the form that brought the files, to tell one sent twice from another under its key. */
  sent?: string;
  /** The process that runs it, to tell a slow import from a dead one. */
  process: { host: string; pid: number } | null;
}
export interface ImportJob {
  id: string;
  state: ImportState;
  folder: string;
  strict: boolean;
  startedAt: string;
  seenAt: string;
  doc: ImportDoc;
}
/** Thrown when another process ended the import meanwhile. */
export class ImportEnded extends Error {}

/** Enters a job unless there is one of its id; tells whether there was none. Times are ISO-8601. */
export async function addJob(db: Db, job: ImportJob): Promise<boolean> {
  const added = await db.sql
    .insertInto("import_job")
    .values(rowOf(job))
    .onConflict((c) => c.column("id").doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** The job of this id, or null. */
export async function jobOf(db: Db, id: string): Promise<ImportJob | null> {
  const row = await db.sql.selectFrom("import_job").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? jobFrom(row) : null;
}

/** Jobs in some states, oldest first. */
export async function jobsIn(db: Db, states: readonly ImportState[]): Promise<ImportJob[]> {
  const rows = await db.sql
    .selectFrom("import_job")
    .selectAll()
    .where("state", "in", states)
    .orderBy("started_at")
    .orderBy("id")
    .execute();
  return rows.map(jobFrom);
}

/** Moves a job on if it is still in the state it was last seen in; tells whether it was. */
export async function moveJob(
  db: Db,
  from: ImportState,
  to: Pick<ImportJob, "id" | "state" | "seenAt" | "doc">,
): Promise<boolean> {
  const change = { state: to.state, seen_at: to.seenAt, doc: JSON.stringify(to.doc) };
  const moved = await db.sql
    .updateTable("import_job")
    .set(change)
    .where("id", "=", to.id)
    .where("state", "=", from)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

/** Says that a running import is alive, with its progress where given; throws ImportEnded when it was ended meanwhile. */
export async function beat(
  sql: Kysely<Tables> | Transaction<Tables>,
  job: { id: string; state: ImportState; seenAt: string; doc: ImportDoc | null },
): Promise<void> {
  const change = { seen_at: job.seenAt, ...(job.doc ? { doc: JSON.stringify(job.doc) } : {}) };
  const alive = await sql
    .updateTable("import_job")
    .set(change)
    .where("id", "=", job.id)
    .where("state", "=", job.state)
    .executeTakeFirst();
  if (alive.numUpdatedRows !== 1n) throw new ImportEnded("Another process ended this import. Run it again.");
}

const rowOf = (job: ImportJob): Tables["import_job"] => ({
  id: job.id,
  state: job.state,
  folder: job.folder,
  strict: job.strict ? 1 : 0,
  started_at: job.startedAt,
  seen_at: job.seenAt,
  doc: JSON.stringify(job.doc),
});

const jobFrom = (row: Tables["import_job"]): ImportJob => ({
  id: row.id,
  state: row.state as ImportState,
  folder: row.folder,
  strict: row.strict === 1,
  startedAt: row.started_at,
  seenAt: row.seen_at,
  doc: JSON.parse(row.doc) as ImportDoc,
});
