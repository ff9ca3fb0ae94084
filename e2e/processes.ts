import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
export interface Ran {
  code: number;
  out: string;
  err: string;
}
/** A process of the desk, with what it said so far. */
export interface Running {
  said(): string;
  /** Ends it, by its id, and resolves when it is gone. */
  end(): Promise<void>;
}
type Env = Record<string, string>;

/** Runs `countersign ARGS` to its end. */
export function countersign(env: Env, args: string[]): Promise<Ran> {
  const child = start(env, [...cli, ...args]);
  const out = collect(child.stdout);
  const err = collect(child.stderr);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, out: out(), err: err() }));
  });
}

/** Starts the web process as it is built, and resolves once it answers. */
export const startWeb = (env: Env): Promise<Running> =>
  started("web", start(env, ["build/index.js"]), async () => answers(`${env.COUNTERSIGN_BASE_URL}/healthz`));

/** Starts the worker, and resolves once it is at work. */
export const startWorker = (env: Env): Promise<Running> =>
  started("worker", start(env, [...cli, "worker"]), async (said) => said.includes("at work"));

/** A port nothing listens on. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const cli = ["build/cli/countersign.js"];
const startsWithinMs = 90_000;
const endsWithinMs = 5_000;
const lookEveryMs = 50;

const start = (env: Env, args: string[]): ChildProcess =>
  spawn(process.execPath, args, {
    cwd: root,
    env: { ...clean(), ...env } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });

/** The machine's settings without any of a desk's. */
function clean(): Env {
  const kept = Object.entries(process.env).filter(([name]) => !/^(COUNTERSIGN_|PORT$|HOST$|NODE_OPTIONS$)/.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? ""]));
}

async function started(name: string, child: ChildProcess, ready: (said: string) => Promise<boolean>): Promise<Running> {
  const out = collect(child.stdout);
  const err = collect(child.stderr);
  const said = () => `${out()}${err()}`;
  const orphan = () => child.kill("SIGKILL");
  process.once("exit", orphan);
  const end = async () => {
    await ended(child);
    process.off("exit", orphan);
  };
  const until = Date.now() + startsWithinMs;
  while (!(await ready(said()))) {
    if (child.exitCode !== null || Date.now() > until) {
      await end();
      throw new Error(`The ${name} process did not start. It said:\n${said()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  return { said, end };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill("SIGKILL"), endsWithinMs);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const parts: Buffer[] = [];
  stream?.on("data", (part: Buffer) => parts.push(part));
  return () => Buffer.concat(parts).toString();
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );
