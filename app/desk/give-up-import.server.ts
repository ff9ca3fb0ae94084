import { DirectoryFault } from "~/directory/fault";
import type { House } from "~/door.server";
import { hiddenSets, ImportEnded, type ImportJob, moveJob, removeSet } from "~/import-door.server";
import { breathe, enterFailure, nothingCame } from "./recover-imports.server";

/** Why an import ends without a fault of its files: a kebab-case word for the entry and a sentence for people. */
export class ImportStop extends Error {
  constructor(
    readonly why: string,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** Ends an import of which nothing becomes visible: says why in its job and on the trail, and removes what it wrote. */
export async function giveUp(house: House, job: ImportJob, stored: boolean, error: unknown): Promise<void> {
  Object.assign(job.doc, { ...nothingCame, failure: sentenceOf(error) });
  if (!stored || error instanceof ImportEnded) return;
  await enterFailure(house, job.id, whyOf(error), job.doc.by);
  const from = job.state;
  job.state = "failed";
  await moveJob(house.writer, from, { ...job, seenAt: new Date().toISOString() });
  for (const set of await hiddenSets(house.door.reader))
    if (set.importId === job.id) await removeSet(house.writer, set.id, breathe);
}

function whyOf(error: unknown): string {
  if (error instanceof ImportStop) return error.why;
  return error instanceof DirectoryFault ? "file-faulty" : "error";
}

function sentenceOf(error: unknown): string {
  if (error instanceof DirectoryFault || error instanceof ImportStop) return error.message;
  if (error instanceof ImportEnded) return "Another process ended this import. Nothing of it was loaded. Import again.";
  const what = error instanceof Error ? error.message : "unknown error";
  return `The import stopped: ${what}. Nothing of it was loaded. Import again once that is put right.`;
}
