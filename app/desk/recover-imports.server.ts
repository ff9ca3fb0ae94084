import { setTimeout as sleep } from "node:timers/promises";
import { failImport, isExpected } from "domain/import";
import type { House } from "~/door.server";
import { hiddenSets, type ImportJob, isVisible, jobsIn, loadDesk, moveJob, removeSet } from "~/import-door.server";
import { eachAlone } from "./each-alone.server";
import { isGone } from "./process-alive.server";
import { type ImportBy, removeUpload } from "./queue-import.server";

/** Imports that run in this very process. */
export const running = new Set<string>();

/** Ends imports whose process is gone and removes what they left; tells how many there were. What is alive goes on. */
export async function recoverImports(house: House): Promise<number> {
  // Before the jobs: a set of an import that begins meanwhile is not among these, and one that is among them has its job.
  const hidden = await hiddenSets(house.door.reader);
  const jobs = await jobsIn(house.door.reader, ["checking", "loading"]);
  const dead = jobs.filter(isDead);
  await eachAlone(
    "import",
    dead,
    (job) => job.id,
    (job) => recover(house, job),
  );
  const alive = new Set(jobs.filter((job) => !dead.includes(job)).map((job) => job.id));
  for (const set of hidden)
    if (!alive.has(set.importId) && !running.has(set.importId)) await removeSet(house.writer, set.id, breathe);
  return dead.length;
}

/** Enters that an import failed and that nothing of it will be visible, unless that was said before. */
export async function enterFailure(house: House, importId: string, why: string, by: ImportBy): Promise<void> {
  const desk = await loadDesk(house.door.reader.sql);
  if (!isExpected(desk, importId)) return;
  await house.door.ledger.enact({ ...by, stream: "desk", object: importId, decide: failImport(importId, why) });
}

/** What an import that failed added. */
export const nothingCame = {
  added: { account: 0, contact: 0, device: 0, answer: 0 },
  same: 0,
  toHarden: 0,
  weak: 0,
} as const;

/** Time between two small transactions for everyone else. */
export const breathe = (): Promise<void> => sleep(2);

const system: ImportBy["actor"] = { id: "system", role: "system", auth: "none", session: null };
const brokenOff = "The import was broken off: its process ended. Nothing of it was loaded. Import again.";

async function recover(house: House, job: ImportJob): Promise<void> {
  const seenAt = new Date().toISOString();
  const visible = await isVisible(house.door.reader, job.id);
  if (!visible) await enterFailure(house, job.id, "broken-off", { actor: system, request: job.id });
  const doc = visible ? job.doc : { ...job.doc, ...nothingCame, failure: brokenOff };
  await moveJob(house.writer, job.state, { id: job.id, state: visible ? "done" : "failed", seenAt, doc });
  await removeUpload(house, job.folder);
}

const isDead = (job: ImportJob): boolean => isGone(job.doc.process, job.seenAt, running.has(job.id));
