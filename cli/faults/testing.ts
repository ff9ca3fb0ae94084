import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { EngineKind } from "db/engine";
import { type Droppable, makePlace } from "db/place";
import type { Actor, Role } from "domain/staff";
import { build } from "esbuild";
import { configOf } from "~/config.server";
import { addStaff } from "~/desk/add-staff.server";
import { enrolForDemo } from "~/desk/demo-authenticator.server";
import { importDirectory } from "~/desk/import-directory.server";
import { type House, openHouse } from "~/door.server";
import { accountByUsername } from "~/facts.server";
import { makeKeys } from "~/secrets.server";
import { atTheCommandLine } from "../house";
import type { CaseFile, Lane } from "./case-file";
import type { Job } from "./child";
import { writeDirectory } from "./directory";

/** A desk on a database of its own, and the program that works at it in other processes. */
export interface FaultDesk {
  place: Droppable;
  env: NodeJS.ProcessEnv;
  house: House;
  file: CaseFile;
  /** Starts a process at this desk. */
  start(job: Job, wrapper?: readonly string[]): Child;
  drop(): Promise<void>;
}
/** A process at the desk: every line it said, in order, and its end. */
export interface Child {
  process: ChildProcess;
  lines: string[];
  /** The first line from `from` on that begins with this word; throws when the process ends without saying it. */
  says(word: string, from?: number): Promise<string>;
  ended: Promise<void>;
}

/** Opens a desk with so many lanes and holders on a new database of an engine. */
export async function openFaultDesk(kind: EngineKind, size: { lanes: number; holders: number }): Promise<FaultDesk> {
  const place = await makePlace(kind);
  return { ...(await furnish(place, size)), place };
}

/** Makes keys, staff and a directory at a place whose database is migrated. */
export async function furnish(place: Droppable, size: { lanes: number; holders: number }): Promise<FaultDesk> {
  const env = envOf(place);
  makeKeys(join(place.folder, "secrets"));
  const house = openHouse(configOf(env), env);
  const file = await staffed(house, place.folder, size);
  const caseFile = join(place.folder, "case.json");
  writeFileSync(caseFile, JSON.stringify(file));
  const program = await bundled();
  const drop = async () => {
    await house.close();
    rmSync(program, { force: true });
    await place.drop();
  };
  const start: FaultDesk["start"] = (job, wrapper = []) =>
    started([...wrapper, process.execPath, program, caseFile, JSON.stringify(job)], env);
  return { place, env, house, file, start, drop };
}

const envOf = (place: Droppable): NodeJS.ProcessEnv => ({
  ...process.env,
  COUNTERSIGN_MODE: "test",
  COUNTERSIGN_DATABASE_URL: place.url,
  COUNTERSIGN_KEYS_URL: place.keysUrl,
  COUNTERSIGN_SECRETS_DIR: join(place.folder, "secrets"),
  COUNTERSIGN_CLOCK_FILE: join(place.folder, "clock.json"),
  COUNTERSIGN_MAIL_URL: `folder:${join(place.folder, "mail")}`,
  COUNTERSIGN_SMS_URL: `folder:${join(place.folder, "mail")}`,
});

async function staffed(house: House, folder: string, size: { lanes: number; holders: number }): Promise<CaseFile> {
  const holders = writeDirectory(join(folder, "directory"), size.holders);
  const lanes: Lane[] = [];
  for (let n = 0; n < size.lanes; n += 1) {
    const [agent, one, two] = [
      await hire(house, `agent-${n}`, "agent"),
      await hire(house, `one-${n}`, "supervisor"),
      await hire(house, `two-${n}`, "supervisor"),
    ];
    lanes.push({ agent, supervisors: [one, two] });
  }
  const who = { actor: atTheCommandLine(), request: "faults" };
  const { refused } = await importDirectory(house, who, { folder: join(folder, "directory"), strict: true });
  if (refused) throw new Error(refused);
  const known = await Promise.all(
    holders.map(async (h) => ({ ...h, account: (await accountByUsername(house.door, h.username)) ?? "" })),
  );
  return {
    lanes,
    holders: known,
    mailFolder: join(folder, "mail"),
    clockFile: join(folder, "clock.json"),
    deliveries: join(folder, "deliveries.txt"),
  };
}

async function hire({ door }: House, name: string, role: Role): Promise<Actor> {
  const who = { actor: atTheCommandLine(), request: "faults" };
  const added = await addStaff(door, who, { signInName: name, displayName: name, role, password: null });
  if (added.refused || !added.id) throw new Error(`${name} could not be hired: ${added.refused}.`);
  await enrolForDemo(door, who, added.id);
  return { id: `staff:${added.id}`, role, auth: "demo", session: null };
}

const native = ["better-sqlite3", "@node-rs/argon2", "sharp", "pg", "@zxcvbn-ts/*"];

/** One file that starts quickly, for processes that are started two hundred times; it lies in the project to find its packages. */
async function bundled(): Promise<string> {
  const outfile = resolve(".cache/faults", `child-${process.pid}-${Date.now()}.mjs`);
  const needed = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
  await build({
    entryPoints: ["cli/faults/child.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: native,
    banner: { js: needed },
    logLevel: "error",
  });
  return outfile;
}

function started(command: readonly string[], env: NodeJS.ProcessEnv): Child {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { env, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin?.on("error", () => undefined);
  const lines: string[] = [];
  const heard = new Set<() => void>();
  const tell = () => {
    for (const one of heard) one();
  };
  if (!child.stdout) throw new Error("The process has no standard output.");
  const reading = createInterface({ input: child.stdout });
  reading.on("line", (line) => {
    lines.push(line);
    tell();
  });
  let over = false;
  const ended = Promise.all([once(reading, "close"), once(child, "exit")]).then(() => {
    over = true;
    tell();
  });
  const says: Child["says"] = (word, from = 0) =>
    new Promise((found, lost) => {
      const look = () => {
        const line = lines.slice(from).find((l) => l === word || l.startsWith(`${word} `));
        if (line === undefined && !over) return;
        heard.delete(look);
        if (line === undefined)
          lost(new Error(`The process ended without saying "${word}": ${lines.slice(-3).join(" / ")}`));
        else found(line);
      };
      heard.add(look);
      look();
    });
  return { process: child, lines, says, ended };
}
