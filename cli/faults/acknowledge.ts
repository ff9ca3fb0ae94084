import { writeSync } from "node:fs";
import type { House, Outcome } from "~/door.server";

/** One entry of an acknowledged change, as the process that made it told it before it may have been killed. */
export interface Acknowledged {
  seq: number;
  type: string;
  object: string | null;
  request: string;
}
/** How often each compare of something typed ran in this process. */
export interface Compares {
  answers: number;
  serials: number;
}

/** When a process kills itself, by SIGKILL: right after so many acknowledged changes, or after one with an entry of this type. */
export interface Death {
  dieAfter?: number;
  dieAt?: string;
}

/**
 * The same house, whose door says each change on standard output in one line: `ask REQUEST` before it, `ack JSON` once it
 * is acknowledged.
 */
export function telling(house: House, { dieAfter, dieAt }: Death): House {
  let acknowledged = 0;
  const enact: House["door"]["ledger"]["enact"] = async (command) => {
    say(`ask ${command.request}`);
    const outcome = await house.door.ledger.enact(command);
    say(`ack ${JSON.stringify(entriesOf(outcome, command.request))}`);
    acknowledged += 1;
    if (acknowledged === dieAfter || outcome.events.some((e) => e.type === dieAt)) process.kill(process.pid, "SIGKILL");
    return outcome;
  };
  return { ...house, door: { ...house.door, ledger: { enact } } };
}

/** The same house, which counts compares: each answer compared takes one keyed hash, each serial one look-alike key. */
export function counting(house: House): { house: House; compares: Compares } {
  const compares = { answers: 0, serials: 0 };
  const { secrets } = house.door;
  const counted: typeof secrets = {
    ...secrets,
    answer: (of, normalised) => {
      compares.answers += 1;
      return secrets.answer(of, normalised);
    },
    lookup: (kind, value) => {
      if (kind === "near") compares.serials += 1;
      return secrets.lookup(kind, value);
    },
  };
  return { house: { ...house, door: { ...house.door, secrets: counted } }, compares };
}

/** Writes one line to standard output before it returns; waits while the reader is behind. */
export function say(line: string): void {
  for (let rest = Buffer.from(`${line}\n`); rest.length > 0; ) rest = rest.subarray(written(rest));
}

function written(bytes: Buffer): number {
  try {
    return writeSync(1, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return 0;
    throw error;
  }
}

/** A replayed outcome was acknowledged under the request that made it. */
function entriesOf(outcome: Outcome, request: string): Acknowledged[] {
  const told = outcome.replayed ? "" : request;
  return outcome.events.map(({ seq, type, object }) => ({ seq, type, object, request: told }));
}
