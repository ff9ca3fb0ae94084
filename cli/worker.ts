import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { defineCommand } from "citty";
import { hours, minutes, seconds } from "domain/time";
import { TrailBroken } from "~/checkpoint-door.server";
import { checkpointPlaces } from "~/delivery/checkpoint-places.server";
import { openDelivery } from "~/delivery/open.server";
import { answerAsked, sweepAsked } from "~/desk/answer-asked.server";
import { endGlasses } from "~/desk/break-glass.server";
import { worker as actor, deliverMessages } from "~/desk/deliver-messages.server";
import { finishingErasures } from "~/desk/finish-erasures.server";
import { flaggingLookups } from "~/desk/flag-lookups.server";
import { hardenAnswers } from "~/desk/harden-answers.server";
import { recoverImports, runWaitingImports } from "~/desk/import-directory.server";
import { checkpointing, holdAtStart, publishNow } from "~/desk/publish-checkpoint.server";
import { recordProcess } from "~/desk/record-process.server";
import { runDirectory } from "~/desk/run-directory.server";
import { runWaitingExports } from "~/desk/run-exports.server";
import { runHolds, sweepTickets } from "~/desk/run-holds.server";
import { samplingReviews } from "~/desk/sample-reviews.server";
import { sweepExports } from "~/desk/sweep-exports.server";
import { sweepUploads } from "~/desk/sweep-uploads.server";
import { type TrustedClock, trustClock } from "~/desk/trust-clock.server";
import { isVerificationDue, recordVerification } from "~/desk/verify-trail.server";
import { stepPauseMs, watching } from "~/desk/watch-trail.server";
import { type House, TrailHalted } from "~/door.server";
import { countEarlier } from "~/watch-door.server";
import { exit, withHouse } from "./house";
import { verifyApart } from "./verify-apart";

const pauseMs = 250;
const sweepEveryMs = seconds(5);
const sweepUploadsEveryMs = hours(1);
const sweepExportsEveryMs = minutes(1);
const idleMs = seconds(1);
const verifyPauseMs = seconds(30);
/** Of several workers, which one has the check of the trail. */
const processName = `${hostname()}:${process.pid}`;

/** Carries out what the outbox holds, ends holds, sweeps idle tickets, loads directories, makes exports; one or more may run. */
export const worker = defineCommand({
  meta: {
    name: "worker",
    description: "Send messages, end holds, sweep idle tickets, load directories, make exports.",
  },
  async run() {
    await withHouse(async (house) => {
      const stopping = stopController();
      const stop = stopping.signal;
      const step = stepOf(stopping);
      const halted = await holdAtStart(house);
      if (halted) throw new TrailHalted(halted);
      const clock = await trustClock(house);
      await recordProcess(house.door, actor, "worker", "started");
      await step("recovery", () => recoverImports(house));
      console.log("The worker is at work.");
      await Promise.all([
        deskLoop(house, clock, { stop, step }),
        directoryLoop(house, { stop, step }),
        accountsLoop(house, { stop, step }),
        checkpointLoop(house, { stop, step }),
        exportLoop(house, { stop, step }),
        watchLoop(house, { stop, step }),
        verifyLoop(house, { stop, step }),
      ]);
      await recordProcess(house.door, actor, "worker", "stopped");
      await publishNow(house);
      return exit.ok;
    });
  },
});

/** Messages and holds: never behind a long import. What is swept goes by time and not by turns, for one that sends many messages is long. */
async function deskLoop(house: House, clock: TrustedClock, { stop, step }: Turns): Promise<void> {
  const channels = openDelivery(house.door.config, house.door.clock.now);
  const sweep = sweeping(house, clock, step);
  for (let sweptAt = Number.NEGATIVE_INFINITY; !stop.aborted; ) {
    const answered = await step("asked", () => answerAsked(house));
    const sent = await step("messages", () => deliverMessages(house, channels));
    // Directly before what is done by the clock: sending can take a minute.
    const ended = await step("holds", async () => ((await clock.check()) ? runHolds(house) : 0));
    const isDue = performance.now() - sweptAt > sweepEveryMs;
    if (isDue) sweptAt = performance.now();
    const swept = isDue ? await sweep() : 0;
    if (answered + sent + ended + swept === 0) await pause(stop);
  }
}

