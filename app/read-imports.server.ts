import { countSoft } from "db/harden";
import { type ImportJob, jobOf, jobsIn } from "db/import-job";
import { refusedRows as rowsRefused } from "db/import-refused";
import { csvLine } from "db/read/csv";
import { importReason } from "db/read/import-reason";
import { staffNames } from "db/read/names";
import { staffIdOf } from "domain/staff";
import { instantOf } from "domain/time";
import type { ImportAsked, ImportView } from "domain/view";
import type { Door } from "./door.server";
import { whoWords } from "./ui/words/who";

const mostShown = 50;

/** The newest imports. */
export async function readImports(door: Door): Promise<ImportView[]> {
  const jobs = await jobsIn(door.reader, ["waiting", "checking", "loading", "done", "failed"]);
  const soft = await countSoft(door.reader);
  return jobs
    .reverse()
    .slice(0, mostShown)
    .map((job, i) => viewOf(job, i === 0 ? soft : 0));
}

/** One import, or null. */
export async function readImport(door: Door, id: string): Promise<ImportView | null> {
  return (await readImports(door)).find((i) => i.id === id) ?? null;
}

/** Who asked for an import, and why, in words from the vault. */
export async function readImportAsked(door: Door, id: string): Promise<ImportAsked | null> {
  const [job, reason] = await Promise.all([jobOf(door.reader, id), importReason(door.reader, id)]);
  if (!job) return null;
  const { id: actor } = job.doc.by.actor;
  const staff = staffIdOf(actor);
  const names = await staffNames(door.vault, staff === null ? [] : [staff], door.clock.now());
  const words = reason === null ? null : await door.vault.open(reason, "text");
  return { by: whoWords(actor, names.get(staff ?? "") ?? null), reason: words?.toString("utf8") ?? null };
}

/** The refused rows of an import as CSV lines: file, line, reason. */
export async function* refusedRows(door: Door, id: string): AsyncGenerator<string> {
  yield csvLine(["file", "line", "reason"]);
  for await (const row of rowsRefused(door.reader, id)) yield csvLine([row.file, String(row.line), row.reason]);
}

/** Answers are hardened in the background after an import is done: while some wait, the newest import says so. */
function viewOf(job: ImportJob, soft: number): ImportView {
  const { doneBytes, totalBytes, added, same, refused, toHarden, weak, failure } = job.doc;
  const left = Math.min(soft, toHarden);
  const state = job.state === "done" && left > 0 ? "hardening" : job.state;
  return {
    id: job.id,
    state,
    startedAt: instantOf(job.startedAt),
    doneBytes,
    totalBytes,
    added,
    same,
    refused,
    toHarden: left,
    weak,
    failure,
  };
}
