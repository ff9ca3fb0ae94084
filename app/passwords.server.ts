import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB, two passes, one lane (OWASP, Password Storage). */
export const argon2 = { memoryCost: 19456, timeCost: 2, parallelism: 1 } as const;

/** Whose password it is: each kind waits in a line of its own, so that neither starves the other. */
export type Lane = "staff" | "holder";

/** So many wait already that one more would only wait in vain; nothing was tried. */
export class TooBusy extends Error {}

/** Hashes a password; waits its turn, so that sign-ins never take every core; throws TooBusy. */
export const hashPassword = (password: string, lane: Lane): Promise<string> =>
  inTurn(lane, () => hash(password.normalize("NFKC"), argon2));

/** Whether a password has this hash; with no hash it does the same work against one of its own and says no; throws TooBusy. */
export async function verifyPassword(stored: string | null, password: string, lane: Lane): Promise<boolean> {
  const right = await inTurn(lane, async () => verify(stored ?? (await nobodys()), password.normalize("NFKC")));
  return right && stored !== null;
}

let dummy: Promise<string> | null = null;

function nobodys(): Promise<string> {
  dummy ??= hash("nobody has this password", argon2);
  return dummy;
}

/** Of each lane at once: never every core for both, where there are cores to leave. */
const atOnce = Math.max(1, Math.floor((availableParallelism() - 1) / 2));
const mostWaiting = 50;
const lanes = { staff: newLane(), holder: newLane() };

function newLane(): { running: number; waiting: (() => void)[] } {
  return { running: 0, waiting: [] };
}

async function inTurn<T>(of: Lane, work: () => Promise<T>): Promise<T> {
  const lane = lanes[of];
  if (lane.running >= atOnce && lane.waiting.length >= mostWaiting) throw new TooBusy("Too many passwords wait.");
  if (lane.running < atOnce) lane.running += 1;
  else await new Promise<void>((go) => lane.waiting.push(go));
  try {
    return await work();
  } finally {
    // A place is handed on, never given up and taken again: nobody can slip in between.
    const next = lane.waiting.shift();
    if (next) next();
    else lane.running -= 1;
  }
}
