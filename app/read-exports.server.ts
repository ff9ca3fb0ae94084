import type { ExportJob } from "db/export-job";
import { exportOf, exportPage } from "db/read/exports";
import { staffNames } from "db/read/names";
import { exportKeptMs } from "domain/export";
import { staffIdOf } from "domain/staff";
import { instantOf } from "domain/time";
import type { ExportsPage, ExportView } from "domain/view";
import type { Door } from "./door.server";

const pageSize = 50;

/** One page of bundles that were asked for, newest first, with names and reasons from the vault. */
export async function readExports(door: Door, cursor: string | null): Promise<ExportsPage> {
  const { jobs, older, newer } = await exportPage(door.reader, cursor, pageSize);
  return { rows: await viewsOf(door, jobs), older, newer };
}

/** One of them, or null. */
export async function readExport(door: Door, id: string): Promise<ExportView | null> {
  const job = await exportOf(door.reader, id);
  return job ? ((await viewsOf(door, [job]))[0] ?? null) : null;
}

async function viewsOf(door: Door, jobs: readonly ExportJob[]): Promise<ExportView[]> {
  const staff = [...new Set(jobs.flatMap((job) => staffIdOf(job.actor) ?? []))];
  const names = await staffNames(door.vault, staff, door.clock.now());
  const opened = await door.vault.openMany(jobs.map((job) => job.reason));
  return jobs.map((job) => ({
    ...shownOf(job),
    actorName: names.get(staffIdOf(job.actor) ?? "") ?? null,
    reason: opened.get(`${job.reason}/reason`)?.toString("utf8") ?? null,
  }));
}

function shownOf(job: ExportJob): Omit<ExportView, "actorName" | "reason"> {
  const { id, state, actor, kind, filter, renderings, older, done, size, entries, bytes, manifest, why } = job;
  const elsewhere = job.place === "command-line";
  return {
    ...{ id, state, actor, kind, filter, renderings, older, done, size, entries, bytes, manifest, why, elsewhere },
    askedAt: instantOf(job.askedAt),
    keptUntil: state === "done" && !elsewhere && job.endedAt ? instantOf(job.endedAt) + exportKeptMs : null,
  };
}
