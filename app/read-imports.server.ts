import { countSoft } from "db/harden";
import { type ImportJob, jobsIn } from "db/import-job";
import { refusedRows as rowsRefused } from "db/import-refused";
import { csvLine } from "db/read/csv";
import { instantOf } from "domain/time";
import type { ImportView } from "domain/view";
import type { Door } from "./door.server";

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
