import { setTimeout as sleep } from "node:timers/promises";
import { defineCommand } from "citty";
import { TrailBroken } from "~/checkpoint-door.server";
import { checkpointPlaces } from "~/delivery/checkpoint-places.server";
import { openDelivery } from "~/delivery/open.server";
import { worker as actor, deliverMessages } from "~/desk/deliver-messages.server";
import { hardenAnswers } from "~/desk/harden-answers.server";
import { recoverImports, runWaitingImports } from "~/desk/import-directory.server";
import { checkpointing, holdAtStart, publishNow } from "~/desk/publish-checkpoint.server";
import { recordProcess } from "~/desk/record-process.server";
import { runHolds, sweepTickets } from "~/desk/run-holds.server";
import { watchClock } from "~/desk/watch-clock.server";
import { type House, TrailHalted } from "~/door.server";
import { exit, withHouse } from "./house";

const pauseMs = 250;
const sweepEvery = 20;

/** Carries out what the outbox holds, ends holds, sweeps idle tickets, loads directories; one or more may run. */
export const worker = defineCommand({
  meta: { name: "worker", description: "Send messages, end holds, sweep idle tickets, load directories." },
  async run() {
    await withHouse(async (house) => {
      const stopping = stopController();
      const stop = stopping.signal;
      const halted = await holdAtStart(house);
      if (halted) throw new TrailHalted(halted);
      await recordProcess(house.door, actor, "worker", "started");
      await recoverImports(house);
      console.log("The worker is at work.");
      await Promise.all([deskLoop, directoryLoop, checkpointLoop].map((loop) => loop(house, stop, stopping)));
      await recordProcess(house.door, actor, "worker", "stopped");
      await publishNow(house);
      return exit.ok;
    });
  },
});

/** Messages and holds: never behind a long import. */
async function deskLoop(house: House, stop: AbortSignal, stopping: AbortController): Promise<void> {
  const channels = openDelivery(house.door.config);
  const clock = watchClock(house.door);
  for (let turn = 0; !stop.aborted; turn += 1) {
    const taken = await step("desk", stopping, async () => {
      await clock();
      const sent = await deliverMessages(house, channels);
      const ended = await runHolds(house);
      const swept = turn % sweepEvery === 0 ? await sweepTickets(house.door) : 0;
      return sent + ended + swept;
    });
    if (taken === 0) await pause(stop);
  }
}

/** Directories and the hardening of their answers, in the background. */
async function directoryLoop(house: House, stop: AbortSignal, stopping: AbortController): Promise<void> {
  while (!stop.aborted) {
    const taken = await step(
      "directory",
      stopping,
      async () => (await runWaitingImports(house)) + (await hardenAnswers(house, stop)),
    );
    if (taken === 0) await pause(stop);
  }
}

/** Publishes heads and carries them outside; a witness that does not answer keeps nothing else waiting. */
async function checkpointLoop(house: House, stop: AbortSignal, stopping: AbortController): Promise<void> {
  const turn = checkpointing(house, checkpointPlaces(house.door.config));
  while (!stop.aborted) if ((await step("checkpoint", stopping, turn)) === 0) await pause(stop);
}

/** One turn of a loop: an error is said and the next turn tries again; a trail that is halted ends the worker. */
async function step(name: string, stopping: AbortController, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TrailHalted || error instanceof TrailBroken) stopping.abort();
    console.error(`${name}: ${error instanceof Error ? error.message : "unknown error"}`);
    return 0;
  }
}

const pause = (stop: AbortSignal): Promise<unknown> =>
  sleep(pauseMs, undefined, { signal: stop }).catch(() => undefined);

/** Aborts on SIGTERM or SIGINT: what is under way is finished first. */
function stopController(): AbortController {
  const controller = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => controller.abort());
  return controller;
}
