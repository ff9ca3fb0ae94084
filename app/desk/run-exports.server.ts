import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { TrailBroken } from "~/checkpoint-door.server";
import { type House, TrailHalted } from "~/door.server";
import { syncFolder } from "~/export/zip.server";
import { type ExportJob, ExportTaken, exportsIn, giveBackExport, takeExport } from "~/export-door.server";
import { type Attempted, enterFailed, enterMade, newAttempt, openBeat, whyFailed } from "./attempt-export.server";
import { worker } from "./deliver-messages.server";
import { type MadeBundle, makeBundle } from "./make-bundle.server";
import { isGone } from "./process-alive.server";

const mostAttempts = 5;
const lookedAtOnce = 50;
/** Exports that this very process makes. */
const running = new Set<string>();

/**
 * Makes the oldest bundle that waits, or that was left by a process that is gone, from its beginning; tells how many that
 * were. Told to stop, it leaves the job to whoever comes next.
 */
export async function runWaitingExports(house: House, stop?: AbortSignal): Promise<number> {
  const [waiting] = await exportsIn(house.door.reader, "waiting", 1);
  const left = (await exportsIn(house.door.reader, "running", lookedAtOnce)).find(isLeft);
  const seen = left ?? waiting;
  if (!seen) return 0;
  const attempt = newAttempt();
  if (!(await takeExport(house.writer, seen, attempt))) return 0;
  const job = { ...seen, ...attempt, attempts: seen.attempts + 1 };
  // A command line that was broken off has nobody to make its file for; one that breaks every process is not tried for ever.
  if (seen.place === "command-line" || job.attempts > mostAttempts) await enterFailed(house, job, worker, "broken-off");
  else await carryOut(house, job, stop);
  return 1;
}

/** Where a finished bundle is. */
export const bundleFile = ({ config }: House["door"], { id, token }: Pick<ExportJob, "id" | "token">): string =>
  join(config.exportDir, `${id}.${token}.zip`);

const isLeft = (job: ExportJob): boolean => isGone(job.process, job.seenAt ?? job.askedAt, running.has(job.id));

async function carryOut(house: House, job: Attempted, stop: AbortSignal | undefined): Promise<void> {
  const work = new AbortController();
  const onStop = () => work.abort();
  if (stop?.aborted) onStop();
  stop?.addEventListener("abort", onStop);
  running.add(job.id);
  const beat = openBeat(house, job, work);
  try {
    await enterMade(house, job, worker, await made(house, job, { signal: work.signal, onProgress: beat.onProgress }));
  } catch (error) {
    await removeFiles(house, job);
    await beat.close();
    await giveUp(house, job, { error: work.signal.reason instanceof ExportTaken ? work.signal.reason : error, stop });
  } finally {
    await beat.close();
    running.delete(job.id);
    stop?.removeEventListener("abort", onStop);
  }
}

/** Makes the file under another name; what has its own name is whole and on the disk. */
async function made(
  house: House,
  job: Attempted,
  work: { signal: AbortSignal; onProgress(done: number, size: number): void },
): Promise<MadeBundle> {
  const file = bundleFile(house.door, job);
  await mkdir(house.door.config.exportDir, { recursive: true, mode: 0o700 });
  const bundle = await makeBundle(house, job, { folder: `${file}.parts`, zip: `${file}.part`, ...work });
  await rename(`${file}.part`, file);
  await syncFolder(file);
  return bundle;
}

async function giveUp(
  house: House,
  job: Attempted,
  { error, stop }: { error: unknown; stop: AbortSignal | undefined },
): Promise<void> {
  if (error instanceof ExportTaken) return;
  // Nothing can be entered while the trail is halted: the job is taken up again when it goes on.
  if (error instanceof TrailHalted || error instanceof TrailBroken) throw error;
  if (stop?.aborted) return void (await giveBackExport(house.writer, job.id, job.token));
  console.error(`export ${job.id}: ${error instanceof Error ? error.message : "unknown error"}`);
  await enterFailed(house, job, worker, whyFailed(error));
}

async function removeFiles({ door }: House, job: Attempted): Promise<void> {
  const file = bundleFile(door, job);
  for (const path of [`${file}.parts`, `${file}.part`, file])
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
}
