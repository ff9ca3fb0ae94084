import { triesLeft } from "./budget";
import { type CaseFacts, type Decide, decision, type Resemblance, roleRefusal } from "./case";
import { event, type FlagKind, type MatchResult, refuse } from "./event";
import { isTooNew } from "./joined";
import { freshEvidence } from "./policy";
import { flagging } from "./risk";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";
import { channelOf, checkRefusal, stillCounts } from "./verify";

/** Reserves one of the account's serial attempts before the compare; a value tried before in this ticket uses none. */
export function reserveSerial(attempt: string): Decide {
  return decision("serial.check", ["agent", "requester"], (c, facts, now, refused) => {
    const no = checkRefusal(c, facts);
    if (no) return refused(no);
    const channel = channelOf(facts);
    if (facts.tried) return [event("serial.repeated", { channel })];
    if (triesLeft(c.account, "serial", channel, now) < 1) return refused("locked");
    return [event("serial.attempted", { attempt, channel })];
  });
}

export interface SerialResult {
  attempt: string;
  result: MatchResult;
  device: string | null;
  whole: boolean;
  evidence: string;
}

/**
 * Records what a reserved serial turned out to be; only a match is evidence, of a device proven already only a whole label,
 * and of one that joined the account lately none.
 */
export function recordSerial(r: SerialResult): Decide {
  return decision("serial.record", ["agent", "requester"], (c, facts, now, refused) => {
    const attempt = c.account?.attempts.find((a) => a.id === r.attempt);
    if (attempt?.result !== "reserved" || attempt.ticket !== c.ticket.id) return refused("no-such-attempt");
    const adds = r.result === "match" && !isProven(c.ticket, facts, r, now);
    const tooNew = r.result === "match" && isTooNew(facts, facts.joined.device, now);
    const counts = adds && !tooNew && stillCounts(c, facts, attempt.at);
    return [
      event("serial.checked", {
        attempt: r.attempt,
        result: r.result,
        device: r.device,
        whole: r.whole,
        evidence: counts ? r.evidence : null,
        ...(tooNew ? { tooNew } : {}),
      }),
      ...flagging(c, probing(r.result, facts.resembles), now),
    ];
  });
}

/** Near the second time, next to another wrong one, or wrong in another ticket before: someone is trying numbers. */
export function probing(result: MatchResult, before: Resemblance): FlagKind[] {
  if (result === "match") return [];
  return [
    ...(result === "near" && before.nears > 0 ? (["near-serials"] as const) : []),
    ...(before.neighbours > 0 ? (["serials-in-sequence"] as const) : []),
    ...(before.elsewhere > 0 ? (["same-wrong-again"] as const) : []),
  ];
}

/** The device is proven by serial in this ticket as well as this would prove it. */
const isProven = (ticket: Ticket, facts: CaseFacts, r: SerialResult, now: Instant): boolean =>
  freshEvidence(ticket, facts.rules, now).some(
    (v) => v.factor === "serial" && v.device === r.device && (v.whole || !r.whole),
  );

/** An account found by a serial: the find uses one attempt, so that search is no way around the budget. */
export function searchSerial(attempt: string): Decide {
  return (c, facts, now) => {
    const role = roleRefusal(["agent", "supervisor"], facts);
    if (role) return refuse("account.search", role);
    const locked = triesLeft(c.account, "serial", "desk", now) < 1;
    return locked ? refuse("account.search", "locked") : [event("serial.searched", { attempt })];
  };
}
