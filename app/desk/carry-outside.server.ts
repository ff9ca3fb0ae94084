import { record } from "domain/desk";
import { event } from "domain/event";
import { isRefusedOutside } from "domain/outside";
import type { Actor } from "domain/staff";
import { type Instant, instantOf, minutes, seconds } from "domain/time";
import {
  lastCheckpoint,
  markFailing,
  markLate,
  markTaken,
  outsideNow,
  type Published,
  proveConsistency,
} from "~/checkpoint-door.server";
import type { CheckpointPlace } from "~/delivery/checkpoint-places.server";
import type { Door, House } from "~/door.server";

const lateAfterMs = minutes(5);
const system: Actor = { id: "system", role: "system", auth: "none", session: null };
const who = { actor: system, request: "checkpoint" } as const;

/** Carries the newest checkpoint to every place that has not got it; one that stays away for five minutes is an entry. */
export async function carryOutside(house: House, places: readonly CheckpointPlace[]): Promise<number> {
  const last = await lastCheckpoint(house.door.reader.sql);
  if (!last) return 0;
  const known = new Map((await outsideNow(house.door.reader.sql)).map((o) => [o.target, o]));
  const behind = places.filter(({ name }) => (known.get(name)?.at ? known.get(name)?.size : -1) !== last.size);
  let taken = 0;
  for (const place of behind) {
    const before = known.get(place.name) ?? null;
    if (before?.failing_since && !isRetryDue(place, before, house.door)) continue;
    if (await carry(house, place, last, before)) taken += 1;
  }
  return taken;
}

type Before = Awaited<ReturnType<typeof outsideNow>>[number] | null;

async function carry(house: House, place: CheckpointPlace, last: Published, before: Before): Promise<boolean> {
  const { door, writer } = house;
  const prove = (older: number) => proveConsistency(door.reader.sql, older, last.size);
  refusedAt.delete(place);
  const answer = await place.take({ size: last.size, note: last.note, prove }, before?.size ?? 0);
  const now = door.clock.now();
  if (answer.taken) {
    await markTaken(writer, { target: place.name, size: last.size, line: answer.line }, now);
    if (before?.late_at) await enter(door, event("checkpoint.caught-up", { target: place.name, size: last.size }));
    return true;
  }
  if (isRefusedOutside(answer.problem)) refusedAt.set(place, now);
  const size = answer.has ?? before?.size ?? 0;
  await markFailing(writer, { target: place.name, size, problem: answer.problem }, now);
  const since = before?.failing_since ? instantOf(before.failing_since) : now;
  if (!before?.late_at && now - since >= lateAfterMs) {
    await enter(door, event("checkpoint.late", { target: place.name, size: last.size }));
    await markLate(writer, place.name, now);
  }
  return false;
}

const enter = (door: Door, what: Parameters<typeof record>[0]) =>
  door.ledger.enact({ ...who, stream: "desk", decide: record(what) });

const refusedAt = new WeakMap<CheckpointPlace, Instant>();

/** One that does not answer is tried again at once for ten seconds, then every half minute; one that refused, every half minute from the first. */
function isRetryDue(place: CheckpointPlace, before: NonNullable<Before>, door: Door): boolean {
  const now = door.clock.now();
  const refused = refusedAt.get(place);
  if (refused !== undefined) return Math.abs(now - refused) >= seconds(30);
  const forMs = now - instantOf(before.failing_since ?? "");
  return forMs < seconds(10) || Math.floor(forMs / 1000) % 30 < 2;
}
