import { roleRefusal } from "./case";
import type { DecideDesk } from "./desk";
import { type EventData, event, refuse } from "./event";
import { hasStepUp } from "./member";
import { days, type Millis } from "./time";
import type { BundleFilter, BundleKind } from "./trail/bundle";
import { digestOf } from "./trail/entry";
import type { TrailFilter } from "./view";

/** The fewest characters that count as a reason for an export. */
export const leastReason = 5;
/** For how long the file of a bundle is kept at the desk. */
export const exportKeptMs: Millis = days(7);
/** Just the lines, streamed at once. */
export const lineFormats = ["csv", "jsonl"] as const;
export type LineFormat = (typeof lineFormats)[number];
/** The same entries written for other systems, beside them in a bundle. */
export const renderings = ["csv", "ocsf", "ecs", "cef"] as const;
export type Rendering = (typeof renderings)[number];

/** A filter by its SHA-256: how entries name it, and the object a step-up for its export is bound to. */
export const filterDigest = ({ actor, type, ticket, account, outcome, from, to }: TrailFilter): string =>
  digestOf({ actor, type, ticket, account, outcome, from, to });

/** A filter as a manifest states it. */
export const bundleFilter = ({ ticket, ...rest }: TrailFilter): BundleFilter => {
  const { account, actor, from, outcome, to, type } = rest;
  return { account, actor, from, outcome, ticket: ticket === null ? null : String(ticket), to, type };
};

/** Whether a filter narrows by a ticket and by nothing else: only then a bundle of one ticket can be made. */
export const isOneTicket = ({ ticket, ...rest }: TrailFilter): boolean =>
  ticket !== null && Object.values(rest).every((value) => value === null);

/** The kind of bundle a filter makes: full only where it narrows nothing, whatever it happens to match. */
export function bundleKind(filter: TrailFilter, ticketAlone: boolean): BundleKind {
  if (Object.values(filter).every((value) => value === null)) return "full";
  return ticketAlone && isOneTicket(filter) ? "ticket" : "filtered";
}

export interface Exporting {
  export: string;
  format: EventData["trail.exported"]["format"];
  /** The filter's digest. */
  filter: string;
  /** Where the reason's words are in the vault, with a commitment to them; null when there are too few. */
  reason: { id: string; commitment: string } | null;
  /** The step-up made for act `export` on this filter; null at the command line. */
  stepUp: string | null;
  /** How many entries the trail had: lines go no further, a bundle at least as far. */
  size: number;
  /** Why this bundle cannot be made, whoever asks; null for lines and where it can. */
  problem?: string | null;
}

/** Lets an auditor take the trail out: with a reason, and a fresh second factor bound to this filter, which the command line alone does without. */
export function exportTrail(x: Exporting): DecideDesk {
  return (_desk, facts, now) => {
    const no = roleRefusal(["auditor", "cli"], facts);
    if (no) return refuse("trail.export", no);
    if (!x.reason) return refuse("trail.export", "reason-missing");
    if (facts.actor.role !== "cli" && !isSteppedUp(x, facts.member, now))
      return refuse("trail.export", "step-up-needed");
    if (x.problem) return refuse("trail.export", x.problem);
    const data = { export: x.export, format: x.format, filter: x.filter, reason: x.reason.id, size: x.size };
    return [event("trail.exported", data, { reason: x.reason.commitment })];
  };
}

const isSteppedUp = (x: Exporting, member: Parameters<typeof hasStepUp>[0], now: number): boolean =>
  x.stepUp !== null && hasStepUp(member, { id: x.stepUp, act: "export", object: x.filter }, now);

/**
 * Whether a text is a day or a time that a filter may be bounded by, and nothing beside: what reads dates takes words in
 * parentheses for a remark, and a filter is shown to others as it was typed.
 */
export const isFilterTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/.test(text) && !Number.isNaN(Date.parse(text));

export interface BundleAsked {
  filter: TrailFilter;
  /** Whether the ticket of the filter is known. */
  ticketKnown: boolean;
  /** How many entries the checkpoint holds that the auditor kept, or null. */
  older: number | null;
  /** How many entries the trail has. */
  size: number;
}

/** Why a bundle cannot be made of what was asked for, or null. */
export function bundleProblem({ filter, ticketKnown, older, size }: BundleAsked): string | null {
  if (filter.ticket !== null && !ticketKnown) return "no-such-ticket";
  if (![filter.actor, filter.type, filter.account].every(isIdOrNull)) return "filter-not-an-id";
  if (![filter.from, filter.to].every((time) => time === null || isFilterTime(time))) return "filter-not-an-id";
  if (older !== null && (!Number.isSafeInteger(older) || older < 1)) return "older-size-is-none";
  return older !== null && older > size ? "older-size-too-large" : null;
}

/** A filter stands in the manifest and in the list of exports: an address or a name typed into it must not. */
const isIdOrNull = (value: string | null): boolean =>
  value === null || /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,119}$/.test(value);

/** Enters that a bundle is made. */
export const completeExport = (data: EventData["trail.export-completed"]): DecideDesk =>
  ending(event("trail.export-completed", data));

/** Enters that a bundle could not be made. */
export const failExport = (data: EventData["trail.export-failed"]): DecideDesk =>
  ending(event("trail.export-failed", data));

const ending =
  (what: ReturnType<typeof event>): DecideDesk =>
  (_desk, facts) => {
    const no = roleRefusal(["worker", "cli"], facts);
    return no ? refuse("trail.export", no) : [what];
  };
