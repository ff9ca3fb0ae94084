import type { DirectoryStep } from "domain/directory-job";
import type { Recorded } from "domain/event";
import { type Instant, isoOf, type Millis, minutes } from "domain/time";
import { sql, type Transaction } from "kysely";
import type { Db } from "./engine";
import type { Times } from "./outbox";
import type { Tables } from "./schema";

export type DirectoryRow = Tables["directory_job"];

/** For how long a job is one worker's: what is not settled by then is given to any. */
export const jobLeaseMs = minutes(2);

/** The vault's field of a new password that waits, under the id of its job. */
export const newPasswordField = "new-password";

/** Writes and ends the rows of jobs in the transaction of the entries that say so; with its end a new password leaves the vault. */
export async function followJobs(tx: Transaction<Tables>, entries: readonly Recorded[]): Promise<void> {
  for (const e of entries) {
    if (e.type === "directory.asked") await addJob(tx, e.data.job, e);
    if (isEnd(e)) await endJob(tx, e.data.job, e.at);
  }
}

type End = Extract<
  Recorded,
  { type: "directory.done" | "directory.refused" | "directory.failed" | "directory.stopped" }
>;
const ends: ReadonlySet<Recorded["type"]> = new Set([
  "directory.done",
  "directory.refused",
  "directory.failed",
  "directory.stopped",
]);
const isEnd = (e: Recorded): e is End => ends.has(e.type);

async function addJob(tx: Transaction<Tables>, id: string, e: Recorded): Promise<void> {
  const at = isoOf(e.at);
  await tx
    .insertInto("directory_job")
    .values({
      id,
      account_id: e.subject ?? "",
      ticket_id: e.object,
      asked_at: at,
      due_at: at,
      leased_until: null,
      attempts: 0,
      unsure: null,
      before: null,
      ended_at: null,
    })
    .execute();
}

async function endJob(tx: Transaction<Tables>, id: string, at: Instant): Promise<void> {
  await tx
    .updateTable("directory_job")
    .set({ ended_at: isoOf(at), leased_until: null })
    .where("id", "=", id)
    .execute();
  await tx.deleteFrom("vault").where("id", "=", id).where("field", "=", newPasswordField).execute();
}

/** Leases due jobs to this worker, oldest first; another worker gets others. One write first, the same on both engines. */
export async function claimJobs(db: Db, most: number, now: Times): Promise<DirectoryRow[]> {
  const [clock, latest] = [isoOf(now.clock), isoOf(now.clock + 2 * jobLeaseMs)];
  return db.sql.transaction().execute(async (tx) => {
    await tx
      .updateTable("directory_job")
      .set({ leased_until: null })
      .where("ended_at", "is", null)
      // One of a clock that was ahead, and was put right since, would never run out.
      .where((eb) => eb.or([eb("leased_until", "<", clock), eb("leased_until", ">", latest)]))
      .execute();
    const due = tx
      .selectFrom("directory_job")
      .select("id")
      .where("ended_at", "is", null)
      .where("leased_until", "is", null)
      .where("due_at", "<=", isoOf(now.due))
      .orderBy("due_at")
      .limit(most)
      .$if(db.kind === "postgres", (q) => q.forUpdate().skipLocked());
    return tx
      .updateTable("directory_job")
      .set({ leased_until: isoOf(now.clock + jobLeaseMs) })
      .where("id", "in", due)
      .returningAll()
      .execute();
  });
}

/** Gives a job back that this worker does not come to. */
export const releaseJob = (db: Db, id: string) =>
  db.sql.updateTable("directory_job").set({ leased_until: null }).where("id", "=", id).execute();

/** Notes, before a step is sent, that its answer may never come, and which version of the account it is sent for. */
export const noteUnsure = (db: Db, id: string, step: DirectoryStep, before: string | null) =>
  db.sql.updateTable("directory_job").set({ unsure: step, before }).where("id", "=", id).execute();

/** The answer came, and the step is done. */
export const noteSure = (db: Db, id: string) =>
  db.sql.updateTable("directory_job").set({ unsure: null, before: null }).where("id", "=", id).execute();

/** It is not done yet: it is due again later; `sure` where the answer came, so that it cannot have been done. */
export const retryJob = (db: Db, id: string, r: { inMs: Millis; sure: boolean }, now: Instant) =>
  db.sql
    .updateTable("directory_job")
    .set({
      due_at: isoOf(now + r.inMs),
      leased_until: null,
      attempts: sql<number>`attempts + 1`,
      ...(r.sure ? { unsure: null, before: null } : {}),
    })
    .where("id", "=", id)
    .execute();
