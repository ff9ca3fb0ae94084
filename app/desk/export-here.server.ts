import { existsSync } from "node:fs";
import { link, rename, rm, unlink } from "node:fs/promises";
import type { House } from "~/door.server";
import { syncFolder } from "~/export/zip.server";
import { exportOf } from "~/export-door.server";
import { askBundle, type BundleForm } from "./ask-bundle.server";
import { enterFailed, enterMade, newAttempt, openBeat, whyFailed } from "./attempt-export.server";
import type { Who } from "./case.server";
import { type MadeBundle, makeBundle } from "./make-bundle.server";

export interface Here {
  /** A zip where it ends in `.zip`, else a folder; nothing is there yet. */
  out: string;
  /** Stops it; nothing half made stays. */
  work: AbortController;
  onProgress(done: number, size: number): void;
}
export type MadeHere = ({ refused: null; export: string } & MadeBundle) | { refused: string };

/** Makes a bundle in this process, at a command line; throws where it cannot be, and what came of it is an entry either way. */
export async function exportHere(
  house: House,
  who: Who,
  form: Omit<BundleForm, "stepUp">,
  here: Here,
): Promise<MadeHere> {
  const { out, work } = here;
  if (existsSync(out)) throw new Error(`${out} is there already. Nothing was exported.`);
  const attempt = newAttempt();
  const asked = await askBundle(house.door, who, { ...form, stepUp: null }, attempt);
  if (asked.refused !== null) return asked;
  const found = await exportOf(house.door.reader, asked.export);
  if (!found) throw new Error("The export was not kept.");
  const job = { ...found, token: attempt.token };
  const part = `${out}.${attempt.token}.part`;
  const beat = openBeat(house, job, work);
  const onProgress = (done: number, size: number) => {
    beat.onProgress(done, size);
    here.onProgress(done, size);
  };
  let placed = false;
  try {
    const zip = out.endsWith(".zip") ? `${part}.zip` : null;
    const made = await makeBundle(house, job, { folder: part, zip, signal: work.signal, onProgress });
    work.signal.throwIfAborted();
    await (zip ? putFile(zip, out) : rename(part, out));
    placed = true;
    await syncFolder(out);
    await enterMade(house, job, who.actor, made);
    return { refused: null, export: job.id, ...made };
  } catch (error) {
    await beat.close();
    if (placed) await rm(out, { recursive: true, force: true });
    await enterFailed(house, job, who.actor, whyFailed(error)).catch(() => undefined);
    throw error;
  } finally {
    await beat.close();
    for (const path of [part, `${part}.zip`]) await rm(path, { recursive: true, force: true });
  }
}

/** Gives a file its name, unless something came to have it meanwhile; a file system without hard links is only asked before. */
async function putFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
    await unlink(from);
  } catch (error) {
    if (existsSync(to) || !isWithoutLinks(error)) throw error;
    await rename(from, to);
  }
}

const isWithoutLinks = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS)$/.test(String(error.code));
