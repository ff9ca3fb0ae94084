import type { FileDigest } from "domain/event";
import { beginImport, finishImport } from "domain/import";
import { isoOf } from "domain/time";
import type { House } from "~/door.server";
import {
  type Added,
  addJob,
  hiddenSets,
  ImportEnded,
  type ImportJob,
  jobsIn,
  type LeftOut,
  leftOutOf,
  loadDesk,
  moveJob,
  openSet,
  removeSeen,
  removeSet,
} from "~/import-door.server";
import { keptReason } from "./ask-import.server";
import { checkFolder } from "./check-folder.server";
import { giveUp, ImportStop } from "./give-up-import.server";
import { type OnProgress, openProgress } from "./import-progress.server";
import { type ImportRun, openRun } from "./import-run.server";
import { loadFiles } from "./load-files.server";
import { thisProcess } from "./process-alive.server";
import { type ImportBy, type ImportInput, newJob, removeUpload } from "./queue-import.server";
import { breathe, recoverImports, running } from "./recover-imports.server";

export { recoverImports } from "./recover-imports.server";

/** What came of an import: a sentence if nothing was loaded, or null; and how many rows did what. */
export interface ImportReport {
  importId: string;
  refused: string | null;
  added: Added;
  /** Rows that were on file already. */
  same: number;
  /** Rows that were turned away, each listed in the report of this import. */
  refusedRows: number;
  /** Answers that wait to be hardened. */
  toHarden: number;
  /** Added answers that are among the commonest. */
  weak: number;
  leftOut: LeftOut | null;
}

/** Imports a folder of four files: checks all of them, loads good rows out of sight, and makes them visible in one step. */
export async function importDirectory(
  house: House,
  who: ImportBy,
  input: ImportInput & { reason?: string },
  onProgress: OnProgress = () => undefined,
): Promise<ImportReport> {
  await recoverImports(house);
  const { reason, ...files } = input;
  const begun = { reason: reason === undefined ? null : await keptReason(house.door, reason), onProgress };
  return carryOut(house, newJob(house, who, files, "checking"), false, begun);
}

/** Carries out the oldest import that waits, if none is under way, and removes its folder; tells how many that were. */
export async function runWaitingImports(house: House): Promise<number> {
  const { reader } = house.door;
  const jobs = await jobsIn(reader, ["waiting", "checking", "loading"]);
  const next = jobs.find((job) => job.state === "waiting");
  if (!next) return 0;
  await recoverImports(house);
  if ((await loadDesk(reader.sql)).importing) return 0;
  const job: ImportJob = {
    ...next,
    state: "checking",
    seenAt: new Date().toISOString(),
    doc: { ...next.doc, process: thisProcess() },
  };
  if (!(await moveJob(house.writer, "waiting", job))) return 0;
  await carryOut(house, job, true, { reason: null, onProgress: () => undefined });
  await removeUpload(house, job.folder);
  return 1;
}

interface Begun {
  /** Of an import begun at the command line; that of a queued one was entered when it was asked for. */
  reason: Awaited<ReturnType<typeof keptReason>>;
  onProgress: OnProgress;
}

async function carryOut(house: House, job: ImportJob, queued: boolean, begun: Begun): Promise<ImportReport> {
  let stored = queued;
  const progress = openProgress(house, job, () => stored, begun.onProgress);
  running.add(job.id);
  try {
    const files = await checkFolder(job.folder, job.doc, progress);
    await enterLoading(house, job, stored);
    stored = true;
    await begin(house, job, files, begun.reason);
    const run = openRun(house, job, await openSet(house.writer, job.id), progress);
    await loadFiles(run, files);
    await finish(run, files);
  } catch (error) {
    await giveUp(house, job, stored, error);
  } finally {
    running.delete(job.id);
  }
  return reportOf(job);
}

async function enterLoading(house: House, job: ImportJob, stored: boolean): Promise<void> {
  const from = job.state;
  job.state = "loading";
  job.seenAt = new Date().toISOString();
  if (!stored) await addJob(house.writer, job);
  else if (!(await moveJob(house.writer, from, job))) throw new ImportEnded();
}

/** One import at a time: from here on every invisible set but this one is a leftover. */
async function begin(house: House, job: ImportJob, files: FileDigest[], reason: Begun["reason"]): Promise<void> {
  const decide = beginImport({ set: job.id, files, reason });
  const keep = reason?.keep ?? [];
  const { refused } = await house.door.ledger.enact({ ...job.doc.by, stream: "desk", object: job.id, keep, decide });
  if (refused) throw new ImportStop(refused, whyNot[refused] ?? notYours);
  for (const set of await hiddenSets(house.door.reader)) await removeSet(house.writer, set.id, breathe);
}

const whyNot: Record<string, string> = {
  "import-under-way": "Another import is under way. Wait until it is done and import again.",
  "step-up-needed": "Nobody asked for this import with a fresh code. Import again.",
};
const notYours = "Only an admin, or someone at the command line, may import a directory.";

async function finish(run: ImportRun, files: FileDigest[]): Promise<void> {
  const { house, job, set, progress } = run;
  const { door, writer } = house;
  if (job.strict && job.doc.refused > 0) throw new ImportStop("rows-refused", allOrNone(job.doc.refused));
  await progress.enter("finishing");
  const between = async () => {
    await progress.tick();
    await breathe();
  };
  job.doc.leftOut = await leftOutOf(door.reader, set, between);
  await removeSeen(writer, between);
  const rows = Object.values(run.digests).map((digest) => digest.total());
  const decide = finishImport({ set: job.id, files, rows, refused: job.doc.refused });
  const keep = [{ keep: "import-visible", set, at: isoOf(door.clock.now()) } as const];
  const { refused } = await door.ledger.enact({ ...job.doc.by, stream: "desk", object: job.id, keep, decide });
  if (refused) throw new ImportEnded();
  job.state = "done";
  await moveJob(writer, "loading", { ...job, seenAt: new Date().toISOString() });
}

const allOrNone = (refused: number): string =>
  `${refused} ${refused === 1 ? "row was" : "rows were"} refused, and a strict import takes all rows or none. Nothing was loaded. Correct what the report lists, or import without strict.`;

const reportOf = ({ id, doc }: ImportJob): ImportReport => ({
  importId: id,
  refused: doc.failure,
  added: doc.added,
  same: doc.same,
  refusedRows: doc.refused,
  toHarden: doc.toHarden,
  weak: doc.weak,
  leftOut: doc.leftOut,
});
