import { setTimeout as sleep } from "node:timers/promises";
import { days, minutes } from "domain/time";
import { caseNow } from "~/desk/case.server";
import type { House } from "~/door.server";
import { say } from "./acknowledge";
import type { CaseFile } from "./case-file";
import { openSharedClock } from "./clock";
import { workOnce } from "./deliveries";
import { pastHoldMs, type Step, type Telling, takeStep, ticketOf } from "./story";

export interface CarryJob {
  /** Each lane of the desk takes one holder a batch. */
  fromBatch: number;
  /** The first batch that is not begun. */
  untilBatch: number;
  /** Whether this process also does the worker's turns, so that its changes come one after another. */
  alone: boolean;
}
const restMs = 5;
const patienceMs = 400;

/** Carries batches of tickets through the whole story, all lanes at once; says `batch N` before each. */
export async function carry(house: House, file: CaseFile, job: CarryJob): Promise<void> {
  for (let batch = job.fromBatch; batch < job.untilBatch; batch += 1) {
    say(`batch ${batch}`);
    await carryBatch(house, file, job.alone, batch);
  }
}

/** A worker's process: turn after turn until it is ended from outside. */
export async function work(house: House, file: CaseFile): Promise<never> {
  for (;;) if ((await workOnce(house, file)) === 0) await sleep(restMs);
}

async function carryBatch(house: House, file: CaseFile, alone: boolean, batch: number): Promise<void> {
  const clock = openSharedClock(file.clockFile);
  const tellings = file.lanes.flatMap((lane, n): Telling[] => {
    const holder = file.holders[batch * file.lanes.length + n];
    return holder ? [{ door: house.door, file, clock, lane, holder }] : [];
  });
  let stillSince = Date.now();
  for (;;) {
    const steps = await Promise.all(tellings.map(alone ? (t) => takeStep(t) : hurry));
    const worked = alone ? await workOnce(house, file) : 0;
    if (steps.every((s) => s === "ended")) return;
    if (worked > 0 || steps.includes("did")) stillSince = Date.now();
    else stillSince = await rest(tellings, steps, stillSince);
  }
}

/** Takes steps as long as there are any to take. */
async function hurry(t: Telling): Promise<Step> {
  for (let steps = 0; ; steps += 1) {
    const step = await takeStep(t);
    if (step !== "did") return steps > 0 && step === "waits" ? "did" : step;
  }
}

/** Nobody can go on: past the holds, then past the locks, when all wait for theirs; a little time when a message of a dead worker is leased. */
async function rest(tellings: Telling[], steps: Step[], stillSince: number): Promise<number> {
  await sleep(restMs);
  if (!steps.includes("waits")) await passHolds(tellings);
  if (steps.every((s) => s === "locked" || s === "ended")) tellings[0]?.clock.pass(days(1));
  if (Date.now() - stillSince < patienceMs) return stillSince;
  tellings[0]?.clock.pass(minutes(1));
  return Date.now();
}

async function passHolds(tellings: Telling[]): Promise<void> {
  for (const t of tellings) {
    const ref = await ticketOf(t);
    const ends = ref && (await caseNow(t.door, ref)).ticket?.hold?.endsAt;
    if (ends) t.clock.reach(ends + pastHoldMs);
  }
}
