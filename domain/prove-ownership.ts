import { answersSpent, codesToday } from "./account";
import { triesLeft } from "./budget";
import { type Case, type CaseFacts, type Decide, decision } from "./case";
import { drawnNow, isDrawn, leastRight } from "./check-answers";
import { codeProblem, type TypedCode } from "./check-code";
import type { SerialResult } from "./check-serial";
import { type Event, event, type Recorded, type Verdict } from "./event";
import { disputeOf, foldDispute } from "./fold-dispute";
import { isTooNew } from "./joined";
import type { Language } from "./language";
import { isRecent, needsProof, oldContact, provedBy } from "./objection";
import { isOwner, provenBy } from "./ownership";
import { safetyOf } from "./safety";
import { codeSent, mostCodesPerDay, resendAfterMs } from "./send-code";
import { isLive, type Ticket } from "./ticket";
import type { Instant } from "./time";

type Open = Case & { ticket: Ticket };

/** Why an old contact cannot prove ownership by its objection link now, or null. */
export function proofRefusal(c: Open, facts: CaseFacts, contact: string, now: Instant): string | null {
  const old = oldContact(c, facts, contact);
  if (!old) return "not-the-holder";
  const no =
    c.ticket.state === "disputed" ? lateProofRefusal(c.ticket, now) : earlyProofRefusal(c.ticket, contact, now);
  return no ?? (isTooNew(facts, old.since, now) ? "contact-too-new" : null);
}

/** Why nothing can be proved any more while a ticket is disputed, or null. */
export function lateProofRefusal(ticket: Ticket, now: Instant): string | null {
  const { provedAt, proveBy } = disputeOf(ticket);
  if (provedAt !== null) return "already-proved";
  return now < proveBy ? null : "too-late-to-prove";
}

/** Only who was not believed before gives the proof first and objects then. */
function earlyProofRefusal(ticket: Ticket, contact: string, now: Instant): string | null {
  if (!isLive(ticket.state) && !isRecent(ticket, now)) return "too-late-to-object";
  return needsProof(ticket, contact) ? null : "nothing-to-prove";
}

/** Sends a code to the old contact that objects, taken off the account or not. */
export function sendOwnershipCode(contact: string, language?: Language): Decide {
  return proof("objection.send-code", contact, (c, facts, now, refused) => {
    const last = c.ticket.codes[contact];
    if (last && last.usedAt === null && now - last.sentAt < resendAfterMs) return refused("code-just-sent");
    if (codesToday(c.account, contact, now) >= mostCodesPerDay) return refused("too-many-codes-today");
    const to = oldContact(c, facts, contact);
    // It names no reference: whoever has it goes on with the page of their link, and opens no page of the request's.
    return to ? [codeSent(c.ticket, to, "registered", now, { objector: true, language })] : refused("not-the-holder");
  });
}

/** The code typed back: the first thing an objector proves, and the way to the others. */
export function confirmOwnershipCode(typed: TypedCode, evidence: string): Decide {
  const { contact, generation } = typed;
  return proof("objection.confirm-code", contact, (c, facts, now, refused) => {
    const problem = codeProblem(c.ticket, typed, now, refused);
    if (problem) return problem;
    const given = event("possession.confirmed", { contact, generation, evidence, objector: contact });
    return withProof(c, facts, given, contact, now);
  });
}

/** Reserves one of the account's serial attempts for an objector whose contact answered. */
export function reserveOwnershipSerial(contact: string, attempt: string): Decide {
  return proof("objection.check-serial", contact, (c, facts, now, refused) => {
    if (!hasAnswered(c.ticket, facts, contact, now)) return refused("code-first");
    if (facts.tried) return [event("serial.repeated", { channel: "portal" })];
    // A stranger in the portal may use up its share, and not what the objector proves themselves with.
    if (triesLeft(c.account, "serial", "desk", now) < 1) return refused("locked");
    return [event("serial.attempted", { attempt, channel: "portal", objector: contact })];
  });
}