/** Idle tickets, approvals to look at again, break-glass that is over, and searches that led to nothing. */
function sweeping(house: House, clock: TrustedClock, step: Turns["step"]): () => Promise<number> {
  const sampleReviews = samplingReviews(house);
  const flagLookups = flaggingLookups(house.door);
  return async () => {
    const swept = await step("sweep", async () => ((await clock.check()) ? sweepTickets(house.door) : 0));
    const drawn = await step("second reviews", sampleReviews);
    await step("asked before", () => sweepAsked(house));
    const closed = await step("glass", () => endGlasses(house.door));
    return swept + drawn + closed + (await step("lookups", flagLookups));
  };
}

/** Directories, what their uploads left behind, what erasures still owe, and the hardening of their answers, in the background. */
async function directoryLoop(house: House, { stop, step }: Turns): Promise<void> {
  const finishErasures = finishingErasures(house);
  for (let sweptAt = Number.NEGATIVE_INFINITY; !stop.aborted; ) {
    if (performance.now() - sweptAt > sweepUploadsEveryMs) {
      await step("uploads", () => sweepUploads(house));
      sweptAt = performance.now();
    }
    await step("erasures", finishErasures);
    const imported = await step("imports", () => runWaitingImports(house));
    const hardened = await step("hardening", () => hardenAnswers(house, stop));
    if (imported + hardened === 0) await pause(stop);
  }
}

/** Redemptions on their way to the directory that accounts live in; one that does not answer keeps nothing else waiting. */
async function accountsLoop(house: House, { stop, step }: Turns): Promise<void> {
  while (!stop.aborted) if ((await step("directory", () => runDirectory(house))) === 0) await pause(stop);
}

/** Bundles, one after another, and the files of old ones; a long one keeps nothing else waiting. */
async function exportLoop(house: House, { stop, step }: Turns): Promise<void> {
  for (let sweptAt = Number.NEGATIVE_INFINITY; !stop.aborted; ) {
    if (performance.now() - sweptAt > sweepExportsEveryMs) {
      await step("exports", () => sweepExports(house));
      sweptAt = performance.now();
    }
    if ((await step("export", () => runWaitingExports(house, stop))) === 0) await pause(stop);
  }
}

/** Publishes heads and carries them outside; a witness that does not answer keeps nothing else waiting. */
async function checkpointLoop(house: House, { stop, step }: Turns): Promise<void> {
  const turn = checkpointing(house, checkpointPlaces(house.door.config));
  while (!stop.aborted) if ((await step("checkpoint", turn)) === 0) await pause(stop);
}

/** Checks the trail step by step and without end, once it has counted what staff looked at before that was counted. */
async function watchLoop(house: House, { stop, step }: Turns): Promise<void> {
  const turn = watching(house, processName);
  while (!stop.aborted) {
    const counted = await step("readings", () => countEarlier(house.writer));
    const moved = await step("watch", turn);
    await pause(stop, counted + moved === 0 ? idleMs : stepPauseMs);
  }
}

/** Verifies the whole database when it is due, in a process of its own. */
async function verifyLoop(house: House, { stop, step }: Turns): Promise<void> {
  for (; !stop.aborted; await pause(stop, verifyPauseMs))
    await step("verification", async () => {
      const verdict = (await isVerificationDue(house, processName)) ? await verifyApart(stop) : null;
      if (verdict) await recordVerification(house, verdict);
      return verdict ? 1 : 0;
    });
}

interface Turns {
  stop: AbortSignal;
  step: ReturnType<typeof stepOf>;
}

/** One turn of a loop: an error is said and the next turn tries again; a trail that is halted ends the worker. */
const stepOf =
  (stopping: AbortController) =>
  async (name: string, work: () => Promise<number>): Promise<number> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof TrailHalted || error instanceof TrailBroken) stopping.abort();
      console.error(`${name}: ${error instanceof Error ? error.message : "unknown error"}`);
      return 0;
    }
  };

const pause = (stop: AbortSignal, ms = pauseMs): Promise<unknown> =>
  sleep(ms, undefined, { signal: stop }).catch(() => undefined);

/** Aborts on SIGTERM or SIGINT: what is under way is finished first. */
function stopController(): AbortController {
  const controller = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => controller.abort());
  return controller;
}
