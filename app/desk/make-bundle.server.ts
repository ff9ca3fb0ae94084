import { rm } from "node:fs/promises";
import { isoOf } from "domain/time";
import { cosignaturesOf, lastCheckpoint } from "~/checkpoint-door.server";
import { checkpointPlaces } from "~/delivery/checkpoint-places.server";
import type { House } from "~/door.server";
import { type BundleHead, writeBundle } from "~/export/write-bundle.server";
import { zipFolder } from "~/export/zip.server";
import type { ExportJob } from "~/export-door.server";
import { trailHead } from "~/read-trail.server";
import { carryOutside } from "./carry-outside.server";
import { logKeysOf, publishNow } from "./publish-checkpoint.server";

/** Where a bundle is made: in a new folder, packed into a new zip unless that is null. */
export interface Making {
  folder: string;
  zip: string | null;
  signal: AbortSignal;
  /** Entries gone through, of those that the checkpoint counts. */
  onProgress(done: number, size: number): void;
}
export interface MadeBundle {
  manifest: string;
  entries: number;
  size: number;
  bytes: number;
}

/** Publishes the head and makes the bundle that a job asks for, bounded by that checkpoint; what it leaves when it throws is the caller's to remove. */
export async function makeBundle(house: House, job: ExportJob, making: Making): Promise<MadeBundle> {
  const { door } = house;
  const head = await publishedHead(house);
  const { size } = head;
  making.onProgress(0, size);
  const at = door.clock.now();
  const reason = (await door.vault.open(job.reason, "reason"))?.toString("utf8") ?? "";
  const { id, kind, filter, renderings, older } = job;
  const plan = { id, at: isoOf(at), exporter: job.actor, reason, kind, filter, renderings, older };
  const { signer } = await logKeysOf(door);
  const onProgress = (done: number) => making.onProgress(done, size);
  const work = { signer, signal: making.signal, onProgress };
  const written = await writeBundle(door, making.folder, { plan, head, work });
  making.onProgress(size, size);
  const { manifest, entries, names } = written;
  if (making.zip === null) return { manifest, entries, size, bytes: written.bytes };
  const bytes = await zipFolder(making.folder, names, { file: making.zip, at: new Date(at), signal: making.signal });
  await rm(making.folder, { recursive: true });
  return { manifest, entries, size, bytes };
}

/** The newest head, published now if it grew, with the words of the witnesses that answer. */
async function publishedHead(house: House): Promise<BundleHead> {
  const { door } = house;
  await publishNow(house);
  await carryOutside(
    house,
    checkpointPlaces(door.config).filter((place) => place.name !== "file"),
  );
  const last = await lastCheckpoint(door.reader.sql);
  if (!last) throw new Error("Nothing was published yet.");
  const words = await cosignaturesOf(door.reader.sql, last.size);
  const { origin } = await trailHead(door);
  return { origin, size: last.size, root: last.root, checkpoint: `${last.note}${words.join("")}` };
}
