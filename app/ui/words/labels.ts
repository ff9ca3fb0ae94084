import type { FlagKind, Longer, NoticePurpose, RaiseReason } from "domain/event";
import type { ContactKind, Loss, Tier } from "domain/loss";
import type { Need } from "domain/policy";
import type { Role } from "domain/staff";
import type { TicketState } from "domain/ticket";
import type { NextStep, QueueView, TicketAct } from "domain/view";
import { capital, listWords } from "./amounts";

/** A ticket's number as everyone says it. */
export const ticketName = (number: number): string => `CS-${number}`;

export const stateWords: Record<TicketState, string> = {
  open: "Open",
  verifying: "Verifying",
  in_review: "In review",
  on_hold: "On hold",
  reset_sent: "Link sent",
  completed: "Completed",
  rejected: "Rejected",
  cancelled: "Cancelled",
  expired: "Expired",
  disputed: "Disputed",
  reversed: "Reversed",
};

export const tierWords: Record<Tier, string> = {
  T1: "Password only: a link to a registered contact",
  T2: "Second factor removed, contacts stay",
  T3: "One contact replaced, another one answers",
  T4: "Total loss: nothing on file answers",
};

export const contactWords: Record<ContactKind, string> = { email: "e-mail", phone: "phone" };

const lossNames: Record<keyof Loss, string> = {
  password: "password",
  secondFactor: "second factor",
  email: "e-mail",
  phone: "phone",
};
/** The label of one thing that may be lost. */
export const lossLabel = (part: keyof Loss): string => capital(lossNames[part]);
/** What was lost, inside a sentence: "password, e-mail and phone". */
export function lossWords(loss: Loss): string {
  const parts = (Object.keys(lossNames) as (keyof Loss)[]).filter((part) => loss[part]);
  return parts.length === 0 ? "nothing" : listWords(parts.map((part) => lossNames[part]));
}

export const roleWords: Record<Role, string> = {
  agent: "Agent",
  supervisor: "Supervisor",
  auditor: "Auditor",
  admin: "Admin",
};

export const secondFactorWords: Record<"none" | "totp" | "sms", string> = {
  none: "none",
  totp: "authenticator",
  sms: "codes by SMS",
};

export const stepWords: Record<"open" | "verify" | "countersign" | "hold" | "reset", string> = {
  open: "Opened",
  verify: "Verify",
  countersign: "Countersign",
  hold: "Hold",
  reset: "Reset by the requester",
};

export const nextWords: Record<NextStep, string> = {
  claim: "Claim it",
  "hand-over": "A supervisor hands it on",
  "confirm-contact": "Confirm the new contact",
  check: "Ask for proof",
  "judge-photo": "A second person judges the photo",
  "judge-purchase": "A second person judges the proof of purchase",
  submit: "Submit for countersigning",
  countersign: "A supervisor decides",
  "wait-hold": "Hold runs",
  "wait-holder": "Waiting for the requester",
  "look-twice": "Disputed: two supervisors decide",
  none: "Nothing",
};

export const viewWords: Record<QueueView, string> = {
  all: "All live",
  mine: "Mine",
  unclaimed: "Unclaimed",
  waiting: "Waiting for requester",
  "in-review": "In review",
  "hold-ending": "Hold ending",
  disputed: "Disputed",
  ended: "Ended",
};

/** What is still missing, in words: never points. */
export const needWords: Record<Need, { what: string; how: string }> = {
  "someone-else": {
    what: "A supervisor",
    how: "no proof helps on this ticket; end it, and tell the caller that the desk will write to the account",
  },
  "second-kind-of-proof": {
    what: "A second kind of proof",
    how: "the security questions, or a code to a registered contact; another device is the same kind again",
  },
  "code-to-surviving-contact": {
    what: "A code from the contact that still answers",
    how: "send it a code and have it typed back",
  },
  "knowledge-or-vouch": { what: "Something only the holder knows", how: "the security questions, asked together" },
  "saved-code-or-vouch": {
    what: "A saved recovery code, or someone who vouches",
    how: "this policy asks for one of the two",
  },
  "dynamic-proof": { what: "A proof that is new each time", how: "a code to a registered contact" },
  "more-evidence": {
    what: "More of what they have",
    how: "another device's serial, a photo of its label, or a proof of purchase",
  },
};

