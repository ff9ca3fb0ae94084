import { mostTries } from "./check-code";
import { disputeOf } from "./fold-dispute";
import type { ContactKind, Loss } from "./loss";
import { isRecent, needsProof, oldContact } from "./objection";
import { isOwner, provenBy } from "./ownership";
import { drawOwnershipAnswers, proofRefusal } from "./prove-ownership";
import { safetyOf } from "./safety";
import { isLive } from "./ticket";
import type { Instant } from "./time";
import { type CaseReading, maskOf, noMask } from "./view-case";
import { refusalOf } from "./view-may";
import { questionsOf } from "./view-ticket";

/** What the page behind an objection link shows: the request, and how to prove that the account is one's own. */
export interface ObjectionView {
  number: number;
  loss: Loss;
  openedAt: Instant;
  /** When it ended, where there is nothing left to stop. */
  endedAt: Instant | null;
  /** The link of the request was used already: objecting then locks the account. */
  completed: boolean;
  disputed: boolean;
  /** The account is locked by it. */
  frozen: boolean;
  proof: ProofView;
}
export interface ProofView {
  /** `none`: nothing is asked for; `first`: it comes before the objection; `now`: within the seven days; then it is `proved`, or time is `over`. */
  stage: "none" | "first" | "now" | "proved" | "over";
  /** Where the code goes. */
  contact: { kind: ContactKind; mask: string };
  /** A code is out that can still be typed. */
  codeSent: boolean;
  /** What was given and still counts. */
  given: { code: boolean; serials: number; answers: boolean };
  /** The questions to answer, or null while none are drawn, and before the code: who drew them may be another; whether drawing would do. */
  questions: { id: string; text: string }[] | null;
  mayDraw: boolean;
  /** What was given is enough. */
  enough: boolean;
  proveBy: Instant | null;
}

/** The page for whoever holds this contact's link; a contact that is gone with its account has nothing to prove. */
export function objectionView(r: CaseReading, contact: string): ObjectionView {
  const { ticket } = r;
  const kind = oldContact(r, r.facts, contact)?.kind ?? "email";
  return {
    number: ticket.number,
    loss: ticket.loss,
    openedAt: ticket.openedAt,
    endedAt: isLive(ticket.state) || isRecent(ticket, r.now) ? null : ticket.endedAt,
    completed: ticket.state === "completed",
    disputed: ticket.state === "disputed",
    frozen: ticket.state === "disputed" && ticket.disputedFrom === "completed",
    proof: proofOf(r, { id: contact, kind }),
  };
}

function proofOf(r: CaseReading, { id, kind }: { id: string; kind: ContactKind }): ProofView {
  const { ticket, facts, now } = r;
  const given = provenBy(ticket, id, facts.rules, now);
  const has = (factor: string) => given.some((v) => v.factor === factor);
  const code = ticket.codes[id];
  const canType = !!code && code.usedAt === null && now < code.expiresAt && code.tries < mostTries;
  return {
    stage: stageOf(r, id),
    contact: { kind, mask: maskOf(r, id) ?? noMask },
    codeSent: canType,
    given: {
      code: has("contact-code"),
      serials: given.filter((v) => v.factor === "serial").length,
      answers: has("answers"),
    },
    questions: has("contact-code") && !safetyOf(r.account) ? (questionsOf(r)?.texts ?? null) : null,
    mayDraw: refusalOf(drawOwnershipAnswers(id, 0), r, facts, now) === null,
    enough: isOwner(r, facts, id, now),
    proveBy: ticket.state === "disputed" ? disputeOf(ticket).proveBy : null,
  };
}

function stageOf(r: CaseReading, contact: string): ProofView["stage"] {
  const { ticket, facts, now } = r;
  if (ticket.state === "disputed") {
    if (disputeOf(ticket).provedAt !== null) return "proved";
    return now < disputeOf(ticket).proveBy ? "now" : "over";
  }
  return needsProof(ticket, contact) && proofRefusal(r, facts, contact, now) === null ? "first" : "none";
}
