import type { Rendering } from "domain/export";
import type { BundleKind } from "domain/trail/bundle";
import type { TrailFilter } from "domain/view";
import type { Transaction } from "kysely";
import type { Db } from "./engine";
import type { Tables } from "./schema";

/** `removed`: it was done, and its file was kept as long as files are kept. */
export type ExportState = "waiting" | "running" | "done" | "failed" | "removed";
/** The process that works on a job. */
export interface JobProcess {
  host: string;
  pid: number;
}
export interface ExportJob {
  id: string;
  state: ExportState;
  askedAt: string;
  /** Who asked, as entries name them, in which request. */
  actor: string;
  request: string;
  /** The vault's id of the reason's words. */
  reason: string;
  /** Where it is made: by the worker for the desk, or at a command line, which keeps its own file. */
  place: "desk" | "command-line";
  kind: BundleKind;
  filter: TrailFilter;
  renderings: Rendering[];
  older: number | null;
  /** Names the attempt that has it, and that attempt's files. */
  token: string | null;
  process: JobProcess | null;
  seenAt: string | null;
  attempts: number;
  /** Entries gone through, of those that the checkpoint counts. */
  done: number;
  size: number;
  entries: number | null;
  bytes: number | null;
  manifest: string | null;
  why: string | null;
  endedAt: string | null;
}
export type NewExport = Pick<
  ExportJob,
  "id" | "askedAt" | "actor" | "request" | "reason" | "place" | "kind" | "filter" | "renderings" | "older"
> & { taken: Attempt | null };
/** An attempt to make a bundle: its token names its files, and the machine's time says when it was last seen alive. */
export interface Attempt {
  token: string;
  process: JobProcess;
  seenAt: string;
}
/** How an attempt ended: with a bundle, or why not. */
export type ExportEnd =
  | { state: "done"; at: string; entries: number; bytes: number; manifest: string; size: number }
  | { state: "failed"; at: string; why: string };
/** Another attempt has the job, or it has ended. */
export class ExportTaken extends Error {}

/** Queues a job, or enters one that is taken already, inside the ledger's transaction that enters that it was begun. */
export async function addExport(tx: Transaction<Tables>, job: NewExport): Promise<void> {
  const { id, actor, request, reason, place, kind, older, taken } = job;
  await tx
    .insertInto("export_job")
    .values({
      ...{ id, actor, request, reason, place, kind, older, asked_at: job.askedAt },
      ...{ filter: JSON.stringify(job.filter), renderings: JSON.stringify(job.renderings) },
      ...(taken
        ? { state: "running", ...attemptColumns(taken), attempts: 1 }
        : { state: "waiting", token: null, process: null, seen_at: null, attempts: 0 }),
      ...{ done: 0, size: 0 },
      ...{ entries: null, bytes: null, manifest: null, why: null, ended_at: null },
    })
    .execute();
}

/** Ends a job inside the transaction that enters its end; throws, and with it the entry is undone, when another attempt has it. */
export async function endExport(
  tx: Transaction<Tables>,
  { id, token, end }: { id: string; token: string; end: ExportEnd },
): Promise<void> {
  const { at, ...rest } = end;
  const ended = await tx
    .updateTable("export_job")
    .set({ ...rest, ended_at: at, process: null, ...(end.state === "done" ? { done: end.size } : {}) })
    .where("id", "=", id)
    .where("token", "=", token)
    .where("state", "=", "running")
    .executeTakeFirst();
  if (ended.numUpdatedRows !== 1n) throw new ExportTaken("Another process has this export, or it has ended.");
}

/** Takes a job for a new attempt, if it is as it was seen; tells whether it was. */
export async function takeExport(
  db: Db,
  seen: Pick<ExportJob, "id" | "state" | "token">,
  by: Attempt,
): Promise<boolean> {
  const taken = await db.sql
    .updateTable("export_job")
    .set((eb) => ({
      ...{ state: "running", ...attemptColumns(by) },
      ...{ attempts: eb("attempts", "+", 1), done: 0, size: 0 },
    }))
    .where("id", "=", seen.id)
    .where("state", "=", seen.state)
    .where("token", seen.token === null ? "is" : "=", seen.token)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/** Says that an attempt is alive and how far it is; throws ExportTaken when the job is another's meanwhile. */
export async function beatExport(
  db: Db,
  beat: { id: string; token: string; seenAt: string; done: number; size: number },
): Promise<void> {
  const { id, token, seenAt, done, size } = beat;
  const alive = await db.sql
    .updateTable("export_job")
    .set({ seen_at: seenAt, done, size })
    .where("id", "=", id)
    .where("token", "=", token)
    .where("state", "=", "running")
    .executeTakeFirst();
  if (alive.numUpdatedRows !== 1n) throw new ExportTaken("Another process has this export, or it has ended.");
}

/** Gives a job back that this attempt does not come to the end of; it counts as not tried. */
export const giveBackExport = (db: Db, id: string, token: string) =>
  db.sql
    .updateTable("export_job")
    .set((eb) => ({ state: "waiting", token: null, process: null, attempts: eb("attempts", "-", 1), done: 0, size: 0 }))
    .where("id", "=", id)
    .where("token", "=", token)
    .where("state", "=", "running")
    .execute();

/** The file of a finished export is not offered any more; the row stays. */
export const markRemoved = (db: Db, ids: readonly string[]) =>
  db.sql
    .updateTable("export_job")
    .set({ state: "removed" })
    .where("id", "in", ids)
    .where("state", "=", "done")
    .execute();

const attemptColumns = ({ token, process, seenAt }: Attempt) => ({
  token,
  process: JSON.stringify(process),
  seen_at: seenAt,
});
