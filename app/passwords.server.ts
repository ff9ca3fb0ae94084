import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB, two passes, one lane (OWASP, Password Storage). */
export const argon2 = { memoryCost: 19456, timeCost: 2, parallelism: 1 } as const;

/** Hashes a password; waits its turn, so that sign-ins never take every core. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize("NFKC"), argon2));

/** Whether a password has this hash; with no hash it does the same work against one of its own and says no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await inTurn(async () => verify(stored ?? (await nobodys()), password.normalize("NFKC")));
  return right && stored !== null;
}

let dummy: Promise<string> | null = null;

function nobodys(): Promise<string> {
  dummy ??= hash("nobody has this password", argon2);
  return dummy;
}

const atOnce = Math.max(1, availableParallelism() - 1);
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < atOnce) running += 1;
  else await new Promise<void>((go) => waiting.push(go));
  try {
    return await work();
  } finally {
    // A place is handed on, never given up and taken again: nobody can slip in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
