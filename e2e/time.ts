import { renameSync, writeFileSync } from "node:fs";

/** The desk's clock, which web and worker both read from a file. */
export interface DeskClock {
  file: string;
  now(): number;
  /** Lets time pass for the desk, at once. */
  pass(ms: number): void;
}

export const seconds = (n: number): number => n * 1000;
export const minutes = (n: number): number => seconds(n * 60);
export const hours = (n: number): number => minutes(n * 60);
export const days = (n: number): number => hours(n * 24);

/** A clock that starts at the machine's time and is only ever ahead of it. */
export function openClock(file: string): DeskClock {
  let aheadMs = 0;
  const write = () => {
    // Renamed into place, so that nobody reads half of it.
    writeFileSync(`${file}.new`, JSON.stringify({ aheadMs }));
    renameSync(`${file}.new`, file);
  };
  write();
  return {
    file,
    now: () => Date.now() + aheadMs,
    pass: (ms) => {
      aheadMs += ms;
      write();
    },
  };
}
