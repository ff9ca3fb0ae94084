import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
import { isoOf } from "domain/time";
import { type House, type Keyed, KeyReused } from "~/door.server";
import { addJob, type ImportDoc, type ImportJob, type ImportState, jobOf } from "~/import-door.server";
import { thisProcess } from "./process-alive.server";

export type ImportBy = ImportDoc["by"];
/** A folder that holds the four files; a strict import takes all rows or none. */
export interface ImportInput {
  folder: string;
  strict: boolean;
}
/** An uploaded folder; a kept one was uploaded with an earlier form, and may wait under that form's import already. */
export interface Upload {
  folder: string;
  kept: boolean;
}

/**
 * Leaves an uploaded folder for the worker to import, as done by `who`; the worker removes the folder. Tells the import's
 * id: a form sent twice is one import, and throws KeyReused when it came with other files the second time.
 */
export async function queueImport(
  house: House,
  who: ImportBy,
  { folder, kept }: Upload,
  sent: Keyed | null = null,
): Promise<string> {
  const remove = async () => (kept ? undefined : removeUpload(house, folder));
  try {
    const job = newJob(house, who, { folder, strict: false }, "waiting");
    if (sent)
      Object.assign(job, { id: importIdOf(house.door, { ...who, key: sent }), doc: { ...job.doc, sent: sent.digest } });
    if (await addJob(house.writer, job)) return job.id;
    const before = await jobOf(house.door.reader, job.id);
    if (before?.doc.sent !== sent?.digest) throw new KeyReused("This form was sent before with other files.");
    await remove();
    return job.id;
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The id of the one import that a form's key stands for, in the form of a UUID. */
export function importIdOf(
  { secrets }: House["door"],
  { actor, key }: Pick<ImportBy, "actor"> & { key: Keyed },
): string {
  const hex = secrets.lookup("request", JSON.stringify(["import", actor.id, key.key])).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A job with nothing done yet. */
export function newJob(house: House, { actor, request }: ImportBy, input: ImportInput, state: ImportState): ImportJob {
  const doc: ImportDoc = {
    phase: "checking",
    doneBytes: 0,
    totalBytes: 0,
    added: { account: 0, contact: 0, device: 0, answer: 0 },
    same: 0,
    refused: 0,
    toHarden: 0,
    weak: 0,
    leftOut: null,
    failure: null,
    by: { actor, request },
    process: state === "waiting" ? null : thisProcess(),
  };
  return {
    id: randomUUID(),
    state,
    ...input,
    startedAt: isoOf(house.door.clock.now()),
    seenAt: new Date().toISOString(),
    doc,
  };
}

/** Removes an uploaded folder, which holds answers in clear; a folder that was not uploaded is left alone. */
export async function removeUpload(house: House, folder: string): Promise<void> {
  const within = relative(resolve(house.door.config.uploadDir), resolve(folder));
  if (within === "" || within.startsWith("..") || isAbsolute(within)) return;
  await rm(folder, { recursive: true, force: true });
}
