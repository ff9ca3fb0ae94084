import { flagLookup } from "domain/lookups";
import { staffIdOf } from "domain/staff";
import { hours, lifetime } from "domain/time";
import type { Door } from "~/door.server";
import { ledgerNow } from "~/facts.server";
import { straysFrom } from "~/read-lookups.server";
import { worker } from "./deliver-messages.server";
import { eachAlone } from "./each-alone.server";

/** How far back a worker looks that has just started: less than an idempotency key is kept, so that nothing is flagged twice. */
const reachMs = hours(23);

/** Flags searches that found an account and led to no ticket within the hour; each turn goes on where the last one stopped. */
export function flaggingLookups(door: Door): () => Promise<number> {
  let afterSeq = -1;
  return async () => {
    const now = await ledgerNow(door);
    const span = { afterSeq, from: now - reachMs, to: now - lifetime.lookupMs };
    const { strays, last } = await straysFrom(door, span, now);
    const flagged = await eachAlone(
      "lookup",
      strays,
      ({ seq }) => String(seq),
      ({ seq, actor, account }) =>
        door.ledger.enact({
          stream: "case",
          ...{ account, ticket: null, actor: worker, request: `lookup:${seq}` },
          key: { key: `lookup:${seq}`, digest: String(seq) },
          decide: flagLookup(staffIdOf(actor) ?? ""),
        }),
    );
    // One that failed is flagged in the next turn, with those after it; a key keeps the others from being flagged twice.
    if (flagged === strays.length) afterSeq = last ?? afterSeq;
    return flagged;
  };
}
