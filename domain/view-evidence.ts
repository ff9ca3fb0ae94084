import { freshEvidence } from "./policy";
import { safetyOf } from "./safety";
import type { Evidence } from "./ticket";
import type { EvidenceLine } from "./view";
import { boundYear, type CaseReading, judgedAt, maskOf, noMask } from "./view-case";

/** What was proven and not voided since, oldest first, without answers where a safety flag takes their worth; `fresh` is false for what has expired and counts no more. */
export function evidenceLines(r: CaseReading): EvidenceLine[] {
  const fresh = new Set(freshEvidence(r.ticket, r.facts.rules, judgedAt(r)).map((v) => v.id));
  const shown = r.ticket.evidence.filter(
    (v) => v.voidedAt === null && !(v.factor === "answers" && safetyOf(r.account)),
  );
  return shown.map((v) => lineOf(r, v, fresh.has(v.id)));
}

function lineOf(r: CaseReading, v: Evidence, fresh: boolean): EvidenceLine {
  switch (v.factor) {
    case "serial":
    case "photo":
      return { factor: v.factor, whole: v.whole, boundYear: boundYear(r, v.device), at: v.at, fresh };
    case "purchase":
      return { factor: v.factor, boundYear: boundYear(r, v.device), at: v.at, fresh };
    case "answers":
      return { factor: v.factor, at: v.at, fresh, typedByRequester: v.channel === "portal" };
    case "contact-code":
      return { factor: v.factor, mask: maskOf(r, v.contact) ?? noMask, at: v.at, fresh };
    case "saved-code":
    case "vouch":
      return { factor: v.factor, at: v.at, fresh };
  }
}
