import { readFileSync } from "node:fs";
import { ivy } from "db/testing-trail";
import { filterDigest } from "domain/export";
import { stepUp } from "domain/member";
import type { TrailFilter } from "domain/view";
import type { House } from "~/door.server";
import { exportOf } from "~/export-door.server";
import { askBundle, type BundleForm } from "./ask-bundle.server";
import type { Who } from "./case.server";
import { bundleFile, runWaitingExports } from "./run-exports.server";
import { type Files, filesOfZip } from "./testing-bundle";

export const everything: TrailFilter = {
  ...{ actor: null, type: null, ticket: null, account: null, outcome: null, from: null, to: null },
};
export const asIvy: Who = { actor: ivy, request: "r" };
let step = 1;

/** A step-up of Ivy's for the export of a filter. */
export async function stepsUp({ door }: House, filter: TrailFilter): Promise<string> {
  const id = `export-step-${step++}`;
  const decide = stepUp({ id, act: "export", object: filterDigest(filter), step });
  await door.ledger.enact({ stream: "staff", id: "ivy", ...asIvy, decide });
  return id;
}

/** Ivy asks for a bundle; gives its id. */
export async function asked(house: House, form: Partial<BundleForm> = {}, who = asIvy): Promise<string> {
  const filter = form.filter ?? everything;
  const out = await askBundle(house.door, who, {
    ...{ ticketAlone: false, renderings: [], older: null, reason: "Yearly audit of the desk" },
    ...{ stepUp: await stepsUp(house, filter), ...form, filter },
  });
  if (out.refused !== null) throw new Error(out.refused);
  return out.export;
}

/** The job of an export as it stands. */
export async function jobNow({ door }: House, id: string) {
  const job = await exportOf(door.reader, id);
  if (!job) throw new Error("There is no such export.");
  return job;
}

/** The worker makes what waits; the files of this bundle. */
export async function made(house: House, id: string): Promise<Files> {
  while ((await runWaitingExports(house)) > 0);
  const job = await jobNow(house, id);
  if (job.state !== "done") throw new Error(`The export is ${job.state}: ${job.why}.`);
  return filesOfZip(readFileSync(bundleFile(house.door, job)));
}