export const actWords: Record<TicketAct, string> = {
  claim: "Claim",
  release: "Release",
  "hand-over": "Hand over",
  "propose-contact": "Name the new contact",
  "confirm-contact": "Confirm the new contact",
  "check-serial": "Check a serial",
  answers: "Ask the security questions",
  "send-code": "Send a code",
  "add-photo": "Add a photo",
  "add-purchase": "Add a proof of purchase",
  "check-saved-code": "Check a saved code",
  "ask-vouch": "Ask for a vouch",
  submit: "Submit for countersigning",
  cancel: "Cancel the ticket",
  note: "Add a note",
  review: "Review",
  reissue: "Send the link again",
  "stop-hold": "Stop the hold",
  reject: "Reject",
  reveal: "Show a value in clear",
};

export const outcomeWords: Record<"ok" | "denied" | "error", string> = {
  ok: "Done",
  denied: "Refused",
  error: "Failed",
};

/** Why a hold lasts seven days. */
export const longerWords: Record<Longer, string> = {
  "no-old-contact": "There is no old contact left to warn",
  "second-factor-on": "A second factor was on",
  "young-account": "The account is under 90 days old",
  "recent-sign-in": "Someone signed in within the last 14 days",
  "notice-failed": "A notice could not be delivered",
  "objection-unproved": "Someone objected and did not prove it",
  "tier-raised": "The tier was raised",
  "safety-flag": "A safety flag is on the account",
};

/** Why a ticket is judged one tier higher than what was lost, for supervisors. */
export const raiseWords: Record<RaiseReason, string> = {
  "recovered-lately": "The account was recovered within the last 90 days",
  "decided-lately": "Two tickets of the account were rejected, disputed or completed within 30 days",
  "many-tickets": "Three other tickets of the account were opened within 30 days",
  "contact-changed-lately": "A contact of the account changed within the last 30 days",
  "contact-elsewhere": "The new contact was named in another account's ticket within 180 days",
};

/** What looked wrong, for supervisors: what was seen, and what it may mean. */
export const flagWords: Record<FlagKind, { lead: string; rest: string }> = {
  "near-serials": {
    lead: "Nearly right serials were given more than once.",
    rest: "Someone may be reading a label they cannot see well, or guessing from a photo.",
  },
  "serials-in-sequence": {
    lead: "Serials were tried one after the other.",
    rest: "Numbers next to each other look like guessing, not like labels.",
  },
  "same-wrong-again": {
    lead: "What was wrong in an earlier ticket was tried again in another.",
    rest: "The same caller may be going from agent to agent.",
  },
  "contact-elsewhere": {
    lead: "The new contact was named for another account too.",
    rest: "One person may be collecting accounts.",
  },
  "repeat-recovery": {
    lead: "The account was recovered a short while ago.",
    rest: "A thief who got in once comes back; so does a holder who was thrown out again. Ask which.",
  },
  "codes-made-meanwhile": {
    lead: "New saved codes were made while a ticket was open.",
    rest: "The codes printed before do not work any more. Ask the caller whether they made new ones.",
  },
  "many-tickets-by-one-agent": {
    lead: "One agent opened a dozen tickets within an hour.",
    rest: "Either a bad day with many callers, or someone at the desk who is being used.",
  },
  "lookup-without-ticket": {
    lead: "An account was looked up and no ticket was opened.",
    rest: "Ask what the search was for.",
  },
  "requester-knocked-out": {
    lead: "The new contact belongs to a requester who was stopped before.",
    rest: "Nothing they prove counts for 90 days.",
  },
  appeal: {
    lead: "A requester asks that somebody else looks at a rejection.",
    rest: "Whoever rejected it does not answer. Say whether it stands, or whether they should ask again.",
  },
  "staff-account": {
    lead: "The account belongs to a member of staff.",
    rest: "It is not recovered at this desk.",
  },
  "staff-contact": {
    lead: "The new contact belongs to a member of staff.",
    rest: "Nothing proves that this is right.",
  },
};

export const noticeWords: Record<NoticePurpose, string> = {
  opened: "that a ticket was opened",
  approved: "that it was approved",
  reset: "that the link was sent",
  completed: "that the account was recovered",
  disputed: "that someone said stop",
  resumed: "that the request goes on",
  dismissed: "that the recovery stands",
  rejected: "that the request was ended",
  reversed: "that the recovery was undone",
};
