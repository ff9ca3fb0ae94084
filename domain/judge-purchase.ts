import { triesLeft } from "./budget";
import { type Case, type CaseFacts, type Decide, decision } from "./case";
import { event, type MatchResult } from "./event";
import { isTooNew } from "./joined";
import type { Purchase, PurchaseForm } from "./purchases";
import { cameBy, judgingTurnRefusal, secondPersonRefusal } from "./second-person";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";
import { channelOf, checkRefusal } from "./verify";

const mostPurchases = 3;

/** Adds a proof of purchase for a second person to judge; it proves nothing until then. */
export function addPurchase(p: { id: string; upload: string; form: PurchaseForm; commitment: string }): Decide {
  return decision("purchase.add", ["agent", "requester"], (c, facts, _now, refused) => {
    const no = checkRefusal(c, facts);
    if (no) return refused(no);
    if ((c.ticket.purchases ?? []).length >= mostPurchases) return refused("too-many-purchases");
    const { id: purchase, upload, form } = p;
    return [event("purchase.added", { purchase, upload, form, channel: channelOf(facts) }, { upload: p.commitment })];
  });
}

export interface PurchaseJudgement {
  purchase: string;
  /** The judge saw the recorded holder named on it. */
  namesHolder: boolean;
  /** When the day that stands on it begins, at the earliest. */
  dated: Instant;
  attempt: string;
  result: MatchResult;
  device: string | null;
  /** When the device that matched was bound to the account. */
  boundAt: Instant | null;
  evidence: string;
}

/**
 * A second person says what stands on a proof of purchase: it counts when the serial is a device's, the holder is named, and it is
 * dated no later than that device was bound. Near, miss and late are told apart only in the packet and the trail.
 */
export function judgePurchase(j: PurchaseJudgement): Decide {
  return decision("purchase.judge", ["agent", "supervisor"], (c, facts, now, refused) => {
    const no = judgingRefusal(c, facts, j.purchase);
    if (no) return refused(no);
    if (!j.namesHolder) return refused("holder-not-named");
    if (j.dated > now) return refused("dated-ahead");
    const channel = cameBy(purchaseIn(c.ticket, j.purchase)?.addedBy);
    if (triesLeft(c.account, "purchase", channel, now) < 1) return refused("locked");
    const matches = j.result === "match";
    const late = matches && (j.boundAt === null || j.dated > j.boundAt);
    const tooNew = matches && isTooNew(facts, facts.joined.device, now);
    const { purchase, attempt, result, device } = j;
    const evidence = matches && !late && !tooNew ? j.evidence : null;
    const by = staffIdOf(facts.actor.id) ?? "";
    const told = { purchase, attempt, result, device, late, evidence, by, channel, ...(tooNew ? { tooNew } : {}) };
    return [event("purchase.judged", told)];
  });
}

export const purchaseDeclines = ["unreadable", "no-serial", "other-holder", "no-date", "not-a-proof"] as const;

/** A second person says that it cannot be judged, and why; that uses no try. */
export function declinePurchase(purchase: string, reason: (typeof purchaseDeclines)[number]): Decide {
  return decision("purchase.judge", ["agent", "supervisor"], (c, facts, _now, refused) => {
    const no = judgingRefusal(c, facts, purchase);
    return no ? refused(no) : [event("purchase.declined", { purchase, by: staffIdOf(facts.actor.id) ?? "", reason })];
  });
}

function judgingRefusal(c: Case & { ticket: Ticket }, facts: CaseFacts, id: string): string | null {
  const no = judgingTurnRefusal(c, facts);
  if (no) return no;
  const purchase = purchaseIn(c.ticket, id);
  if (!purchase) return "no-such-purchase";
  return purchase.result === null ? secondPersonRefusal(c, facts, purchase.addedBy) : "purchase-already-judged";
}

const purchaseIn = (ticket: Ticket, id: string): Purchase | undefined => ticket.purchases?.find((p) => p.id === id);
