import type { Decide } from "./case";
import { drawAnswers, recordAnswers, reserveAnswers } from "./check-answers";
import { confirmContact, confirmPossession } from "./check-code";
import { recordSerial, reserveSerial } from "./check-serial";
import { claim } from "./claim";
import type { MatchResult } from "./event";
import type { ContactKind, Loss } from "./loss";
import { open } from "./open";
import { proposeContact } from "./propose-contact";
import { endHold, redeem, settleMessage } from "./reset";
import { approvalObject, approve, openPacket, reject, returnTicket } from "./review";
import { sendNewContactCode, sendRegisteredCode } from "./send-code";
import type { Actor } from "./staff";
import { submit } from "./submit";
import { ada, anyone, given, mail, max, phone, type Story, sam, worker } from "./testing";

/** A salted commitment to something or other. */
export const aCommitment = "ab".repeat(32);

/** How far a case has come, told step by step by the same cast: Ada works it, Sam and Max countersign. */

const nothing: Loss = { password: false, secondFactor: false, email: false, phone: false };
export const lost = (...what: (keyof Loss)[]): Loss => ({
  ...nothing,
  ...Object.fromEntries(what.map((key) => [key, true])),
});
/** One loss for each tier, for an account with mail and phone; the second factor has to be on for T2. */
export const lossOf = {
  T1: lost("password"),
  T2: lost("secondFactor"),
  T3: lost("email"),
  T4: lost("email", "phone"),
};

export const opened = (loss = lossOf.T3, story = given()): Story =>
  story.when(open({ ticket: story.about, reference: referenceOf(story.about), loss }), { actor: ada });

/** No two tickets have one reference. */
export const referenceOf = (ticket: string): string => (ticket === "t1" ? "ABCD-EFGH" : `ABCD-${ticket}`);

export const claimed = (loss = lossOf.T3, story = given()): Story => opened(loss, story).when(claim(), { actor: ada });

export const proposed = (
  story: Story,
  contact = story.about === "t1" ? "c-new" : `c-new-${story.about}`,
  kind: ContactKind = "email",
): Story =>
  story.when(proposeContact({ contact, kind, commitment: "ab".repeat(32), same: null }), {
    actor: ada,
  });

/** Sends a code to the new contact and types it back. */
export function confirmed(story: Story): Story {
  const sent = story.when(sendNewContactCode(), { actor: ada });
  const contact = sent.ticket.newContact?.id ?? "";
  const { generation = 0 } = sent.ticket.codes[contact] ?? {};
  return sent.when(confirmContact({ contact, generation, right: true }), { actor: ada });
}

/** Claimed, and the new contact confirmed where one is to be bound: ready for evidence. */
export function ready(loss = lossOf.T3, story = given()): Story {
  const told = claimed(loss, story);
  return told.ticket.needsNewContact ? confirmed(proposed(told)) : told;
}

const fresh = (story: Story, kind: string): string => `${kind}-${story.entries.length}`;

export function serial(story: Story, device: string | null, whole = true, actor: Actor = ada): Story {
  const attempt = fresh(story, "try");
  const result: MatchResult = device === null ? "miss" : "match";
  return story
    .when(reserveSerial(attempt), { actor })
    .when(recordSerial({ attempt, result, device, whole, evidence: fresh(story, "proof") }), { actor });
}

export function answers(story: Story, right: number, actor: Actor = ada): Story {
  const attempt = fresh(story, "try");
  const drawn = story.case.account?.drawn ? story : story.when(drawAnswers(0), { actor });
  return drawn
    .when(reserveAnswers(attempt), { actor })
    .when(recordAnswers({ attempt, right, of: 3, evidence: fresh(story, "proof") }), { actor });
}

export function registeredCode(story: Story, contact = phone.id, actor: Actor = ada): Story {
  const sent = story.when(sendRegisteredCode(contact), { actor });
  const { generation = 0 } = sent.ticket.codes[contact] ?? {};
  const typed = { contact, generation, right: true };
  return sent.when(confirmPossession(typed, fresh(story, "proof")), { actor });
}

/** Enough evidence for the ticket's tier under `standard`; for T4 with 60 points. */
export function evidenced(loss = lossOf.T3, story = given()): Story {
  const told = ready(loss, story);
  switch (told.ticket.tier) {
    case "T1":
      return serial(told, "d1");
    case "T2":
      return serial(registeredCode(told, mail.id), "d1");
    case "T3":
      return serial(registeredCode(told), "d1");
    case "T4":
      return answers(serial(serial(told, "d1"), "d2"), 2);
  }
}

export const submitted = (loss = lossOf.T3, story = given()): Story =>
  evidenced(loss, story).when(submit(), { actor: ada });

/** Opens the packet, steps up for it and signs it. */
export function approvedBy(story: Story, actor: Actor, stepUp = fresh(story, "step-up")): Story {
  const packet = story.ticket.packet?.hash ?? "";
  const id = actor.id.slice("staff:".length);
  return story
    .when(openPacket(), { actor })
    .stepsUp(id, stepUp, approvalObject(story.about, packet))
    .when(approve({ packet, stepUp, reason: "proof-complete", note: null }), { actor });
}

/** A rejection in words, by whoever stepped up for it just now. */
export const rejecting = (reason: string, note: string | null = null): Decide =>
  freshly("reject", (stepUp) => reject({ reason, note: note ?? "in-words", stepUp }));

/** A return, by whoever stepped up for it just now. */
export const returning = (reason: string, note: string | null = null): Decide =>
  freshly("return", (stepUp) => returnTicket({ reason, note, stepUp }));

/** The step-up that a decision of a story brings with it, so that a real ledger can be told of it first. */
export interface Freshly extends Decide {
  act: string;
}
export const justNow = "just-now";

function freshly(act: string, decide: (stepUp: string) => Decide): Freshly {
  const decided: Decide = (c, facts, now) => {
    const made = { id: justNow, at: now, act, object: c.ticket?.id ?? "" };
    const member = facts.member && { ...facts.member, stepUps: [...facts.member.stepUps, made] };
    return decide(made.id)(c, { ...facts, member }, now);
  };
  return Object.assign(decided, { act });
}

/** T4 with the first of its two approvals. */
export const approvedOnce = (story = given()): Story => approvedBy(submitted(lossOf.T4, story), sam);

/** As many approvals as the tier asks for; the notices are on their way and the hold does not run yet. */
export function onHold(loss = lossOf.T3, story = given()): Story {
  const once = approvedBy(submitted(loss, story), sam);
  return once.ticket.state === "on_hold" ? once : approvedBy(once, max);
}

/** Every notice that waits is accepted for delivery. */
export function delivered(story: Story): Story {
  const waiting = Object.entries(story.ticket.notices).filter(([, n]) => n.state === "waiting");
  return waiting.reduce((s, [message]) => s.when(settleMessage({ message, failure: null }), { actor: worker }), story);
}

export const holdRunning = (loss = lossOf.T3, story = given()): Story => delivered(onHold(loss, story));

/** The story at the moment its hold ends. */
export const atHoldsEnd = (story: Story): Story =>
  story.after(Math.max(0, (story.ticket.hold?.endsAt ?? 0) - story.now));

export const resetSent = (loss = lossOf.T3, story = given()): Story =>
  atHoldsEnd(holdRunning(loss, story)).when(endHold("g1"), { actor: worker });

export const completed = (loss = lossOf.T3, story = given()): Story =>
  resetSent(loss, story).when(redeem({ id: "g1", generation: 1 }), { actor: anyone });
