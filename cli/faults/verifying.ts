import { standard } from "domain/policies";
import { freshEvidence } from "domain/policy";
import type { Ticket } from "domain/ticket";
import { lifetime } from "domain/time";
import { addNote } from "~/desk/add-note.server";
import { type CaseRef, caseNow } from "~/desk/case.server";
import { checkAnswers, drawQuestions } from "~/desk/check-answers.server";
import { type CheckOutcome, checkSerial } from "~/desk/check-serial.server";
import { cancelTicket } from "~/desk/end-ticket.server";
import { confirmNewContact, nameNewContact, sendCode } from "~/desk/new-contact.server";
import { submitTicket } from "~/desk/submit-ticket.server";
import { say } from "./acknowledge";
import { newAddressOf } from "./case-file";
import { messageIn } from "./deliveries";
import { by, type Step, type Telling, told } from "./story";

/** Takes the next step of an agent who checks: the new address, a note, two serials, the answers, then the submission. */
export async function verifyOneStep(t: Telling, ref: CaseRef, ticket: Ticket): Promise<Step> {
  const { door, lane, holder } = t;
  const contact = ticket.newContact;
  if (!contact)
    return told(await nameNewContact(door, by(lane.agent), ref, { kind: "email", value: newAddressOf(holder) }));
  if (contact.confirmedAt === null) return confirmOne(t, ref, ticket, contact.id);
  if (ticket.notes.length === 0) return noted(t, ref);
  const fresh = freshEvidence(ticket, standard, door.clock.now());
  const proofs = (factor: string) => fresh.filter((v) => v.factor === factor);
  const serial = proofs("serial").length < 2 ? await checkNextSerial(t, ref, proofs("serial").length) : null;
  if (serial) return serial;
  if (proofs("answers").length === 0) return answerAll(t, ref);
  const submitted = await submitTicket(door, by(lane.agent), ref);
  return submitted.refused === "policy-not-met" ? giveUp(t, ref) : told(submitted);
}

async function confirmOne({ door, file, lane }: Telling, ref: CaseRef, ticket: Ticket, contact: string): Promise<Step> {
  const code = ticket.codes[contact];
  if (!code || code.expiresAt <= door.clock.now()) return told(await sendCode(door, by(lane.agent), ref, "new"));
  const text = messageIn(file.mailFolder, `${ticket.id}.code.${code.generation}.${contact}`);
  const digits = text ? /\b(\d{6})\b/.exec(text)?.[1] : null;
  return digits ? told(await confirmNewContact(door, by(lane.agent), ref, digits)) : "waits";
}

async function noted({ door, lane }: Telling, ref: CaseRef): Promise<Step> {
  return told(await addNote(door, by(lane.agent), ref, "Calls from a borrowed phone."));
}

/** Types the serials in turn until one counts; null once every one was typed. */
async function checkNextSerial({ door, lane, holder }: Telling, ref: CaseRef, proven: number): Promise<Step | null> {
  for (const serial of holder.serials.slice(proven)) {
    const done = await checkSerial(door, by(lane.agent), ref, serial);
    if (done.checked === "match" || done.refused) return told(done);
    sayBurnt("serial", done, ref);
  }
  return null;
}

/** Everything right was typed and the policy is not met: the ticket cannot go on. */
async function giveUp({ door, lane }: Telling, ref: CaseRef): Promise<Step> {
  say(`stuck ${ref.ticket}`);
  return told(await cancelTicket(door, by(lane.agent), ref, "not-proven"));
}

/** Where the right set no longer counts in this ticket, another one with one answer wrong does: two of three pass. */
async function answerAll(t: Telling, ref: CaseRef): Promise<Step> {
  const { door, lane, holder } = t;
  const drawn = (await caseNow(door, ref)).account?.drawn;
  if (!drawn || door.clock.now() - drawn.at >= lifetime.drawnQuestionsMs)
    return told(await drawQuestions(door, by(lane.agent), ref));
  const right = Object.fromEntries(holder.answers.map((a) => [a.id, a.answer]));
  for (const set of [right, { ...right, [drawn.questions[0] ?? ""]: "not this one" }]) {
    const done = await checkAnswers(door, by(lane.agent), ref, set);
    if (done.checked === "match" || done.refused) return told(done);
    sayBurnt("answers", done, ref);
  }
  return giveUp(t, ref);
}

/** A right value that scores no more: the process ended between its reservation and its result. */
const sayBurnt = (factor: string, { checked }: CheckOutcome, ref: CaseRef): void =>
  say(`burnt ${factor} ${checked} ${ref.ticket}`);
