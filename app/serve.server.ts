import { createServer, type Server } from "node:http";
import { broadcastDevReady, type ServerBuild } from "@remix-run/node";
import { record } from "domain/desk";
import { event } from "domain/event";
import type { Actor } from "domain/staff";
import { minutes } from "domain/time";
import { BadSettings, type Config, configOf } from "./config.server";
import { twoOriginsProblem } from "./config-problems.server";
import { holdAtStart } from "./desk/publish-checkpoint.server";
import { type House, TrailHalted } from "./door.server";
import { endOldHolders } from "./holder.server";
import { openReady } from "./ready.server";
import { endOldSessions } from "./staff.server";
import { webOf } from "./web.server";

/** EX_CONFIG of sysexits.h: started again as it is, it would end the same way. */
const badConfiguration = 78;

/** A server that listens, and how it is stopped: answers are finished, the stop is entered, the house closed. */
export interface Serving {
  house: House;
  server: Server;
  stop(): Promise<void>;
}

/** Serves until it is told to stop; a start that cannot be made is a sentence and exit code 78. */
export async function serve(build: ServerBuild, publicFolder: string): Promise<void> {
  // What the desk writes is its owner's: database, keys, uploads.
  process.umask(0o077);
  try {
    const serving = await start(configOf(process.env), build, publicFolder);
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stopped(serving));
    const { serve: side, ownUrl } = serving.house.door.config;
    console.log(`Countersign${side === "all" ? "" : ` (${side})`} is at ${ownUrl}`);
    if (build.mode === "development") await broadcastDevReady(build);
  } catch (error) {
    const lines =
      error instanceof BadSettings ? error.problems : [error instanceof Error ? error.message : String(error)];
    console.error(["Countersign did not start.", ...lines].join("\n"));
    process.exitCode = badConfiguration;
  }
}

/** Opens the house, looks that it can be worked in, enters the start, and listens where the settings say and nowhere else. */
export async function start(config: Config, build: ServerBuild, publicFolder: string): Promise<Serving> {
  const twoOrigins = twoOriginsProblem(config);
  if (twoOrigins !== null) throw new BadSettings([twoOrigins]);
  const house = await openReady(config);
  try {
    const server = createServer(webOf(house, build, publicFolder));
    await listening(server, config);
    const halted = await holdAtStart(house);
    if (halted) told(new TrailHalted(halted).message);
    else await enterDesk(house, event("desk.started", { process: "web", mode: config.mode }));
    const sweep = setInterval(() => {
      for (const endOld of [endOldSessions, endOldHolders]) void endOld(house).catch(told);
    }, sweepMs).unref();
    const stop = async () => {
      clearInterval(sweep);
      await closed(server);
      await enterDesk(house, event("desk.stopped", { process: "web" })).catch(told);
      await house.close();
    };
    return { house, server, stop };
  } catch (error) {
    await house.close();
    throw error;
  }
}

const sweepMs = minutes(5);
const finishWithinMs = 10_000;

function listening(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(new Error(`${host}:${port} cannot be listened on: ${error.message}.`)));
    server.listen(port, host, resolve);
  });
}

/** Takes no new connection, lets running answers end, and cuts what is left after ten seconds. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), finishWithinMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

const system: Actor = { id: "system", role: "system", auth: "none", session: null };
const enterDesk = (house: House, what: Parameters<typeof record>[0]) =>
  house.door.ledger.enact({ stream: "desk", actor: system, request: `web.${process.pid}`, decide: record(what) });

async function stopped(serving: Serving): Promise<void> {
  await serving.stop().catch(told);
  process.exit(0);
}

function told(error: unknown): void {
  console.error(error instanceof Error ? error.stack : String(error));
}
