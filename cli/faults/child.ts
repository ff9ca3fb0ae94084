import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { configOf } from "~/config.server";
import { openHouse } from "~/door.server";
import { type Death, say, telling } from "./acknowledge";
import { type CarryJob, carry, work } from "./carry";
import type { CaseFile } from "./case-file";
import { type Race, race } from "./races";

/** What a process of a fault test does. */
export type Job = Death & (({ do: "carry" } & CarryJob) | { do: "work" } | { do: "race" });

/** A desk's process of its own: `child CASE-FILE JOB`, to be killed in the middle of anything. */
const [caseFile = "", job = "{}"] = process.argv.slice(2);
try {
  await run(JSON.parse(readFileSync(caseFile, "utf8")) as CaseFile, JSON.parse(job) as Job);
} catch (error) {
  say(`failed ${error instanceof Error ? error.stack?.replaceAll("\n", " | ") : String(error)}`);
  process.exitCode = 1;
}

async function run(file: CaseFile, todo: Job): Promise<void> {
  const house = telling(openHouse(configOf(process.env)), todo);
  say("ready");
  if (todo.do === "carry") await carry(house, file, todo);
  if (todo.do === "work") await work(house, file);
  if (todo.do === "race") await raceOnDemand();
  await house.close();
  say("done");

  async function raceOnDemand(): Promise<void> {
    for await (const line of createInterface({ input: process.stdin })) {
      say(`raced ${JSON.stringify(await race(house, JSON.parse(line) as Race))}`);
    }
  }
}
