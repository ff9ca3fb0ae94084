import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEnd } from "./ending.mjs";

/** The project's top folder, absolute, with a closing slash. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The path of a program that a package put into `node_modules/.bin`. */
export const bin = (name) => join(root, "node_modules", ".bin", name);

/** Runs a program in the project's folder and resolves to its exit code (1 when it could not be started or was ended by a signal) and, where `quiet`, what it printed. */
export function run(program, args, { env = {}, quiet = false } = {}) {
  const stdio = quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"];
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio });
  const forget = beforeEnd(() => end(child));
  const parts = [];
  child.stdout?.on("data", (part) => parts.push(part));
  child.stderr?.on("data", (part) => parts.push(part));
  return new Promise((resolve) => {
    const done = (code, extra = "") => {
      forget();
      resolve({ code, output: Buffer.concat(parts).toString() + extra });
    };
    child.on("error", (error) => done(1, `${program} could not be started: ${error.message}\n`));
    child.on("close", (code) => done(code ?? 1));
  });
}

/** Asks a child to end, makes it end after `patienceMs`, and resolves when it is gone. */
export function end(child, patienceMs = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

/** The folders of PATH, in order, without empty ones. */
export const pathFolders = () => (process.env.PATH ?? "").split(delimiter).filter(Boolean);
