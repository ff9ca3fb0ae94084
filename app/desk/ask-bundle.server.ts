import { randomUUID } from "node:crypto";
import {
  bundleKind,
  bundleProblem,
  exportTrail as decideExport,
  filterDigest,
  leastReason,
  type Rendering,
} from "domain/export";
import { isoOf } from "domain/time";
import type { TrailFilter } from "domain/view";
import type { Door, Keep } from "~/door.server";
import type { Attempt, NewExport } from "~/export-door.server";
import { refByNumber } from "~/facts.server";
import { trailSize } from "~/read-trail.server";
import { found, type Who } from "./case.server";
import { keptReason } from "./kept-reason.server";

export interface BundleForm {
  filter: TrailFilter;
  /** One ticket with proofs, where the filter names a ticket and nothing else; else every entry is accounted for. */
  ticketAlone: boolean;
  renderings: readonly Rendering[];
  /** The size of a checkpoint that the auditor holds, or null. */
  older: number | null;
  /** Why, in the auditor's words: at least five characters; they go to the vault, never into the entry. */
  reason: string;
  /** The step-up made for act `export` on the filter's digest; null at the command line. */
  stepUp: string | null;
}

/**
 * Enters that a bundle was begun and leaves it for the worker, or for the process that has taken it already; without reason
 * or step-up, or of what cannot be bundled, refused, which is an entry too.
 */
export async function askBundle(
  door: Door,
  who: Who,
  form: BundleForm,
  taken: Attempt | null = null,
): Promise<{ refused: null; export: string } | { refused: string }> {
  const kept = await keptReason(door, form.reason, leastReason);
  const id = randomUUID();
  const size = await trailSize(door);
  const { filter, older, stepUp } = form;
  const ticketKnown = filter.ticket === null || (await refByNumber(door, filter.ticket)) !== null;
  const decide = decideExport({
    ...{ export: id, format: "bundle", filter: filterDigest(filter), reason: kept?.reason ?? null, stepUp, size },
    problem: bundleProblem({ filter, ticketKnown, older, size }),
  });
  const asked = kept ? [...kept.keep, jobOf(door, who, form, { id, reason: kept.reason.id, taken })] : [];
  const outcome = await door.ledger.enact({ ...who, stream: "desk", object: id, decide, keep: asked });
  if (outcome.refused !== null) return { refused: outcome.refused };
  return { refused: null, export: found(outcome, "trail.exported")?.data.export ?? id };
}

function jobOf(
  door: Door,
  { actor, request }: Who,
  form: BundleForm,
  more: Pick<NewExport, "id" | "reason" | "taken">,
): Keep {
  const { filter, ticketAlone, renderings, older } = form;
  const job: NewExport = {
    ...more,
    ...{ actor: actor.id, request, filter, older, renderings: [...renderings] },
    askedAt: isoOf(door.clock.now()),
    place: more.taken ? "command-line" : "desk",
    kind: bundleKind(filter, ticketAlone),
  };
  return { keep: "export-asked", job };
}
