import type { Account } from "./account";
import { triesLeft } from "./budget";
import { type Decide, decision } from "./case";
import { event } from "./event";
import { codesLeft, isUnspent } from "./saved-codes";
import type { Ticket } from "./ticket";
import { channelOf, checkRefusal } from "./verify";

/** What the desk found when it looked a typed code up: the id of the account's code it is, or null. */
export interface TypedSavedCode {
  attempt: string;
  code: string | null;
  evidence: string;
}

/**
 * Takes a saved code, once: the first to give it spends it, whatever it proves. One of a set made after the ticket was
 * opened proves nothing: whoever holds a session while someone asks for the account could make it for this very purpose.
 */
export function checkSavedCode(typed: TypedSavedCode): Decide {
  return decision("saved-code.check", ["agent", "requester"], (c, facts, now, refused) => {
    const no = checkRefusal(c, facts);
    if (no) return refused(no);
    const channel = channelOf(facts);
    if (facts.tried || isSpentHere(c.account, c.ticket, typed.code)) return [event("saved-code.repeated", { channel })];
    if (triesLeft(c.account, "saved-code", channel, now) < 1) return refused("too-many-saved-code-tries");
    const { attempt } = typed;
    if (!isUnspent(c.account, typed.code))
      return [event("saved-code.checked", { attempt, result: "miss", code: null, evidence: null, channel })];
    const tooNew = (c.account?.savedCodes?.madeAt ?? 0) >= c.ticket.openedAt;
    const proof = tooNew ? { evidence: null, tooNew } : { evidence: typed.evidence };
    return [event("saved-code.checked", { attempt, result: "match", code: typed.code, channel, ...proof })];
  });
}

/** Whether asking an agent's caller for a saved code can help at all. */
export const hasSavedCodes = (account: Account | null, ticket: Ticket): boolean =>
  codesLeft(account) > 0 && (account?.savedCodes?.madeAt ?? 0) < ticket.openedAt;

const isSpentHere = (account: Account | null, ticket: Ticket, code: string | null): boolean =>
  code !== null && (account?.savedCodes?.spent ?? []).some((one) => one.code === code && one.ticket === ticket.id);
