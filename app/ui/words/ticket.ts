import type { ContactKind, Loss } from "domain/loss";
import type { HoldRange } from "domain/policy";
import { days } from "domain/time";
import type { EvidenceLine, TicketView } from "domain/view";
import { capital, countOf, lengthWords, numberWord } from "./amounts";
import { lossWords } from "./labels";
import { inline } from "./telling";

/** The ticket in one line: who lost what. */
export const ticketTitle = (holder: string, loss: Loss): string => `${inline(holder)} lost ${lossWords(loss)}`;

export const stepStates = { done: "done", now: "now", later: "to come" };
export const peopleWords = (n: number): string => (n === 1 ? "1 person" : `${n} people`);
/** How long a hold is, or between how many days: "none", "24 hours", "3 to 7 days". */
export function holdWords({ leastMs, mostMs }: HoldRange): string {
  if (mostMs === 0) return "none";
  return leastMs === mostMs
    ? lengthWords(mostMs)
    : `${leastMs / days(1)} to ${countOf(mostMs / days(1), "day", "days")}`;
}
export const kindWord: Record<ContactKind, string> = { email: "E-mail", phone: "Phone" };

/** One result of a check, as the "still needed" panel and the packet say it. */
export function evidenceWords(e: EvidenceLine, times = 1): { what: string; how: string } {
  switch (e.factor) {
    case "serial":
      return {
        what: times === 1 ? "A device, by its serial" : `${capital(numberWord(times))} devices, by their serials`,
        how: `${e.whole ? "whole label" : "short form"}${boundIn(e.boundYear)}`,
      };
    case "photo":
      return {
        what: times === 1 ? "A device, by a photo of its label" : `${capital(numberWord(times))} photos of labels`,
        how: `read by a second person${boundIn(e.boundYear)}`,
      };
    case "purchase":
      return {
        what: times === 1 ? "A proof of purchase" : `${capital(numberWord(times))} proofs of purchase`,
        how: `read by a second person${boundIn(e.boundYear)}`,
      };
    case "answers":
      return {
        what: "The security questions",
        how: e.typedByRequester ? "passed, typed by the requester" : "passed, read to the agent",
      };
    case "contact-code":
      return { what: "A code to a registered contact", how: `typed back from ${inline(e.mask)}` };
    case "saved-code":
      return { what: "A saved recovery code", how: "works once, and was used here" };
    case "vouch":
      return { what: "Someone who vouches", how: "from their own signed-in account" };
  }
}

const boundIn = (year: number | null): string => (year === null ? "" : `, bound in ${year}`);

export const panel = {
  title: "Still needed",
  complete: "Everything needed is here",
  done: "done",
  missing: "missing",
  staleHow: "expired; ask again",
  firstDevice: "a device's serial, or a photo of its label",
  kinds: {
    device: "a device's serial",
    knowledge: "the security questions",
    possession: "a code to a registered contact",
    savedCode: "a saved recovery code",
    vouch: "someone who vouches",
  },
  sameKind: "; another device is the same kind again",
  newContact: (kind: ContactKind | null): string =>
    kind === "phone" ? "A new number, confirmed" : "A new address, confirmed",
  newContactMissing: "before any proof, so that the link has somewhere to go",
  newContactUnconfirmed: (mask: string): string => `${inline(mask)} has not answered yet`,
  newContactDone: (mask: string): string => `the code sent to ${inline(mask)} was typed back`,
};

export const account = {
  title: "Account",
  holder: "Holder",
  since: "Since",
  devices: "Devices",
  questions: "Questions",
  onFile: (n: number): string => (n === 0 ? "none on file" : `${n} on file`),
  secondFactor: "Second factor",
  recoveries: "Recoveries",
  recovered: (n: number): string => (n === 0 ? "none in 90 days" : `${n} in 90 days`),
  lost: "lost",
  ended: "replaced",
  undelivered: "messages come back",
  switchedOff: "This account is switched off",
  switchedOffHow:
    "Its identity provider did it. No step of a recovery works on it until the provider switches it on again.",
  frozen: "This account is frozen",
  frozenHow: "No step of a recovery works on it but a T4 ticket that thaws it.",
  erased: "This account was erased",
  erasedHow: "Two people decided it. What was done on the ticket stays; whose it was does not.",
  reference: "Reference",
  referenceLabel: "the reference",
};

export const told = {
  title: "Who was told",
  none: "No contact on file could be told.",
  states: {
    waiting: "on its way",
    accepted: "sent",
    delivered: "delivered",
    failed: "not delivered",
    bounced: "came back",
  },
};

export const story = {
  title: "What happened",
  earlier: (n: number): string => `Show ${countOf(n, "earlier line", "earlier lines")}`,
  notes: "Notes",
  noteRemoved: "A part was removed before saving.",
};

export const bar = {
  note: "Note",
  noteTitle: "Add a note",
  noteLabel: "For your colleagues",
  noteHint: "Serials, codes, addresses and numbers are taken out before saving.",
  saveNote: "Save the note",
  submitShort: "Submit",
  submitRest: " for countersigning",
  stopHold: "Stop the hold…",
  stopHoldHint: "Approvals become void and the ticket goes back into review.",
  stopHoldButton: (name: string): string => `Stop the hold of ${name}`,
  reject: "Reject…",
  rejectTitle: (name: string): string => `Reject ${name}`,
  rejectButton: (name: string): string => `Reject ${name}`,
  rejectHint: "A disputed ticket takes two supervisors; the second one's word ends it.",
  reason: "Why",
  release: "Release",
  handOver: "Hand over…",
  handOverTo: "To which agent",
  handOverHint: "Handing over is an act on this ticket: you can then not approve it.",
  handOverButton: "Hand over",
  review: "Review the packet",
  ticket: "Open the ticket",
};

/** What still stands between a ticket and its submission, for the bar; never points. */
export function toSubmit(t: TicketView): string {
  if (t.satisfied)
    return t.approvalsNeeded === 1
      ? "One supervisor will check it"
      : `${capital(numberWord(t.approvalsNeeded))} supervisors will check it`;
  if (t.needsNewContact && !t.newContact?.confirmedAt) return "First confirm where the link will go";
  return t.needs.length === 1
    ? "One thing more, then it can go to a supervisor"
    : `${capital(numberWord(t.needs.length))} things more, then it can go to a supervisor`;
}
