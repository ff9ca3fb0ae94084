import { hostname } from "node:os";
import { type Millis, seconds } from "domain/time";

/** How a job names the process that works on it. */
export interface JobProcess {
  host: string;
  pid: number;
}
const silentMs: Millis = seconds(30);

/** This process, as jobs name it. */
export const thisProcess = (): JobProcess => ({ host: hostname(), pid: process.pid });

/**
 * Whether the process that has a job is gone: one on this machine is asked for, of one elsewhere only its silence tells;
 * `ours` says whether a job in this very process's name runs here.
 */
export function isGone(by: JobProcess | null, seenAt: string, ours: boolean): boolean {
  const here = by?.host === hostname();
  if (here && by?.pid === process.pid) return !ours;
  if (here && by && !isProcess(by.pid)) return true;
  return Date.now() - Date.parse(seenAt) > silentMs;
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
