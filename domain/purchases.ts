import type { Channel, EventData, MatchResult, Recorded } from "./event";
import { type Ticket, withEvidence, withOdd } from "./ticket";
import type { Instant } from "./time";

/** A proof of purchase, kept as the picture we made of it, or as the PDF that it is. */
export type PurchaseForm = "picture" | "document";
export interface Purchase {
  id: string;
  upload: string;
  form: PurchaseForm;
  addedAt: Instant;
  addedBy: string;
  judgedAt: Instant | null;
  /** Staff id of the second person who judged or declined it. */
  judgedBy: string | null;
  /** `late`: the serial matched, but the date is later than when that device was bound. */
  result: MatchResult | "late" | "declined" | null;
}

/** Events about proofs of purchase. */
export interface PurchaseEvents {
  "purchase.added": { purchase: string; upload: string; form: PurchaseForm; channel: Channel };
  /** The judge saw the recorded holder named; the date itself stands nowhere, only whether it was too late. */
  "purchase.judged": {
    purchase: string;
    attempt: string;
    result: MatchResult;
    device: string | null;
    late: boolean;
    evidence: string | null;
    by: string;
    channel: Channel;
    tooNew?: boolean;
  };
  "purchase.declined": { purchase: string; by: string; reason: string };
}

/** Folds the proofs of purchase of a ticket; one that has none does not know of them. */
export function foldPurchases(t: Ticket, e: Recorded): Ticket {
  switch (e.type) {
    case "purchase.added": {
      const { purchase: id, upload, form } = e.data;
      const added = {
        id,
        upload,
        form,
        addedAt: e.at,
        addedBy: e.actor.id,
        judgedAt: null,
        judgedBy: null,
        result: null,
      };
      return { ...t, purchases: [...(t.purchases ?? []), added] };
    }
    case "purchase.judged":
      return judged(t, e.data, e);
    case "purchase.declined":
      return settled(t, e.data.purchase, { judgedAt: e.at, judgedBy: e.data.by, result: "declined" });
    // Another new contact voids what nobody judged yet, as it voids every proof.
    case "contact.proposed":
      return t.purchases ? { ...t, purchases: t.purchases.map((p) => (p.result === null ? voided(p, e.at) : p)) } : t;
    default:
      return t;
  }
}

function judged(t: Ticket, d: EventData["purchase.judged"], e: Recorded): Ticket {
  const result = d.late ? "late" : d.result;
  const next = settled(t, d.purchase, { judgedAt: e.at, judgedBy: d.by, result });
  return d.evidence
    ? withEvidence(next, e, { id: d.evidence, factor: "purchase", device: d.device })
    : withOdd(next, "purchase", result, e.at);
}

const settled = (t: Ticket, id: string, change: Partial<Purchase>): Ticket => ({
  ...t,
  purchases: (t.purchases ?? []).map((p) => (p.id === id ? { ...p, ...change } : p)),
});

const voided = (p: Purchase, at: Instant): Purchase => ({ ...p, judgedAt: at, result: "declined" });
