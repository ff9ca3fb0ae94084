import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { FOLDER } from "./demo-settings.mjs";
import { root } from "./run.mjs";

const LAST_PORT = join(root, FOLDER, "port.txt");

/** Throws one sentence where nothing may listen on this port of 127.0.0.1 now. */
export function refuseWhereTaken(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", ({ code }) => reject(new Error(sentence(port, code))));
    probe.listen(port, "127.0.0.1", () => probe.close(resolve));
  });
}

/** Throws one sentence where a demo already works on the same data, on whichever port. */
export async function refuseWhereRunning() {
  if (!existsSync(LAST_PORT)) return;
  const port = Number(readFileSync(LAST_PORT, "utf8"));
  if (await answers(port))
    throw new Error(`A demo already runs on this data at http://127.0.0.1:${port}: end it first.`);
}

/** Notes where this demo listens, for `refuseWhereRunning`, until this process ends. */
export function notePort(port) {
  writeFileSync(LAST_PORT, String(port));
  process.once("exit", () => rmSync(LAST_PORT, { force: true }));
}

/** True when a Countersign on this port of 127.0.0.1 says that it is well. */
export async function answers(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

function sentence(port, code) {
  if (code === "EADDRINUSE")
    return `Port ${port} of 127.0.0.1 is taken: end what listens there, or choose another port with PORT.`;
  return `Nothing may listen on port ${port} of 127.0.0.1 (${code}): choose another port with PORT.`;
}
