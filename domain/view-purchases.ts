import { judgePurchase } from "./judge-purchase";
import type { Purchase, PurchaseForm } from "./purchases";
import type { Instant } from "./time";
import type { CaseReading } from "./view-case";
import { refusalOf } from "./view-may";

/** A proof of purchase as agents and supervisors see it: near, miss and late are one answer. */
export interface PurchaseView {
  id: string;
  at: Instant;
  form: PurchaseForm;
  result: "match" | "miss" | "declined" | null;
  mayJudge: boolean;
}

export const purchasesOf = (r: CaseReading): PurchaseView[] =>
  (r.ticket.purchases ?? []).map((p) => ({
    id: p.id,
    at: p.addedAt,
    form: p.form,
    result: flat(p.result),
    mayJudge: mayJudgePurchase(r, p.id),
  }));

const flat = (result: Purchase["result"]): PurchaseView["result"] =>
  result === "near" || result === "late" ? "miss" : result;

/** Whether this reader may judge it: a second person; where no try is left they may still set it aside. */
function mayJudgePurchase(r: CaseReading, purchase: string): boolean {
  const match = { result: "miss", device: null, boundAt: null } as const;
  const judgement = { purchase, namesHolder: true, dated: 0, attempt: "", evidence: "", ...match };
  const refusal = refusalOf(judgePurchase(judgement), r, r.facts, r.now);
  return refusal === null || refusal === "locked";
}
