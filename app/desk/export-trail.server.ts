import { randomUUID } from "node:crypto";
import { type Recorded, refuse } from "domain/event";
import { exportTrail as decideExport, filterDigest, type LineFormat, leastReason } from "domain/export";
import { lifetime } from "domain/time";
import type { TrailFilter } from "domain/view";
import type { Door } from "~/door.server";
import { trailSize, trailStream } from "~/read-trail.server";
import type { Who } from "./case.server";
import { keptReason } from "./kept-reason.server";

export interface ExportForm {
  filter: TrailFilter;
  format: LineFormat;
  /** Why, in the auditor's words: at least five characters; they go to the vault, never into the entry. */
  reason: string;
  /** The step-up made for act `export` on the filter's digest. */
  stepUp: string;
}
export type Exported =
  | { refused: null; export: string; size: number; stream: AsyncIterable<Buffer | string> }
  | { refused: string };

/** Enters an export and gives the stream of what the trail held just before it; without reason or step-up refused, which is an entry too. */
export async function exportTrail(door: Door, who: Who, form: ExportForm): Promise<Exported> {
  const kept = await keptReason(door, form.reason, leastReason);
  const size = await trailSize(door);
  const id = randomUUID();
  const { format, stepUp, filter } = form;
  const decide = decideExport({
    export: id,
    format,
    filter: filterDigest(filter),
    reason: kept?.reason ?? null,
    stepUp,
    size,
  });
  const outcome = await door.ledger.enact({ ...who, stream: "desk", object: id, decide, keep: kept?.keep ?? [] });
  if (outcome.refused !== null) return { refused: outcome.refused };
  const [entered] = outcome.events;
  if (outcome.replayed && isOld(door, entered)) return tooLate(door, who);
  // The same form sent twice gets what it was given the first time, for as long as its code was good.
  const made = entered?.type === "trail.exported" ? entered.data : { export: id, size };
  return { refused: null, export: made.export, size: made.size, stream: trailStream(door, filter, format, made.size) };
}

const isOld = (door: Door, entered: Recorded | undefined): boolean =>
  !entered || door.clock.now() - entered.at >= lifetime.stepUpMs;

/** Sent again after its step-up ran out, a form gives nothing away; its key is spent, so the entry is made without it. */
async function tooLate(door: Door, { actor, request }: Who): Promise<Exported> {
  const decide = () => refuse("trail.export", "step-up-needed");
  await door.ledger.enact({ actor, request, stream: "desk", decide });
  return { refused: "step-up-needed" };
}