/** Records what an objector's serial turned out to be; a match is proof for the objection alone. */
export function recordOwnershipSerial(contact: string, r: SerialResult): Decide {
  const { attempt, result, device, whole } = r;
  return decision("objection.record-serial", ["anyone"], (c, facts, now, refused) => {
    if (!isReserved(c, attempt)) return refused("no-such-attempt");
    const tooNew = result === "match" && isTooNew(facts, facts.joined.device, now);
    const counts = result === "match" && !tooNew && proofRefusal(c, facts, contact, now) === null;
    const evidence = counts ? r.evidence : null;
    const data = { attempt, result, device, whole, evidence, ...(tooNew ? { tooNew } : {}), objector: contact };
    return withProof(c, facts, event("serial.checked", data), contact, now);
  });
}

/** Draws the questions for an objector: the same ones for whoever asks within a day. */
export function drawOwnershipAnswers(contact: string, turn: number): Decide {
  return proof("objection.draw-answers", contact, (c, facts, now, refused) =>
    hasAnswered(c.ticket, facts, contact, now) ? drawnNow(c, facts, turn, now, refused) : refused("code-first"),
  );
}

/** Reserves one of the account's answer attempts for an objector whose contact answered. */
export function reserveOwnershipAnswers(contact: string, attempt: string): Decide {
  return proof("objection.check-answers", contact, (c, facts, now, refused) => {
    const given = provenBy(c.ticket, contact, facts.rules, now);
    if (!hasAnswered(c.ticket, facts, contact, now)) return refused("code-first");
    if (safetyOf(c.account)) return refused("questions-closed");
    if (!isDrawn(c.account, now)) return refused("not-drawn");
    if (answersSpent(c.account, c.ticket.id, now)) return refused("answers-spoken");
    if (given.some((v) => v.factor === "answers")) return refused("already-answered");
    if (facts.tried) return [event("answers.repeated", { channel: "portal" })];
    if (triesLeft(c.account, "answers", "desk", now) < 1) return refused("locked");
    return [event("answers.attempted", { attempt, channel: "portal", objector: contact })];
  });
}

/** Records how many of an objector's answers were right; nobody learns which one was wrong. */
export function recordOwnershipAnswers(
  contact: string,
  r: { attempt: string; right: number; of: number; evidence: string },
): Decide {
  return decision("objection.record-answers", ["anyone"], (c, facts, now, refused) => {
    if (!isReserved(c, r.attempt)) return refused("no-such-attempt");
    const passed = r.right >= leastRight;
    const counts = passed && proofRefusal(c, facts, contact, now) === null;
    const checked = event("answers.checked", {
      attempt: r.attempt,
      passed,
      right: passed ? r.right : null,
      of: r.of,
      evidence: counts ? r.evidence : null,
      spoken: false,
      ...(r.right === 0 ? { noneRight: true } : {}),
      objector: contact,
    });
    return withProof(c, facts, checked, contact, now);
  });
}

type Body = (c: Open, facts: CaseFacts, now: Instant, refused: (reason: string) => Verdict) => Verdict;

/** A decision of whoever holds an old contact's objection link, while there is something to prove. */
function proof(command: string, contact: string, body: Body): Decide {
  return decision(command, ["anyone"], (c, facts, now, refused) => {
    const no = proofRefusal(c, facts, contact, now);
    return no ? refused(no) : body(c, facts, now, refused);
  });
}

/** The check, and with it the proof of ownership where this was what it still took. */
function withProof(c: Open, facts: CaseFacts, given: Event, contact: string, now: Instant): Verdict {
  const as: Recorded = {
    ...given,
    seq: 0,
    at: now,
    actor: facts.actor,
    subject: c.ticket.account,
    object: c.ticket.id,
  };
  const ticket = foldDispute(c.ticket, as);
  const waits = ticket.state === "disputed" && lateProofRefusal(ticket, now) === null;
  return waits && isOwner({ ...c, ticket }, facts, contact, now)
    ? [given, provedBy(ticket, contact, facts.rules, now)]
    : [given];
}

const hasAnswered = (ticket: Ticket, facts: CaseFacts, contact: string, now: Instant): boolean =>
  provenBy(ticket, contact, facts.rules, now).some((v) => v.factor === "contact-code");

function isReserved(c: Open, attempt: string): boolean {
  const reserved = c.account?.attempts.find((a) => a.id === attempt);
  return reserved?.result === "reserved" && reserved.ticket === c.ticket.id;
}
