import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { hours, type Millis } from "domain/time";
import type { House } from "~/door.server";
import { jobsIn } from "~/import-door.server";
import { removeUpload } from "./queue-import.server";

const leftAfterMs: Millis = hours(1);
const uploadName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Removes uploaded folders, which hold answers in clear, that no import needs any more: those of imports that ended, and
 * those that nobody wrote to for an hour and no import names. Tells how many there were.
 */
export async function sweepUploads(house: House): Promise<number> {
  const { reader, config } = house.door;
  const there = await readdir(config.uploadDir).catch(() => [] as string[]);
  const folders = there.filter((name) => uploadName.test(name)).map((name) => resolve(config.uploadDir, name));
  if (folders.length === 0) return 0;
  const named = async (states: Parameters<typeof jobsIn>[1]) =>
    new Set((await jobsIn(reader, states)).map((job) => resolve(job.folder)));
  // The living are read last: an import that ends meanwhile is swept the next time.
  const ended = await named(["done", "failed"]);
  const alive = await named(["waiting", "checking", "loading"]);
  let removed = 0;
  for (const folder of folders) {
    if (alive.has(folder) || !(ended.has(folder) || (await isLeft(folder)))) continue;
    await removeUpload(house, folder);
    removed += 1;
  }
  return removed;
}

/** Nobody has written to it for an hour: an upload that is still under way is younger, however long it takes. */
async function isLeft(folder: string): Promise<boolean> {
  const files = await readdir(folder).catch(() => [] as string[]);
  const times = await Promise.all([folder, ...files.map((file) => join(folder, file))].map(changedAt));
  return Date.now() - Math.max(...times) > leftAfterMs;
}

const changedAt = (path: string): Promise<number> =>
  stat(path).then(
    (found) => found.mtimeMs,
    () => 0,
  );
