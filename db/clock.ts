import { readFileSync } from "node:fs";
import type { Instant, Millis } from "domain/time";

/** The one clock: read after the lock; a demo or a test may shift it by a file that web and worker both read. */
export interface Clock {
  now(): Instant;
}

/** The machine's clock, shifted by `{"aheadMs": N}` in `shiftFile` where one is given. */
export function openClock(shiftFile: string | null): Clock {
  return { now: () => Date.now() + (shiftFile ? aheadMs(shiftFile) : 0) };
}

function aheadMs(file: string): Millis {
  try {
    const ahead: unknown = JSON.parse(readFileSync(file, "utf8")).aheadMs;
    return typeof ahead === "number" && Number.isFinite(ahead) ? ahead : 0;
  } catch {
    // No file yet means no shift; a half-written one is read again at the next call.
    return 0;
  }
}
