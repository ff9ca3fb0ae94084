import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import type { Verdict } from "db/verify";

/**
 * Runs `countersign verify` in a process of its own, behind everything else the machine has to do, so that neither desk nor
 * worker waits for it; null when it was told to stop or ended without a verdict.
 */
export function verifyApart(stop: AbortSignal): Promise<Verdict | null> {
  const [node, program = ""] = process.argv;
  const child = spawn(node ?? process.execPath, [...process.execArgv, program, "verify", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const end = () => child.kill();
  stop.addEventListener("abort", end, { once: true });
  if (child.pid !== undefined) putLast(child.pid);
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  return new Promise((resolve) => {
    const done = () => {
      stop.removeEventListener("abort", end);
      resolve(verdictIn(Buffer.concat(parts).toString("utf8")));
    };
    child.once("error", done);
    child.once("close", done);
  });
}

function putLast(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // A machine that does not know priorities, or a process that has ended already.
  }
}

function verdictIn(said: string): Verdict | null {
  try {
    return JSON.parse(said) as Verdict;
  } catch {
    return null;
  }
}
