import { roleRefusal } from "./case";
import type { DecideDesk } from "./desk";
import { event, refuse } from "./event";
import { hasStepUp } from "./member";
import { digestOf } from "./trail/entry";
import type { TrailFilter } from "./view";

/** The fewest characters that count as a reason for an export. */
export const leastReason = 5;
export const exportFormats = ["csv", "jsonl"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A filter by its SHA-256: how entries name it, and the object a step-up for its export is bound to. */
export const filterDigest = ({ actor, type, ticket, account, outcome, from, to }: TrailFilter): string =>
  digestOf({ actor, type, ticket, account, outcome, from, to });

export interface Exporting {
  export: string;
  format: ExportFormat;
  /** The filter's digest. */
  filter: string;
  /** Where the reason's words are in the vault, with a commitment to them; null when there are too few. */
  reason: { id: string; commitment: string } | null;
  /** The step-up made for act `export` on this filter. */
  stepUp: string;
  /** How many entries the trail had: the export goes no further. */
  size: number;
}

/** Lets an auditor take the trail out: with a reason, and a fresh second factor bound to this filter. */
export function exportTrail(x: Exporting): DecideDesk {
  return (_desk, facts, now) => {
    const no = roleRefusal(["auditor"], facts);
    if (no) return refuse("trail.export", no);
    if (!x.reason) return refuse("trail.export", "reason-missing");
    if (!hasStepUp(facts.member, { id: x.stepUp, act: "export", object: x.filter }, now))
      return refuse("trail.export", "step-up-needed");
    const data = { export: x.export, format: x.format, filter: x.filter, reason: x.reason.id, size: x.size };
    return [event("trail.exported", data, { reason: x.reason.commitment })];
  };
}
