import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { exportKeptMs } from "domain/export";
import { isoOf } from "domain/time";
import type { House } from "~/door.server";
import { type ExportJob, exportsKeptSince, exportsOf, markRemoved } from "~/export-door.server";
import { bundleFile } from "./run-exports.server";

const sweptAtOnce = 50;
const ownName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{16})\.zip(\.parts?)?$/;

/** Removes bundles that were kept long enough, whose rows stay, and what attempts left that have ended; tells how many there were. */
export async function sweepExports(house: House): Promise<number> {
  const { door, writer } = house;
  const old = await exportsKeptSince(door.reader, isoOf(door.clock.now() - exportKeptMs), sweptAtOnce);
  if (old.length > 0)
    await markRemoved(
      writer,
      old.map((job) => job.id),
    );
  for (const job of old) await rm(bundleFile(door, job), { force: true });
  return old.length + (await sweepLeftovers(house));
}

async function sweepLeftovers({ door }: House): Promise<number> {
  const names = await readdir(door.config.exportDir).catch(() => [] as string[]);
  const files = names.flatMap(fileOf);
  let removed = 0;
  while (files.length > 0) {
    const some = files.splice(0, sweptAtOnce);
    const jobs = await exportsOf(door.reader, [...new Set(some.map((file) => file.id))]);
    for (const file of some.filter((one) => isLeftover(one, jobs.get(one.id)))) {
      await rm(join(door.config.exportDir, file.name), { recursive: true, force: true });
      removed += 1;
    }
  }
  return removed;
}

interface OwnFile {
  name: string;
  id: string;
  token: string;
  whole: boolean;
}

function fileOf(name: string): OwnFile[] {
  const [, id = "", token = "", part] = ownName.exec(name) ?? [];
  return id === "" ? [] : [{ name, id, token, whole: part === undefined }];
}

/** Of the attempt that has the job everything stays while it works, and the whole file once it is done; a file of no job of ours is left alone. */
function isLeftover({ token, whole }: OwnFile, job: ExportJob | undefined): boolean {
  if (!job) return false;
  return job.token !== token || !(job.state === "running" || (job.state === "done" && whole));
}
