import { newAccount } from "./account";
import type { Case, CaseFacts, Decide } from "./case";
import { drawAnswers, reserveAnswers } from "./check-answers";
import { confirmContact } from "./check-code";
import { checkSavedCode } from "./check-saved-code";
import { reserveSerial } from "./check-serial";
import { claim, handOver, release } from "./claim";
import { cancel, note } from "./end";
import { askable } from "./joined";
import { addPhoto, judgePhoto } from "./judge-photo";
import { addPurchase } from "./judge-purchase";
import { proposeContact } from "./propose-contact";
import { reissueGrant } from "./reset";
import { whoMayReveal } from "./reveal";
import { openPacket, reject, stopHold } from "./review";
import { sendNewContactCode, sendRegisteredCode } from "./send-code";
import type { Member } from "./staff";
import { submit } from "./submit";
import type { Instant } from "./time";
import type { TicketAct } from "./view";
import type { CaseReading } from "./view-case";
import { askVouch } from "./vouch";

/** Asks a decision with harmless input and takes nothing of its verdict but the reason of a refusal, or null. */
export function refusalOf(decide: Decide, c: Case, facts: CaseFacts, now: Instant): string | null {
  const [first] = decide(c, facts, now);
  return first.type === "refused" ? first.data.reason : null;
}

/** What this reader may do to the ticket now: each act as its own decision would have it. */
export function mayOf(r: CaseReading): Record<TicketAct, boolean> {
  const may = (decide: Decide) => refusalOf(decide, r, r.facts, r.now) === null;
  return {
    claim: may(claim()),
    release: may(release()),
    "hand-over": mayHandOver(r),
    "propose-contact": may(proposeContact({ contact: probe, kind: "email", commitment: "", same: null })),
    "confirm-contact": may(confirmContact(newestCode(r))),
    "check-serial": may(reserveSerial(probe)),
    answers: mayAnswer(r),
    "send-code": maySendCode(r),
    "add-photo": may(addPhoto({ id: probe, upload: probe, commitment: "" })),
    "add-purchase": may(addPurchase({ id: probe, upload: probe, form: "picture", commitment: "" })),
    "check-saved-code": may(checkSavedCode({ attempt: probe, code: null, evidence: probe })),
    "ask-vouch": mayAskVouch(r),
    submit: may(submit()),
    cancel: may(cancel("other")),
    note: may(note({ note: probe, removed: 0, commitment: "" })),
    review: may(openPacket()),
    reissue: may(reissueGrant()),
    "stop-hold": may(stopHold("other")),
    reject: mayReject(r),
    reveal: whoMayReveal(r.ticket, r.facts) === null,
  };
}

/** Whether a number to vouch with may be made now, or after the two minutes of the last one. */
export function mayAskVouch(r: CaseReading): boolean {
  const refusal = refusalOf(askVouch(), r, r.facts, r.now);
  return refusal === null || refusal === "number-just-given";
}

/** The fresh second factor of a rejection comes with its form. */
const mayReject = (r: CaseReading): boolean =>
  refusalOf(reject({ reason: "other", note: probe, stepUp: probe }), r, r.facts, r.now) === "step-up-needed";

/** Whether a code may prove possession of a registered contact; one that was just sent only has to be awaited. */
export function mayGetCode(r: CaseReading, contact: string): boolean {
  return isOpen(refusalOf(sendRegisteredCode(contact), r, r.facts, r.now));
}

/** Whether this reader may judge a photo: a second person, never one with a hand in the ticket; one too many can be set aside. */
export function mayJudge(r: CaseReading, photo: string): boolean {
  const judgement = { photo, numbered: true, attempt: probe, result: "miss", device: null, evidence: probe } as const;
  const refusal = refusalOf(judgePhoto(judgement), r, r.facts, r.now);
  return refusal === null || refusal === "too-many-photo-tries";
}

/** Whether a set of answers may be tried: at once, or after drawing the questions. */
export const mayAnswer = (r: CaseReading): boolean => answersRefusal(r) === null;

/** Why no set of answers may be tried, at once or after drawing the questions; null when one may. */
export function answersRefusal(r: CaseReading): string | null {
  const refusal = refusalOf(reserveAnswers(probe), r, r.facts, r.now);
  if (refusal !== "not-drawn") return refusal;
  const undrawable = refusalOf(drawAnswers(0), r, r.facts, r.now);
  if (undrawable !== null) return undrawable;
  const drawn = { questions: askable(r.facts, r.now), at: r.now };
  const account = { ...(r.account ?? newAccount(r.ticket.account)), drawn };
  return refusalOf(reserveAnswers(probe), { ticket: r.ticket, account }, r.facts, r.now);
}

/** The grant may be issued once more, now or when it has expired: the requester's own question, whoever reads. */
export function isRenewable(r: CaseReading): boolean {
  const { grant, id } = r.ticket;
  if (!grant) return false;
  const actor = { id: `requester:${id}`, role: "requester", auth: "none", session: null } as const;
  return refusalOf(reissueGrant(), r, { ...r.facts, actor, member: null }, Math.max(r.now, grant.expiresAt)) === null;
}

// An id that names nothing: the decisions asked here are never entered.
const probe = "";

const isOpen = (refusal: string | null): boolean => refusal === null || refusal === "code-just-sent";

function maySendCode(r: CaseReading): boolean {
  const toNew = refusalOf(sendNewContactCode(), r, r.facts, r.now);
  return (
    isOpen(toNew) ||
    r.facts.imported.some((k) => mayGetCode(r, k.id)) ||
    (r.account?.added ?? []).some((k) => mayGetCode(r, k.id))
  );
}

function newestCode(r: CaseReading): { contact: string; generation: number; right: true } {
  const contact = r.ticket.newContact?.id ?? probe;
  return { contact, generation: r.ticket.codes[contact]?.generation ?? 0, right: true };
}

/** Whether it may be handed to some agent: asked with one who has no part in it. */
function mayHandOver(r: CaseReading): boolean {
  const agent: Member = {
    id: probe,
    person: probe,
    role: "agent",
    since: 0,
    disabledAt: null,
    enrolledAt: null,
    lastStep: 0,
    failures: [],
    stepUpFailures: [],
    stepUps: [],
  };
  const facts = { ...r.facts, members: { ...r.facts.members, [probe]: agent } };
  return refusalOf(handOver(probe), r, facts, r.now) === null;
}
