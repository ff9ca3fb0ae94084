import type { House } from "~/door.server";
import { destroyKeys, erasedAfter, letGo } from "~/erasure-door.server";

const atOnce = 500;

/** Destroys the key of an account that was erased; where that fails it is said, and the worker does it. */
export async function finishErasure(house: House, account: string): Promise<void> {
  try {
    await destroyKeys(house.keys, [account]);
  } catch (error) {
    console.error(`erasure of ${account}: ${error instanceof Error ? error.message : "unknown error"}`);
  }
}

/**
 * Turns that finish what erasures began: the keys of every account the trail says was erased go, from the oldest on when a
 * process starts, so that neither a crash nor a restored key store keeps one; then both stores let go of what was deleted.
 * A turn tells how many accounts it came to.
 */
export function finishingErasures(house: House): () => Promise<number> {
  let after = { at: "", account: "" };
  let owed = false;
  return async () => {
    const erased = await erasedAfter(house.door.reader, after, atOnce);
    await destroyKeys(
      house.keys,
      erased.map((e) => e.account),
    );
    after = erased.at(-1) ?? after;
    owed ||= erased.length > 0;
    if (owed && erased.length < atOnce) owed = !(await letGo(house.writer, house.keys));
    return erased.length;
  };
}
