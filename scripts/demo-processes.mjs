import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { COMMAND_LINE } from "./build.mjs";
import { answers, notePort } from "./demo-port.mjs";
import { FOLDER } from "./demo-settings.mjs";
import { beforeEnd, isEnding } from "./ending.mjs";
import { end, root } from "./run.mjs";

const READY_LIMIT_MS = 60_000;
const LINES_SHOWN = 20;
const COMMANDS = {
  web: ["build/index.js"],
  worker: [COMMAND_LINE, "worker"],
};

/** Starts web and worker and resolves once the web answers; `unexpectedEnd` rejects with the reason when one of them ends by itself. */
export async function startProcesses(port) {
  console.log("Starting web and worker …");
  notePort(port);
  const processes = Object.entries(COMMANDS).map(([name, args]) => start(name, args));
  const unexpectedEnd = Promise.race(processes.map(({ ended }) => ended));
  unexpectedEnd.catch(() => {});
  const children = processes.map(({ child }) => child);
  beforeEnd(() => Promise.all(children.map((child) => end(child))));
  await Promise.race([unexpectedEnd, answering(port)]);
  return { unexpectedEnd };
}

/** In a group of its own, so that Ctrl-C reaches it once, through this process. */
function start(name, args) {
  const logPath = join(root, FOLDER, `${name}.log`);
  const log = openSync(logPath, "w");
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", log, log], detached: true });
  closeSync(log);
  const ended = new Promise((_resolve, reject) => {
    child.on("error", (error) => reject(new Error(`The ${name} could not be started: ${error.message}.`)));
    child.on(
      "exit",
      (code, signal) => isEnding() || reject(new Error(epitaph(name, signal ?? `code ${code}`, logPath))),
    );
  });
  return { child, ended };
}

function epitaph(name, how, logPath) {
  const last = readFileSync(logPath, "utf8").trimEnd().split("\n").slice(-LINES_SHOWN).join("\n");
  return `The ${name} ended by itself (${how}), so the demo ends. Its last lines, from ${FOLDER}/${name}.log:\n${last}`;
}

async function answering(port) {
  const limit = Date.now() + READY_LIMIT_MS;
  while (!(await answers(port))) {
    if (Date.now() > limit)
      throw new Error(`The web did not answer within ${READY_LIMIT_MS / 1000} s; see ${FOLDER}/web.log.`);
    await pause(200);
  }
}
