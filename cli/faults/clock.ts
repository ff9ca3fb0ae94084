import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Instant, Millis } from "domain/time";

/** The shared clock of a test, moved as one: whoever reads it sees the shift before or after, never half of it. */
export interface SharedClock {
  pass(by: Millis): void;
  /** Moves the clock to a time, never back. */
  reach(time: Instant): void;
}

/** Opens the clock in a file; one process at a time may move it. */
export function openSharedClock(file: string): SharedClock {
  const move = (aheadMs: Millis) => {
    writeFileSync(`${file}.next`, JSON.stringify({ aheadMs }));
    renameSync(`${file}.next`, file);
  };
  return {
    pass: (by) => move(aheadIn(file) + by),
    reach: (time) => move(Math.max(aheadIn(file), Math.round(time - Date.now()))),
  };
}

function aheadIn(file: string): Millis {
  try {
    return Number(JSON.parse(readFileSync(file, "utf8")).aheadMs);
  } catch {
    return 0;
  }
}
