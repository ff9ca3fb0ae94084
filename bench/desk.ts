import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Droppable, emptyPlace } from "db/place";
import { sampleFolder } from "../e2e/holders";
import { countersign, freePort, type Running, startWeb, startWorker } from "../e2e/processes";
import { settingsOf } from "../e2e/settings";

/** A desk with the sample directory and an agent signed in, served and worked. */
export interface BenchDesk {
  env: Record<string, string>;
  place: Droppable;
  /** A page as the agent's browser asks for it. */
  get(path: string): Promise<number>;
  close(): Promise<void>;
}

/** Opens a desk of one engine on a place of its own. */
export async function openBenchDesk(
  kind: "sqlite" | "postgres",
  settings: Record<string, string> = {},
): Promise<BenchDesk> {
  const place = await emptyPlace(kind);
  mkdirSync(join(place.folder, "mail"), { recursive: true });
  const port = await freePort();
  const env = {
    ...settingsOf(place, { web: port, mail: port, texts: port }),
    COUNTERSIGN_MAIL_URL: `folder:${place.folder}/mail`,
    ...settings,
  };
  for (const args of [
    ["keys", "new"],
    ["migrate"],
    ["import", sampleFolder],
    ["staff", "add", "Ada", "--role", "agent"],
  ])
    await ran(env, args);
  const running: Running[] = await Promise.all([startWeb(env), startWorker(env)]);
  const { cookie } = JSON.parse(await ran(env, ["session", "Ada"])) as { cookie: { name: string; value: string } };
  const headers = { Cookie: `${cookie.name}=${cookie.value}` };
  return {
    env,
    place,
    get: async (path) => {
      const started = performance.now();
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: "manual" });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      return performance.now() - started;
    },
    close: async () => {
      await Promise.all(running.map((one) => one.end()));
      await place.drop();
    },
  };
}

async function ran(env: Record<string, string>, args: string[]): Promise<string> {
  const { code, out, err } = await countersign(env, args);
  if (code !== 0) throw new Error(`countersign ${args.join(" ")} ended with ${code}: ${err}`);
  return out;
}

const askEveryMs = 250;

/** Asks for the queue again and again, one request at a time, until something else is done. */
export async function asked({ get }: BenchDesk, until: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let over = false;
  void until.finally(() => {
    over = true;
  });
  while (!over) {
    times.push(await get("/queue"));
    await sleep(askEveryMs);
  }
  return times;
}
