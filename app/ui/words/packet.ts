import type { Loss } from "domain/loss";
import type { EvidenceLine, PacketView } from "domain/view";
import { capital, lengthWords, listWords, numberWord } from "./amounts";
import { shortLength } from "./clock";
import { inline } from "./telling";

/** What will happen to the account, as one sentence: "Replace e-mail and phone of J••• M••• and let them set a new password". */
export function packetTitle({ action, loss, holder }: Pick<PacketView, "action" | "loss" | "holder">): string {
  const name = inline(holder);
  const acts: string[] = [];
  if (action.replace.length > 0) acts.push(`replace ${replaced(loss)} of ${name}`);
  if (action.removeSecondFactor)
    acts.push(acts.length > 0 ? "remove their second factor" : `remove the second factor of ${name}`);
  if (action.thaw) acts.push(acts.length > 0 ? "open the account again" : `open the frozen account of ${name} again`);
  if (action.newPassword) acts.push(`let ${acts.length > 0 ? "them" : name} set a new password`);
  return capital(listWords(acts));
}

const replaced = (loss: Loss): string =>
  listWords([...(loss.email ? ["e-mail"] : []), ...(loss.phone ? ["phone"] : [])]);

/** What follows when enough supervisors agree. */
export function packetLead(p: PacketView): string {
  if (p.state === "disputed")
    return "An old contact said stop: everything is halted and links are void. Two supervisors decide.";
  const who = p.approvalsNeeded === 1 ? "If you agree" : `If ${numberWord(p.approvalsNeeded)} supervisors agree`;
  const hold = p.holdMs > 0 ? `a hold of ${lengthWords(p.holdMs)} begins` : "there is no hold";
  const told = toldAgain(p.oldContacts.length);
  const link = p.sendTo ? `a link goes to ${inline(p.sendTo.mask)}` : "a link goes out";
  return `${who}, ${hold}, ${told}, and ${link}. No one on staff sees a password.`;
}

function toldAgain(n: number): string {
  if (n === 0) return "no old contact can be told";
  if (n === 1) return "the old contact is told again";
  return n === 2 ? "both old contacts are told again" : `all ${numberWord(n)} old contacts are told again`;
}

export const proven = {
  title: "What was proven",
  points: (n: number, of: number): string => `${n} points, ${of} needed`,
  device: "Device",
  knowledge: "Knowledge",
  possession: "Possession",
  vouch: "Vouch",
  purchase: "Proof of purchase",
  newContact: "New contact",
  pass: "Pass",
  none: "No proof",
  expired: "Expired",
  confirmed: "Confirmed",
  unconfirmed: "Not confirmed",
  /** True of a kind that was not tried, and of one that was tried and failed. */
  without: {
    device: "no serial and no photo of a device on file counts here",
    knowledge: "the security questions do not count here",
    purchase: "none counts here; it adds points, and is no kind of proof of its own",
    possession: "no code to a contact on file was typed back",
    vouch: "nobody vouched",
  },
  pointsHow: (of: number): string =>
    `The policy gives every proof points, the more the harder it is to come by; this tier takes ${of}. Only supervisors see them.`,
  newHow: "Named in this ticket: it proves nothing about the account.",
  typedBack: (within: string): string => `code typed back in ${within}`,
  right: (n: number | null): string => (n === null ? "" : `, ${n} of them right`),
};

/** What one piece of evidence was, for a supervisor. */
export function provenWords(e: EvidenceLine): string {
  switch (e.factor) {
    case "serial":
      return `${e.whole ? "whole label" : "short form"} of a device${e.boundYear ? ` bound in ${e.boundYear}` : ""}`;
    case "photo":
      return `photo of a label, read by a second person${e.boundYear ? `; device bound in ${e.boundYear}` : ""}`;
    case "purchase":
      return `serial, holder and date read by a second person${e.boundYear ? `; device bound in ${e.boundYear}` : ""}`;
    case "answers":
      return e.typedByRequester
        ? "the drawn questions, typed by the requester in the portal"
        : "the drawn questions, read to the agent";
    case "contact-code":
      return `code typed back from ${inline(e.mask)}`;
    case "saved-code":
      return "a saved recovery code, used up here";
    case "vouch":
      return "someone linked to the account vouched, from their own signed-in session";
  }
}

export const odd = {
  title: "What is odd",
  nothing: "Nothing odd was found.",
  near: {
    lead: "A serial was nearly right.",
    rest: "Same length, look-alike characters. It counted as a try and earned nothing.",
  },
  miss: { lead: "A serial did not match.", rest: "It counted as a try." },
  late: {
    lead: "A proof of purchase is dated too late.",
    rest: "Its serial is a device's of this account, but the device was bound before that date. It earned nothing.",
  },
  "wrong-answers": { lead: "The security questions were failed.", rest: "It counted as a try." },
  "saved-code": { lead: "A saved code did not work.", rest: "It counted as a try." },
  weakAnswers: {
    lead: "Answers on file are weak.",
    rest: "At least one is among the commonest there are: who guesses has a fair chance.",
  },
  wait: "The hold lasts seven days.",
  raised: "The tier is one higher than what was lost would make it.",
  looked: "A supervisor looked at it, and said what they found; the trail names them.",
  recoveries: (n: number): string =>
    `${capital(numberWord(n))} ${n === 1 ? "recovery" : "recoveries"} of this account in 90 days.`,
  failed: (mask: string): string => `The notice to ${inline(mask)} could not be delivered.`,
};

export const people = {
  title: "Who did what",
  oldContacts: "Old contacts",
  noObjection: "no objection",
  approved: "countersigned",
  you: "you",
};

export const signing = {
  title: "What you sign",
  packet: "Packet",
  policy: "Policy",
  policyOf: (id: string, version: number): string => `${id}, version ${version}`,
  round: "Round",
  submitted: "Submitted",
  opened: "Opened by you",
  hash: "the packet's hash",
  expires: (leftMs: number): string => (leftMs > 0 ? `expires in ${shortLength(leftMs)}` : "expired"),
};

export const decisions = {
  approve: "Countersign…",
  return: "Return",
  returnMore: " for more",
  reject: "Reject…",
  approveTitle: (name: string): string => `Countersign ${name}`,
  returnTitle: (name: string): string => `Return ${name} for more`,
  rejectTitle: (name: string): string => `Reject ${name}`,
  approveHint: "You sign this packet and nothing else. One changed character would void it.",
  returnHint: "Approvals so far become void. The agent reads your reason and note.",
  rejectHint: "The ticket ends for good. The account does not change.",
  reason: "Why",
  noteOptional: "Note (optional)",
  noteNeeded: "What speaks against it",
  noteHint: "Serials, codes, addresses and numbers are taken out before saving.",
  code: "Code from your authenticator",
  codeHint: "A fresh one: a code is never accepted twice.",
  needs: "Each needs a reason and a code from your authenticator",
  approveButton: "Countersign",
  returnButton: "Return",
  rejectButton: "Reject",
  rejectDisputedHint:
    "A disputed ticket takes two supervisors; the second one's word ends it. The account does not change.",
  cannot: "You cannot decide this one",
  cannotApprove: "You cannot countersign this one",
};
