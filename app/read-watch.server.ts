import { checkpointsPage, noteOf, placesOutside } from "db/read/checkpoints";
import { staffNames } from "db/read/names";
import { tlogProofAt } from "db/read/proof";
import { countingNow, everyMember, readingsBetween } from "db/read/readers";
import { alarmsNow } from "db/read/watch";
import { days, instantOf, isoOf } from "domain/time";
import { formatVkey, parseVkey } from "domain/trail/note";
import {
  type CheckpointsPage,
  type DeskAlarm,
  type OutsideView,
  type ReadersPage,
  type ReadersSpan,
  readersSpans,
  type Viewer,
} from "domain/view";
import { readerRows } from "domain/view-readers";
import { checkpointPlaces } from "./delivery/checkpoint-places.server";
import type { Door } from "./door.server";
import { deskOf } from "./facts.server";
import { glassAlarms, glassLines } from "./read-glass.server";
import { wrongLooks } from "./read-second-reviews.server";
import { readWatch } from "./read-trail.server";

/** What auditors watch the trail by: published heads and where they are, proofs, and what the staff looks at. */

const checkpointsAtOnce = 25;

/** One page of published heads, with the places outside, the keys and the desk's own check. */
export async function readCheckpoints(
  door: Door,
  cursor: { side: "older" | "newer"; cursor: string } | null,
): Promise<CheckpointsPage> {
  const { logKeys } = await deskOf(door);
  const keys = logKeys.flatMap((key) => parseVkey(key) ?? []);
  const page = await checkpointsPage(door.reader, keys, cursor, checkpointsAtOnce);
  return {
    ...page,
    places: await placesNow(door),
    keys: keys.map(formatVkey).reverse(),
    watch: await readWatch(door),
    now: door.clock.now(),
  };
}

/** The places that the settings name, with how far each has got; one that was taken out of the settings is no place any more. */
export async function placesNow(door: Door): Promise<OutsideView[]> {
  const known = new Map((await placesOutside(door.reader)).map((place) => [place.name, place]));
  const nothing = { size: 0, takenAt: null, failingSince: null, late: false, problem: null };
  return placeNames(door).map((name) => known.get(name) ?? { name, ...nothing });
}

const placeNames = (door: Door): string[] => checkpointPlaces(door.config).map(({ name }) => name);

/** The signed note of a published head, as a file holds it. */
export const checkpointNote = (door: Door, size: number): Promise<string | null> => noteOf(door.reader, size);

/** The proof of an entry as a file that anyone can check; null where there is none that holds. */
export const entryProof = (door: Door, seq: number): Promise<string | null> => tlogProofAt(door.reader.sql, seq);

/** What pages warn of: to everyone but agents, who can do nothing about it. */
export async function readAlarms(door: Door, viewer: Viewer): Promise<DeskAlarm[]> {
  if (viewer.role === "agent") return [];
  const names = placeNames(door);
  const [glasses, alarms, wrong] = await Promise.all([
    glassAlarms(door, viewer),
    alarmsNow(door.reader),
    viewer.role === "supervisor" ? [] : wrongLooks(door),
  ]);
  return [...glasses, ...alarms.filter((a) => a.alarm !== "late" || names.includes(a.place)), ...wrong];
}

const readersAtOnce = 50;

/** What the staff looked at over a span of UTC days, today included. */
export async function readReaders(door: Door, span: ReadersSpan, start: number): Promise<ReadersPage> {
  const now = door.clock.now();
  const day = (ago: number) => isoOf(now - days(ago)).slice(0, 10);
  const [from, to] = [day(readersSpans[span] - 1), day(0)];
  const members = await everyMember(door.reader);
  const counts = await readingsBetween(door.reader, from, to);
  const readers = new Set(counts.map((c) => c.actor));
  const ids = members.flatMap(({ id }) => (readers.has(`staff:${id}`) ? [id] : []));
  const names = await staffNames(door.vault, ids, now);
  const broken = await glassLines(door, instantOf(`${from}T00:00:00.000Z`), instantOf(`${to}T00:00:00.000Z`) + days(1));
  const rows = readerRows(counts, members, (id) => names.get(id) ?? id);
  return {
    span,
    from,
    to,
    rows: rows.slice(start, start + readersAtOnce),
    glass: broken,
    members: rows.length,
    next: rows.length > start + readersAtOnce ? start + readersAtOnce : null,
    before: start > 0 ? Math.max(0, start - readersAtOnce) : null,
    counting: await countingNow(door.reader),
    now,
  };
}
