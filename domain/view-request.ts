import { makeAppeal } from "./appeal";
import { askAgain } from "./ask-again";
import { destinationOf } from "./check-code";
import { checkSavedCode } from "./check-saved-code";
import { cancel } from "./end";
import { addPhoto } from "./judge-photo";
import { addPurchase } from "./judge-purchase";
import { freshEvidence } from "./policy";
import { reissueGrant } from "./reset";
import { asJudged } from "./safe-rules";
import { isLive, type Ticket } from "./ticket";
import type { RequestView } from "./view";
import { asUnproven, isUnproven } from "./view-asked";
import { type CaseReading, judgedAt, maskOf } from "./view-case";
import { answersRefusal, mayAskVouch, refusalOf } from "./view-may";
import { neededOf } from "./view-needed";
import { aheadOf, portalSteps } from "./view-steps";
import { questionsOf } from "./view-ticket";
import { isProvenBy, vouchViewOf } from "./view-vouch";

/** A request as its requester reads it: where it is and what comes next; nothing of the account, nothing of the checks. */
export function requestView(reading: CaseReading): RequestView {
  const r = isUnproven(reading.ticket) ? asUnproven(reading) : asJudged(reading);
  const { ticket, now } = r;
  const may = (decide: Parameters<typeof refusalOf>[0]) => refusalOf(decide, r, r.facts, now) === null;
  const unanswerable = answersRefusal(r);
  const answering = unanswerable === null;
  // Of one that ended without getting in the page says no more than that.
  const isOver = !isLive(ticket.state) && ticket.state !== "completed";
  return {
    reference: ticket.reference,
    state: ticket.state,
    number: ticket.number,
    steps: isOver ? [] : portalSteps(ticket, r.facts.rules),
    approvals: aheadOf(ticket, r.facts.rules).people,
    holdEndsAt: ticket.hold?.endsAt ?? null,
    sentTo: isOver ? null : maskOf(r, destinationOf(ticket)),
    stopped: ticket.disputedFrom !== null,
    newContactConfirmed: !!ticket.newContact?.confirmedAt,
    questions: answering ? (questionsOf(r)?.texts ?? null) : null,
    mayAnswer: answering,
    answersLocked: unanswerable === "locked",
    answersDone: !isOver && freshEvidence(ticket, r.facts.rules, judgedAt(r)).some((v) => v.factor === "answers"),
    mayAddPhoto: may(addPhoto({ id: "", upload: "", commitment: "" })),
    needed: neededOf(r, isUnproven(reading.ticket)),
    waiting: waitingIn(ticket),
    mayAddPurchase: may(addPurchase({ id: "", upload: "", form: "picture", commitment: "" })),
    mayGiveSavedCode: may(checkSavedCode({ attempt: "", code: null, evidence: "" })),
    savedCodeDone: !isOver && isProvenBy(r, "saved-code", judgedAt(r)),
    mayAskVouch: mayAskVouch(r),
    vouch: vouchViewOf(r),
    vouchDone: !isOver && isProvenBy(r, "vouch", judgedAt(r)),
    mayCancel: may(cancel("other")),
    grantExpiresAt: ticket.grant?.expiresAt ?? null,
    grantRenewable: may(reissueGrant()),
    mayAskAgain: mayAskAgain(r),
    mayAppeal: !isUnproven(reading.ticket) && may(makeAppeal({ id: "", removed: 0, commitment: "" })),
    appeal: ticket.appeal ? (ticket.appeal.answer ?? "waiting") : null,
    now,
  };
}

/** A recovery that is done, and perhaps did not let its requester in. */
function mayAskAgain(r: CaseReading): boolean {
  const contact = destinationOf(r.ticket) ?? "";
  const decide = askAgain({ ticket: "", reference: "", after: { ticket: r.ticket.id, contact } });
  return refusalOf(decide, { ticket: null, account: r.account }, r.facts, r.now) === null;
}

/** Nobody looks at what was sent any more once the ticket is past verifying. */
function waitingIn({ state, photos, purchases = [] }: Ticket): RequestView["waiting"] {
  if (state !== "open" && state !== "verifying") return { photos: 0, purchases: 0 };
  const unread = (sent: readonly { result: unknown }[]) => sent.filter((one) => one.result === null).length;
  return { photos: unread(photos), purchases: unread(purchases) };
}
