import { readHead, type TrailHead } from "db/head";
import { type BundleAsk, type BundleEntry, bundlePages } from "db/read/bundle-pages";
import { csvLine } from "db/read/csv";
import { csvColumns, csvOf, exportEntries } from "db/read/export-trail";
import { staffNames } from "db/read/names";
import { everyMember } from "db/read/readers";
import { entryAt, trailPage } from "db/read/trail";
import { watchView } from "db/read/watch";
import type { LineFormat } from "domain/export";
import { staffIdOf } from "domain/staff";
import type { EntryView, TrailFilter, TrailPage, WatchView } from "domain/view";
import type { Door } from "./door.server";

const pageSize = 50;

/** One page of the trail, newest first, with the names of the staff in it. */
export async function readTrail(door: Door, filter: TrailFilter, cursor: string | null): Promise<TrailPage> {
  const page = await trailPage(door.reader, filter, cursor, pageSize);
  const name = await namesFor(
    door,
    page.rows.map((r) => r.actor),
  );
  const rows = page.rows.map((r) => ({ ...r, actorName: name(r.actor) }));
  const watch = await watchView(door.reader, page.size);
  return { ...page, rows, filter, staff: await staffToChoose(door), watch, now: door.clock.now() };
}

const mostToChoose = 300;

/** The members of staff by name, for a list to choose from; none where they are too many for one. */
async function staffToChoose(door: Door): Promise<TrailPage["staff"]> {
  const members = await everyMember(door.reader);
  if (members.length > mostToChoose) return [];
  const names = await staffNames(
    door.vault,
    members.map((m) => m.id),
    door.clock.now(),
  );
  return members
    .map(({ id }) => ({ id: `staff:${id}`, name: names.get(id) ?? id }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** How far the desk's own check of the trail is. */
export const readWatch = async (door: Door): Promise<WatchView> => watchView(door.reader, await trailSize(door));

/** One entry with its exact bytes, and the trail's size; null for a seq there is not. */
export async function readEntry(door: Door, seq: number): Promise<{ entry: EntryView; size: number } | null> {
  const found = await entryAt(door.reader, seq);
  if (!found) return null;
  const name = await namesFor(door, [found.actor]);
  return { entry: { ...found, actorName: name(found.actor) }, size: (await readHead(door.reader)).size };
}

async function namesFor(door: Door, actors: string[]): Promise<(actor: string) => string | null> {
  const ids = [...new Set(actors.flatMap((a) => staffIdOf(a) ?? []))];
  const names = await staffNames(door.vault, ids, door.clock.now());
  return (actor) => names.get(staffIdOf(actor) ?? "") ?? null;
}

/** The trail's head as it stands: origin, size and root. */
export const trailHead = (door: Door): Promise<TrailHead> => readHead(door.reader);

/** How many entries the trail has now. */
export const trailSize = async (door: Door): Promise<number> => (await readHead(door.reader)).size;

/** The entries of a filter below `size`, oldest first, as a stream on a connection of its own. */
export const trailStream = (
  door: Door,
  filter: TrailFilter,
  format: LineFormat,
  size: number,
): AsyncIterable<Buffer | string> => exportEntries(door.config.databaseUrl, filter, format, size);

/** The entries of a bundle, oldest first, a page at a time on a connection of its own. */
export const trailPages = (door: Door, ask: BundleAsk): AsyncIterable<BundleEntry[]> =>
  bundlePages(door.config.databaseUrl, ask);

/** How entries stand in a CSV file. */
export const entriesAsCsv = { head: csvLine(csvColumns), line: csvOf };

export type { BundleAsk, BundleEntry } from "db/read/bundle-pages";
