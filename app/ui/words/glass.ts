import type { GlassReason, RevealedValue, RevealReason } from "domain/event";
import { ticketName } from "./labels";

/** Why a ticket is to be read by who has no part in it; the keys are what the form sends. */
export const glassReasons: Record<GlassReason, string> = {
  complaint: "The holder complained",
  "suspected-fraud": "Someone may be cheating",
  safety: "Someone may be in danger",
  "technical-fault": "A fault has to be looked into",
  other: "Another reason",
};

export const glassWords = {
  title: "Break-glass",
  means:
    "A ticket that waits for supervisors opens by itself. Any other opens only to two of you, for one hour and to be read. Every admin is told, and it stands in red in every report.",
  ask: {
    title: "Ask to read a ticket",
    ticket: "Ticket",
    ticketHint: "Its number, as in CS-1002.",
    reason: "Reason",
    text: "What you need to see, and why",
    textHint: "Name nobody in it. It is kept apart from the trail, for the one who confirms and for auditors.",
    code: "Code of your authenticator",
    codeHint: "A fresh one, for this ticket.",
    button: "Ask a second supervisor",
  },
  waiting: "Waiting for a second supervisor",
  noneWaiting: "Nobody asks to read a ticket.",
  asks: (who: string, number: number): string => `${who} asks to read ${ticketName(number)}`,
  lapses: "Lapses",
  own: "You asked. Another supervisor, who is another person, confirms it within the hour.",
  confirm: "Confirm, and open it to both",
  confirmOf: (number: number): string => `Confirm for ${ticketName(number)}`,
  broken: "Opened in the last 30 days",
  noneBroken: "Nothing was opened by break-glass.",
  opened: (asker: string, confirmer: string, number: number): string =>
    `${asker} and ${confirmer} opened ${ticketName(number)}`,
  until: "To be read until",
  over: "It was to be read until",
  reason: "Reason",
  read: (number: number): string => `Read ${ticketName(number)}`,
  close: "Close it now",
  closeOf: (number: number): string => `Close ${ticketName(number)} now`,
  acknowledge: "I have seen this",
  acknowledgeOf: (number: number): string => `Acknowledge ${ticketName(number)}`,
  seen: "Look at all of it",
  /** On a ticket's page. */
  through: "You read this by break-glass, and can do nothing to it, until",
  throughMeans: "Every admin is told, and each look of yours is an entry.",
  /** In the reports. */
  red: "Opened by break-glass",
};

/** What the page says once of the act that led to it. */
export const glassNews: Record<string, string> = {
  ask: "It waits for a second supervisor, for one hour.",
  confirmation: "The ticket is open to both of you for one hour. Every admin is told.",
  closing: "The ticket is closed to both of you.",
  acknowledgement: "That you saw it stands on the trail.",
};

export const revealReasons: Record<RevealReason, string> = {
  "read-back": "To read it back to the caller",
  misheard: "It may have been misheard",
  compare: "To compare it with what was sent",
  other: "Another reason",
};
export const revealedWords: Record<RevealedValue, string> = {
  "new-contact": "The new contact",
  "holder-name": "The holder's name",
};

export const revealWords = {
  title: "Show in clear",
  fold: "Show a value in clear",
  hint: "It is shown once, in the answer to this form. It is an entry, counted, and stops at ten in twelve hours. What was on file before is shown to nobody.",
  what: "What",
  reason: "Reason",
  text: "In words",
  textHint: "Name nobody in it. It is kept apart from the trail.",
  code: "Code of your authenticator",
  codeHint: "A fresh one, for this ticket.",
  button: "Show it once",
  once: "It is not shown again, and stands nowhere on the trail. Read it to nobody but the caller.",
};

export const handOverWords = {
  title: (number: number): string => `Hand over ${ticketName(number)}`,
  link: "Hand over",
  means: "You hand it over by its line alone: it is not yours to open.",
  cancel: "Back to the queue",
  nobody: "No agent is at the desk.",
  holder: "Holder",
  state: "State",
  agent: "With",
  noAgent: "nobody",
};
