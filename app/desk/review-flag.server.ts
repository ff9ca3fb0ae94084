import { reviewFlag } from "domain/risk";
import type { Door, Outcome } from "~/door.server";
import type { Who } from "./case.server";
import { keptText } from "./free-text.server";

/** Says in words that a flag was looked at: it leaves the list, and the packet. */
export async function lookAtFlag(
  door: Door,
  who: Who,
  flag: { account: string; seq: number },
  words: string,
): Promise<Outcome> {
  const kept = words.trim() === "" ? null : await keptText(door, flag.account, words);
  const note = kept && { id: kept.id, commitment: kept.commitment };
  return door.ledger.enact({
    stream: "case",
    account: flag.account,
    ticket: null,
    ...who,
    decide: reviewFlag({ seq: flag.seq, note }),
    ...(kept ? { keep: kept.keep } : {}),
  });
}
