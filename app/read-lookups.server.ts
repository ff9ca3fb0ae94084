import { lookupsBetween, partsBeside } from "db/read/lookups";
import { type Lookup, strayLookups } from "domain/lookups";
import type { Instant } from "domain/time";
import type { Door } from "./door.server";

/** A batch of searches that are over, the strays among them, and how far the batch went. */
export async function straysFrom(
  door: Door,
  span: { afterSeq: number; from: Instant; to: Instant },
  now: Instant,
): Promise<{ strays: Lookup[]; last: number | null }> {
  const lookups = await lookupsBetween(door.reader, span);
  const strays = strayLookups(lookups, await partsBeside(door.reader, lookups), now);
  return { strays, last: lookups.at(-1)?.seq ?? null };
}
