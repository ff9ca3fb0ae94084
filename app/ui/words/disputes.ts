import type { DisputeVerdict } from "domain/event";
import { capital, countOf, lengthWords, listWords } from "./amounts";
import { inline } from "./telling";

interface VerdictWords {
  /** After "would". */
  would: string;
  /** On the button that opens its form. */
  label: string;
  /** What it leads to, in a sentence or two. */
  means: string;
  /** Who decides it. */
  who: string;
  /** On the button that sends it. */
  send: string;
}
const didNotWork = "By two supervisors who did not work on the case; they may have approved it.";
const newToCase = "By two supervisors new to the case: they neither worked on it nor approved it.";

/** What two supervisors may make of an objection. */
export const verdictWords: Record<DisputeVerdict, VerdictWords> = {
  reject: {
    would: "reject the request",
    label: "Reject the request",
    means:
      "The ticket ends and the account stays as it is. Where the objection was proved, its new contact is kept out of every recovery for 90 days.",
    who: didNotWork,
    send: "Reject",
  },
  reverse: {
    would: "undo the recovery",
    label: "Undo the recovery",
    means:
      "The old contacts come back and the new one goes. Everyone is signed out and told, and the account is frozen until a T4 ticket thaws it.",
    who: didNotWork,
    send: "Undo it",
  },
  resume: {
    would: "let the request go on",
    label: "Let the request go on",
    means:
      "All evidence so far is void. From here on it takes tier T4 with a proof that is new each time, two countersignatures and a hold of seven days.",
    who: newToCase,
    send: "Let it go on",
  },
  dismiss: {
    would: "let the recovery stand",
    label: "Let the recovery stand",
    means: "The ticket is completed again. The account stays frozen; a T4 ticket of its own thaws it.",
    who: newToCase,
    send: "Let it stand",
  },
};

export const isVerdict = (value: unknown): value is DisputeVerdict =>
  typeof value === "string" && Object.hasOwn(verdictWords, value);

/** The reasons a supervisor chooses from. */
export const verdictReasons: Record<DisputeVerdict, Record<string, string>> = {
  reject: {
    "owner-proved": "The owner proved themselves and did not ask for it",
    "takeover-attempt": "It looks like an attempt to take the account over",
    other: "Another reason",
  },
  reverse: {
    "owner-proved": "The owner proved themselves and did not ask for it",
    "wrong-person": "The wrong person was let in",
    other: "Another reason",
  },
  resume: {
    "not-proved": "Nobody proved the objection",
    "objection-mistaken": "The objection was a mistake",
    other: "Another reason",
  },
  dismiss: {
    "not-proved": "Nobody proved the objection",
    "objection-mistaken": "The objection was a mistake",
    other: "Another reason",
  },
};

export type DisputeStage = "stopped" | "recovered" | "undo" | "over";

export const disputeWords = {
  /** The heading, by what there is to decide. */
  title: {
    stopped: (name: string): string => `${name}: an old contact said stop`,
    recovered: (name: string): string => `${name}: an old contact said stop after the recovery`,
    undo: (name: string): string => `${name}: undo this recovery`,
    over: (name: string): string => `${name}: nothing to decide`,
  },
  lead: {
    stopped: "Everything is halted and links are void. Two supervisors decide; each choice below says who may.",
    recovered:
      "The account is frozen and everyone is signed out. Two supervisors decide; each choice below says who may.",
    undo: "No objection stands. Two supervisors can still undo a recovery for 30 days, of their own accord.",
    over: "This ticket is not in dispute, and no recovery of it is left to undo.",
  } satisfies Record<DisputeStage, string>,
  objection: "The objection",
  by: "By",
  session: "a signed-in session of the account",
  unknown: "an old contact",
  when: "Made",
  stopped: "The ticket was",
  asked: "What was asked for",
  holder: "Account of",
  lost: "Said to be lost",
  opened: "Opened",
  until: "Until",
  newContact: "New contact",
  sendTo: "The link goes to",
  none: "none",
  proof: "Proof of ownership",
  proved: "Proved",
  notProved: "Not proved in time",
  notYet: "Not proved yet",
  left: (ms: number): string => `${lengthWords(ms)} left`,
  over: "the seven days are over",
  bySignIn: "Signed in with a second factor",
  nothingGiven: "Nothing was given yet.",
  given: { serial: "A serial of a device on file", answers: "The security questions", code: "A code to the contact" },
  expired: "no longer counts",
  givenOn: "given on",
  right: (n: number): string => `${n} right`,
  odd: (n: number): string => `${capital(countOf(n, "try", "tries"))} did not hold`,
  earlier: (masks: string[]): string =>
    `An earlier objection by ${listWords(masks.map(inline))} was not proved. Another one of theirs takes the proof first.`,
  decide: "Your decision",
  first: (name: string, would: string): string => `${inline(name)} would ${would}. A second supervisor's word decides.`,
  note: "Why, in your words",
  noteHint: "Serials, codes, addresses and numbers are taken out before saving.",
  reason: "Reason",
  code: "Code from your authenticator",
  codeHint: "A fresh one: a code is never accepted twice.",
  notNow: "Not now",
  notYou: "Not you",
  youAreNew: "You are new to the case.",
  packet: "Read the packet",
  open: "Look at the dispute",
  undo: "Undo this recovery…",
};

/** What is said of a quarantine on an account and a ticket. */
export const quarantineWords = {
  desk: "In quarantine",
  deskTo: "until",
  deskUntil: "contacts and devices are viewed, not moved",
};
