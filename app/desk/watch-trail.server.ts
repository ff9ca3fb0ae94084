import { type Millis, minutes, seconds } from "domain/time";
import type { House } from "~/door.server";
import { trailSize } from "~/read-trail.server";
import {
  Found,
  goOver,
  isStillBad,
  keepGoneOver,
  keepStanding,
  newTree,
  type Problem,
  type Standing,
  standingOf,
  takeWatch,
  tampered,
  watchNow,
} from "~/watch-door.server";
import { doubtTrail, endDoubt } from "./doubt-trail.server";

/** Between two steps of 128 entries: at most 2,500 entries a second, in steps of about two milliseconds. */
export const stepPauseMs = 50;
/** A whole round begins at most this often, and what was found bad is looked at again after it. */
const roundEveryMs = minutes(1);
const askEveryMs = seconds(10);
const keepEveryMs = seconds(5);

/** A check under way: where it stands, and which of its trees this process itself grew from the first entry. */
interface Check extends Standing {
  frontIsWhole: boolean;
  againIsWhole: boolean;
  againTo: number;
}
interface Watcher {
  house: House;
  process: string;
  steady: () => Millis;
  check: Check | null;
  /** In steady time: when the check was last asked for, kept, begun anew; and until when it rests. */
  askedAt: Millis;
  keptAt: Millis;
  beganAt: Millis;
  restUntil: Millis;
}

/**
 * The desk's own check of its trail, one step a call: new entries first, then the whole trail from the first entry again, round
 * after round. Of several workers one has it. Gives 1 where there was something to do.
 */
export function watching(
  house: House,
  process: string,
  steady: () => Millis = () => performance.now(),
): () => Promise<number> {
  const watcher: Watcher = {
    house,
    process,
    steady,
    check: null,
    askedAt: never,
    keptAt: never,
    beganAt: never,
    restUntil: never,
  };
  return () => turn(watcher);
}

const never = Number.NEGATIVE_INFINITY;

async function turn(w: Watcher): Promise<number> {
  const { steady, house } = w;
  if (steady() - w.askedAt >= askEveryMs) await ask(w);
  if (!w.check || steady() < w.restUntil) return 0;
  const moved = await step(w, w.check, await trailSize(house.door));
  const isDue = steady() - w.keptAt >= (moved ? keepEveryMs : roundEveryMs);
  if (isDue) w.keptAt = steady();
  if (isDue) await keepStanding(house.writer, w.process, w.check, house.door.clock.now());
  return moved ? 1 : 0;
}

/** Takes the check, or keeps it; a process that has just got it goes on from what the one before kept. */
async function ask(w: Watcher): Promise<void> {
  const { writer, door } = w.house;
  w.askedAt = w.steady();
  const mine = await takeWatch(writer, w.process, door.clock.now());
  if (!mine) w.check = null;
  if (!mine || w.check) return;
  const standing = standingOf(await watchNow(door.reader.sql));
  const frontIsWhole = standing.front.size === 0;
  w.check = { ...standing, frontIsWhole, againIsWhole: false, againTo: await trailSize(door) };
}

async function step(w: Watcher, c: Check, size: number): Promise<boolean> {
  const before = c.front.size;
  if (!(await advance(w, c, "front", size)) || c.front.size < size) return c.front.size > before;
  if (!c.again && w.steady() - w.beganAt >= roundEveryMs) {
    w.beganAt = w.steady();
    const againBeganAt = w.house.door.clock.now();
    Object.assign(c, { again: newTree(), againIsWhole: true, againTo: size, againBeganAt });
  }
  if (!c.again) return c.front.size > before;
  if ((await advance(w, c, "again", c.againTo)) && c.again.size >= c.againTo) await endRound(w, c);
  return true;
}

async function endRound(w: Watcher, c: Check): Promise<void> {
  const { writer, door } = w.house;
  const { problem } = await watchNow(door.reader.sql);
  await keepGoneOver(writer, c.againTo, door.clock.now());
  if (problem !== null) await endDoubt(w.house, "going-over");
  Object.assign(c, { again: null, againBeganAt: null });
  w.keptAt = never;
}

/** Lets one of the two trees grow by a step; false where it met something bad, and rests a while before it looks again. */
async function advance(w: Watcher, c: Check, which: "front" | "again", to: number): Promise<boolean> {
  const tree = c[which] ?? newTree();
  try {
    if (to < tree.size)
      throw tampered("cut-off", to, `The trail was cut off: there were ${tree.size} entries, now there are ${to}.`);
    if (tree.size < to) c[which] = await goOver(w.house.door.reader.sql, tree, to);
    return true;
  } catch (error) {
    if (!(error instanceof Found)) throw error;
    w.restUntil = w.steady() + roundEveryMs;
    w.beganAt = never;
    await found(w, c, which, error.problem);
    return false;
  }
}

/** What is found is said once it was found by other means too: the entry read anew, the tree grown from nothing. */
async function found(w: Watcher, c: Check, which: "front" | "again", problem: Problem): Promise<void> {
  const isWhole = which === "front" ? c.frontIsWhole : c.againIsWhole;
  const isSure = problem.seq === null ? isWhole : await isStillBad(w.house.door.reader, problem.seq);
  if (which === "again") c.again = null;
  // A tree that another process began proves nothing by itself: this one grows it anew.
  else if (problem.seq === null && !isWhole) Object.assign(c, { front: newTree(), frontIsWhole: true });
  if (isSure) await doubtTrail(w.house, problem);
  else w.restUntil = never;
}
