import { acknowledgedBy, type GlassBroken, glassAsked, glassBroken, glassOver } from "db/read/glass";
import { staffNames } from "db/read/names";
import { type Count, capped } from "db/read/queue-counts";
import { sightOf } from "db/read/sight";
import { waitingGlass } from "domain/fold-glass";
import { days, type Instant, lifetime } from "domain/time";
import type { DeskAlarm, Viewer } from "domain/view";
import type { GlassAskedLine, GlassBrokenLine, GlassLine, GlassPage } from "domain/view-glass";
import type { Door } from "./door.server";

const shownMs = days(30);

/** What was opened by break-glass in the last thirty days, newest first, and before supervisors what waits for a second one: of others' accounts, not of their own. */
export async function readGlasses(door: Door, viewer: Viewer): Promise<GlassPage> {
  const now = door.clock.now();
  const [broken, asked] = await Promise.all([
    brokenLines(door, viewer, { from: now - shownMs, now }),
    viewer.role === "supervisor" ? askedLines(door, viewer, now) : [],
  ]);
  return { asked, broken, now };
}

/** The red lines of a report over some time, with names. */
export async function glassLines(door: Door, from: Instant, to: Instant): Promise<GlassLine[]> {
  const broken = await glassBroken(door.reader, from, to);
  const staff = broken.flatMap(({ glass }) => [glass.asker, glass.confirmer]);
  const { name } = await tellerOf(door, staff, []);
  return broken.map(({ seq, at, number, glass }) => ({
    ...{ seq, at, number, reason: glass.reason },
    asker: name(glass.asker),
    confirmer: name(glass.confirmer),
  }));
}

/** What an admin's pages tell of break-glass for seven days, until they say that they saw it. */
export async function glassAlarms(door: Door, viewer: Viewer): Promise<DeskAlarm[]> {
  if (viewer.role !== "admin") return [];
  const now = door.clock.now();
  const lines = await brokenLines(door, viewer, { from: now - lifetime.glassBannerMs, now });
  return lines
    .filter((line) => line.toAcknowledge)
    .map(({ glass, number, asker, confirmer, reason, at }) => ({
      ...{ alarm: "glass", glass, number, asker, confirmer, reason, since: at },
    }));
}

/** Whether this break-glass opened this ticket in the time that is shown. */
export async function isBroken(door: Door, ticket: string, glass: string): Promise<boolean> {
  const now = door.clock.now();
  const broken = await glassBroken(door.reader, now - shownMs, now + days(1));
  return broken.some((b) => b.ticket === ticket && b.glass.glass === glass);
}

export const glassesOver = (door: Door, now: Instant, most: number) => glassOver(door.reader, now, most);

async function brokenLines(
  door: Door,
  viewer: Viewer,
  { from, now }: { from: Instant; now: Instant },
): Promise<GlassBrokenLine[]> {
  const isAdmin = viewer.role === "admin";
  const [broken, seen] = await Promise.all([
    // The clock of an entry may be ahead of this process's by as much as a commit takes.
    glassBroken(door.reader, from, now + days(1)),
    isAdmin ? acknowledgedBy(door.reader, `staff:${viewer.id}`, now) : new Set<string>(),
  ]);
  const told = await tellerOf(
    door,
    broken.flatMap((b) => [b.glass.asker, b.glass.confirmer]),
    viewer.role === "auditor" ? broken.map((b) => b.glass.note) : [],
  );
  return broken.map((b) => lineOf(b, { viewer, now, isNew: isAdmin && !seen.has(b.glass.glass), ...told }));
}

type Told = Awaited<ReturnType<typeof tellerOf>>;

function lineOf(
  { at, number, glass, isOpen }: GlassBroken,
  { viewer, now, isNew, name, text }: Told & { viewer: Viewer; now: Instant; isNew: boolean },
): GlassBrokenLine {
  const { until, reason, asker, confirmer, note } = glass;
  return {
    ...{ glass: glass.glass, number, at, until, reason },
    asker: name(asker),
    confirmer: name(confirmer),
    text: text(note),
    mine: isOpen && now < until && [asker, confirmer].includes(viewer.id),
    toAcknowledge: isNew && now - at < lifetime.glassBannerMs,
  };
}

/** How many tickets wait for this supervisor to confirm that they be opened: none that they asked for, by whichever account, nor one of their own. */
export async function waitingGlasses(door: Door, viewer: Viewer): Promise<Count> {
  const { asked, selves } = await askedOf(door, viewer, door.clock.now());
  return capped(asked.filter(({ ticket }) => !selves.includes(ticket.glass?.asked?.by ?? "")).length);
}

/** Asks that wait for a second supervisor, of others' accounts, with all accounts of the reader's. */
async function askedOf(door: Door, viewer: Viewer, now: Instant) {
  const all = await glassAsked(door.reader, now);
  const waiting = all.filter(({ entry, ticket }) => waitingGlass(ticket, now)?.id === entry.data.glass);
  if (waiting.length === 0) return { asked: [], selves: [] };
  const { own, selves } = await sightOf(door.reader, viewer.id, []);
  return { asked: waiting.filter(({ ticket }) => !own.has(ticket.account)), selves };
}

async function askedLines(door: Door, viewer: Viewer, now: Instant): Promise<GlassAskedLine[]> {
  const { asked, selves } = await askedOf(door, viewer, now);
  const by = asked.map(({ ticket }) => ticket.glass?.asked?.by ?? "");
  const { name, text } = await tellerOf(
    door,
    by,
    asked.map(({ entry }) => entry.data.note),
  );
  return asked.map(({ entry, ticket }, i) => ({
    glass: entry.data.glass,
    number: ticket.number,
    by: name(by[i] ?? ""),
    at: entry.at,
    until: entry.at + lifetime.glassAskMs,
    reason: entry.data.reason,
    text: text(entry.data.note),
    own: selves.includes(by[i] ?? ""),
  }));
}

/** Names and the reasons' words come from the vault. */
async function tellerOf(door: Door, staff: readonly string[], notes: readonly string[]) {
  const [names, texts] = await Promise.all([
    staffNames(door.vault, [...new Set(staff)], door.clock.now()),
    door.vault.openMany(notes),
  ]);
  return {
    name: (id: string): string => names.get(id) ?? id,
    text: (id: string): string | null => texts.get(`${id}/reason`)?.toString("utf8") ?? null,
  };
}
