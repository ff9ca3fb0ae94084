import { record } from "domain/desk";
import { event } from "domain/event";
import type { Actor } from "domain/staff";
import type { House } from "~/door.server";
import { countHardened, countSoft, hardenAnswer, type SoftAnswer, softAnswers } from "~/import-door.server";
import { hardHash } from "./compare-answers.server";
import { eachAlone } from "./each-alone.server";

/** How many answers were hardened, and how many still wait (counted up to 100,000). */
export interface Hardened {
  hardened: number;
  left: number;
}
const worker: Actor = { id: "worker", role: "worker", auth: "none", session: null };
const mostATurn = 25;

/** Wraps some imported answers in argon2id, `concurrency` at a time; at the end of a backlog, enters how many that were. */
export async function hardenSome(
  house: House,
  { most, concurrency = 1 }: { most: number; concurrency?: number },
): Promise<Hardened> {
  const waiting = await softAnswers(house.door.reader, most);
  if (waiting.length === 0) return { hardened: 0, left: 0 };
  let hardened = 0;
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await eachAlone(
        "answer",
        [next],
        (answer) => answer.id,
        async (answer) => {
          if (await harden(house, answer)) hardened += 1;
        },
      );
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const left = await countSoft(house.door.reader);
  if (left === 0 && hardened > 0) await enterHardened(house);
  return { hardened, left };
}

/** One turn of the worker: a few answers, fewer when it is told to stop; tells how many were hardened. */
export async function hardenAnswers(house: House, stop: AbortSignal): Promise<number> {
  let hardened = 0;
  while (!stop.aborted && hardened < mostATurn) {
    const some = await hardenSome(house, { most: 5 });
    hardened += some.hardened;
    if (some.left === 0 || some.hardened === 0) break;
  }
  return hardened;
}

/** The slow hash is made outside every transaction. */
async function harden(house: House, answer: SoftAnswer): Promise<boolean> {
  const hash = await hardHash(answer.hash);
  return hash !== null && hardenAnswer(house.writer, answer, hash, house.door.clock.now());
}

async function enterHardened(house: House): Promise<void> {
  const count = await countHardened(house.door.reader);
  const decide = record(event("answers.hardened", { count, left: 0 }));
  await house.door.ledger.enact({ actor: worker, request: "hardening", stream: "desk", decide });
}
