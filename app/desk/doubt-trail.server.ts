import { record } from "domain/desk";
import { type EventData, event } from "domain/event";
import type { Actor } from "domain/staff";
import { haltTrail, TrailBroken } from "~/checkpoint-door.server";
import type { House } from "~/door.server";
import { keepProblem, type Problem, watchNow } from "~/watch-door.server";

const worker: Actor = { id: "worker", role: "worker", auth: "none", session: null };
/** With any of these the trail no longer continues what was published of it, and cannot prove itself. */
const breaksTheTree: readonly string[] = ["root-differs", "checkpoint-differs", "cut-off"];

/**
 * Says that going over found something: once, as an entry, which the next checkpoint carries outside. A tree that does not
 * continue what was published is halted too, and the error says why.
 */
export async function doubtTrail(house: House, problem: Problem): Promise<void> {
  const known = (await watchNow(house.door.reader.sql)).problem !== null;
  if (!known) {
    console.error(`watch: ${problem.sentence}`);
    await enterDoubt(house, { check: "going-over", what: problem.what, entry: problem.seq });
    await keepProblem(house.writer, problem, house.door.clock.now());
  }
  if (!breaksTheTree.includes(problem.what)) return;
  await haltTrail(house.writer, problem.sentence);
  throw new TrailBroken(problem.sentence);
}

/** Enters what one of the desk's own checks found. */
export const enterDoubt = (house: House, data: EventData["trail.doubted"]) =>
  enter(house, event("trail.doubted", data));

/** Enters that it no longer finds it. */
export const endDoubt = (house: House, check: EventData["trail.doubt-ended"]["check"]) =>
  enter(house, event("trail.doubt-ended", { check }));

const enter = (house: House, what: Parameters<typeof record>[0]) =>
  house.door.ledger.enact({ actor: worker, request: "watch", stream: "desk", decide: record(what) });
