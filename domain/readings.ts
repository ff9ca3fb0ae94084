import type { EventType, Recorded } from "./event";
import { staffIdOf } from "./staff";

/** What members of staff look at, as it is counted: a search that found nothing counts as `search` and as `miss`. */
export const readingKinds = [
  "search",
  "miss",
  "ticket",
  "packet",
  "photo",
  "purchase",
  "reveal",
  "trail",
  "entry",
  "export",
  "download",
  "account",
  "import",
  "readers",
] as const;
export type ReadingKind = (typeof readingKinds)[number];

/** The entries that say somebody looked at something, and what each counts as. */
const kindOf: Partial<Record<EventType, Exclude<ReadingKind, "miss">>> = {
  "account.searched": "search",
  "ticket.viewed": "ticket",
  "packet.opened": "packet",
  "photo.viewed": "photo",
  "purchase.viewed": "purchase",
  "value.revealed": "reveal",
  "trail.searched": "trail",
  "entry.viewed": "entry",
  "trail.exported": "export",
  "export.downloaded": "download",
  "account.viewed": "account",
  "import.viewed": "import",
  "readers.viewed": "readers",
};
/** Kinds that are about an account or a ticket: only these can be inside or outside of what the reader works on. */
const personal: readonly ReadingKind[] = ["search", "ticket", "packet", "photo", "purchase", "reveal", "account"];

export interface Reading {
  seq: number;
  /** The UTC day it is counted on: 2026-01-31. */
  day: string;
  actor: string;
  kinds: ReadingKind[];
  account: string | null;
  /** The ticket it is of; null where it is of an account, or of none. */
  ticket: string | null;
  /** Whether it can be outside the reader's own tickets at all. */
  personal: boolean;
}

/** Whether an entry of this type can be a reading. */
export const isReadingType = (type: EventType): boolean => Object.hasOwn(kindOf, type);

/** What an entry says somebody on the staff looked at, or null. */
export function readingOf(e: Recorded): Reading | null {
  const kind = kindOf[e.type];
  if (kind === undefined || staffIdOf(e.actor.id) === null) return null;
  const missed = e.type === "account.searched" && e.data.hits === 0;
  return {
    seq: e.seq,
    day: new Date(e.at).toISOString().slice(0, 10),
    actor: e.actor.id,
    kinds: missed ? [kind, "miss"] : [kind],
    account: e.subject,
    ticket: kind === "search" ? null : e.object,
    personal: personal.includes(kind),
  };
}

/** That a member of staff has a part in a ticket, from this entry on. */
export interface Part {
  account: string;
  actor: string;
  ticket: string;
  seq: number;
}

/** The parts in its ticket that an entry of a case gives: to whoever acts, and to whom it is handed; break-glass is a look, and gives none, nor does having a message tried again. */
export function partsOf(e: Recorded): Part[] {
  const { subject: account, object: ticket, seq } = e;
  if (account === null || ticket === null || e.type.startsWith("glass.") || e.type === "message.retried") return [];
  const actors = [e.actor.id, ...(e.type === "ticket.handed-over" ? [`staff:${e.data.to}`] : [])];
  return [...new Set(actors)].flatMap((actor) => (staffIdOf(actor) === null ? [] : [{ account, actor, ticket, seq }]));
}

/** Whether a reading was outside every ticket its reader had a part in by then: the ticket it is of, or one of the account searched. */
export function isOutside(r: Reading, parts: readonly Part[]): boolean {
  if (!r.personal) return false;
  const own = parts.filter((p) => p.actor === r.actor && p.account === r.account && p.seq < r.seq);
  return r.ticket === null ? own.length === 0 : !own.some((p) => p.ticket === r.ticket);
}

/** How often one member looked at one kind of thing on one day, and how often outside their own tickets. */
export interface ReadingCount {
  day: string;
  actor: string;
  kind: ReadingKind;
  n: number;
  outside: number;
}

/** Readings summed up by day, member and kind; `outside` tells which were. */
export function countsOf(readings: readonly Reading[], outside: (r: Reading) => boolean): ReadingCount[] {
  const counts = new Map<string, ReadingCount>();
  for (const r of readings) addReading(counts, r, outside(r));
  return [...counts.values()];
}

/** Adds one reading to counts held by `day actor kind`. */
export function addReading(counts: Map<string, ReadingCount>, r: Reading, outside: boolean): void {
  for (const kind of r.kinds) {
    const key = countKey({ day: r.day, actor: r.actor, kind });
    const before = counts.get(key) ?? { day: r.day, actor: r.actor, kind, n: 0, outside: 0 };
    const more = outside && kind !== "miss" ? 1 : 0;
    counts.set(key, { ...before, n: before.n + 1, outside: before.outside + more });
  }
}

export const countKey = ({ day, actor, kind }: { day: string; actor: string; kind: string }): string =>
  `${day} ${actor} ${kind}`;
