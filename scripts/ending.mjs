const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const cleanups = new Set();
let ending = false;
let listening = false;
let ordinary = false;

/** Runs `cleanup` (which may take its time) when a signal ends this process, before it exits with 128 plus the signal's number; returns a function that takes it back. */
export function beforeEnd(cleanup) {
  cleanups.add(cleanup);
  if (!listening) for (const signal of Object.keys(SIGNAL_NUMBERS)) process.on(signal, endBy);
  listening = true;
  return () => cleanups.delete(cleanup);
}

/** Whether a signal is ending this process: what it started ends because of that. */
export const isEnding = () => ending;

/** From now on a signal is the ordinary way to end this process, and its exit code is 0. */
export function endOrdinarilyBySignal() {
  ordinary = true;
}

/** Runs every cleanup now: what this process started is ended when it resolves. */
export async function cleanUp() {
  await Promise.allSettled([...cleanups].map((cleanup) => cleanup()));
}

async function endBy(signal) {
  if (ending) return;
  ending = true;
  await cleanUp();
  process.exit(ordinary ? 0 : 128 + SIGNAL_NUMBERS[signal]);
}
