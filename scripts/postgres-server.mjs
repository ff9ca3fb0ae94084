import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;
const TRIES = 3;
const SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=on", "max_connections=200"];

/** Starts the server of an initialised folder on a free port, as the folder's owner, keeps it in `home.server`, and resolves to its URL when it accepts connections. */
export async function startServer(home) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    home.server = spawnServer(home, port);
    const problem = await readyOrProblem(home.server);
    if (!problem) return `postgres://postgres@127.0.0.1:${port}/postgres`;
    await stopServer(home.server);
    if (attempt === TRIES) throw new Error(`PostgreSQL did not start: ${problem}.`);
  }
}

/** Resolves when the server is gone: fast shutdown (SIGINT), then immediate shutdown (SIGQUIT) where that takes too long. */
export function stopServer(server) {
  if (!server?.pid || server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => server.kill("SIGQUIT"), STOP_LIMIT_MS);
    server.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    server.kill("SIGINT");
  });
}

/** The server's environment, without the caller's PG* settings. */
export const serverEnv = () => ({ PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" });

function spawnServer(home, port) {
  const settings = [...SETTINGS, `port=${port}`].flatMap((setting) => ["-c", setting]);
  const [program, ...args] = [...endingWithUs(), join(home.binaries, "postgres"), "-D", home.data, ...settings];
  const stdio = ["ignore", "ignore", "pipe"];
  return spawn(program, args, { ...home.owner, cwd: home.folder, env: serverEnv(), stdio, detached: true });
}

/** Where the machine has util-linux, the kernel stops the server even when this process is killed outright. */
function endingWithUs() {
  const wrapper = ["setpriv", "--pdeathsig", "INT"];
  return spawnSync(wrapper[0], [...wrapper.slice(1), "true"]).status === 0 ? wrapper : [];
}

/** Resolves to undefined when the server is ready, else to its last line; goes on reading, so that the server never blocks on a full pipe. */
function readyOrProblem(server) {
  let tail = "";
  return new Promise((resolve) => {
    const settle = (problem) => {
      clearTimeout(limit);
      resolve(problem);
    };
    const limit = setTimeout(() => settle(`it was not ready after ${START_LIMIT_MS / 1000} s`), START_LIMIT_MS);
    server.stderr.on("data", (part) => {
      tail = (tail + part).slice(-2_000);
      if (tail.includes("ready to accept connections")) settle(undefined);
    });
    server.on("error", (error) => settle(error.message));
    server.on("close", () => settle(tail.trim().split("\n").at(-1) || "it ended without a message"));
  });
}

/** A port free a moment ago: another program may take it before the server does, hence the tries. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
