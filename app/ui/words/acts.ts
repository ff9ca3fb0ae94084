import type { ContactKind } from "domain/loss";
import type { TicketView } from "domain/view";
import { capital, countOf, listWords, numberWord } from "./amounts";
import { inline } from "./telling";

/** Words of the one thing to do now, and of the other ways to prove. */
export const claimWords = {
  title: "Claim this ticket to work on it",
  body: "It becomes yours. After 30 idle minutes it goes back to the queue by itself.",
  button: "Claim",
};

export const contactWords = {
  title: "Ask where the link may go",
  say: "“Which e-mail address or phone number can you open right now? The link will go there, and only there.”",
  kind: "It is",
  kinds: { email: "an e-mail address", phone: "a phone number" },
  value: "The new address or number",
  hint: "Read it back letter by letter. Naming another one later voids every proof.",
  button: "Send a code to it",
  again: "Name another contact",
};

export const confirmWords = {
  title: (kind: ContactKind): string => (kind === "email" ? "Confirm the new address" : "Confirm the new number"),
  say: (mask: string): string =>
    `“I have sent six digits to ${inline(mask)}. Please read them to me, or type them on the request page.”`,
  unsent: (mask: string): string => `No code is on its way to ${inline(mask)} yet.`,
  nothing: "This proves nothing about the account; it only shows that the link will arrive.",
};

export const serialWords = {
  title: "Ask for the serial number on a device's label",
  again: "Ask for another device's serial",
  say: "“Please read me the serial number from the label, letter by letter. It is under the QR code.”",
  onFile: (n: number): string => `${capital(countWord(n, "device is", "devices are"))} on file.`,
  label: "Serial",
  button: "Check",
  hint: "Spaces and case do not matter.",
  tries: (n: number): string => `${countOf(n, "try is", "tries are")} left today for this account.`,
  cannot: "If they cannot find one:",
  cannotSay:
    "“That's all right. We can go on with the questions you chose when you set up the account, or you can call back when you are at the device. I can't go past this step, for anyone; that is what keeps your account yours.”",
  locked: "No serial can be tried for this account today.",
};

export const answersWords = {
  title: "Ask the security questions",
  lead: "They are asked together. At least two have to be right; nobody learns which.",
  better: "Better: the requester types the answers on the request page, with reference",
  betterWhy: "Answers read to you count in this ticket only, and then not again for 180 days.",
  draw: "Draw the questions",
  until: "These questions stay until",
  button: "Check the answers",
  hint: "Type what you hear. Case, spaces and accents do not matter.",
  tries: (n: number): string => `${countOf(n, "try is", "tries are")} left today for this account.`,
  spent:
    "The security questions: their answers were read aloud in an earlier ticket less than 180 days ago, and prove nothing now.",
  none: "No security questions are on file.",
  one: "Only one security question is on file, and at least two are asked.",
  locked: "The security questions cannot be tried for this account today.",
};

export const possessionWords = {
  title: "Send a code to a contact that still answers",
  say: (mask: string): string => `“I have sent six digits to ${inline(mask)}. Please read them to me.”`,
  ask: "“Can you still open one of the contacts on your account?”",
  since: "on file since",
};

export const photoWords = {
  title: "Have a photo of the label judged",
  say: (name: string): string =>
    `“Please write ${name} on paper, hold it beside the label and take one photo of both.”`,
  label: "Photo",
  hint: "JPEG, PNG or WebP, up to 8 MB. A second person reads it.",
  button: "Add the photo",
  list: "Photos",
  view: (n: number): string => `Photo ${n}`,
  results: { match: "matches a device", near: "does not match", miss: "does not match", declined: "could not be used" },
  waiting: "waits for a second person",
  yours: "waits for you to read it",
};

export const submitWords = {
  title: "Everything is here: send it to a supervisor",
  body: "This freezes what was proven. It comes back only if a supervisor returns it.",
  unread: (photos: number, purchases: number): string => {
    const waiting = [
      ...(photos > 0 ? [countOf(photos, "photo", "photos")] : []),
      ...(purchases > 0 ? [countOf(purchases, "receipt", "receipts")] : []),
    ];
    return `${listWords(waiting)} ${photos + purchases === 1 ? "waits" : "wait"} for a second person, and will not count if you send it now.`;
  },
};

/** A code on its way, and how it stands. */
export const codeWords = {
  label: "Six digits",
  confirm: "Confirm",
  send: "Send a code",
  resend: "Send a new code",
  sent: "Sent",
  until: "good until",
  tries: (n: number): string => `${countOf(n, "try", "tries")} left.`,
  used: "The code was typed back.",
  spent: "That code has no tries left; send a new one.",
  expired: "That code has expired; send a new one.",
};

export const otherWays = "Other ways to prove";

/** Why there is nothing to do here now, by the ticket's state and who reads it. */
export const waitWords = {
  theirs: (name: string): string => `${name} has this ticket`,
  theirsBody: "Only its agent can go on. A supervisor can hand it over.",
  unclaimed: "No one has claimed this ticket",
  unclaimedBody: "An agent claims it to go on.",
  review: (t: TicketView): string =>
    t.approvalsNeeded === 1 ? "A supervisor decides" : `${capital(numberWord(t.approvalsNeeded))} supervisors decide`,
  reviewBody: "Nothing can be added while it is in review.",
  hold: "The hold runs",
  holdUnstarted: "The hold starts once the old contacts' notices are on their way",
  holdBody: "Then the link goes out by itself. No one can shorten it.",
  sent: "The link was sent; the requester is next",
  sentTo: (mask: string): string => `It went to ${inline(mask)}, works once, and expires`,
  reissue: "Send the link again",
  reissueHint: "Once more, to the same contact only.",
  disputed: "An old contact said stop",
  disputedBody:
    "Everything is halted and links are void. Whoever objected has seven days to prove ownership; then two supervisors decide.",
  stuck: "Nothing more can be tried today",
  stuckBody: "Tries come back with time. Tell the caller when to come back, or hand on what they can do themselves.",
  stuckSay:
    "“We have tried what we can for today. Your request stays open; please come back tomorrow, or when you are at the device.”",
};

export const endWords: Record<
  "completed" | "rejected" | "cancelled" | "expired" | "reversed",
  { title: string; body: string }
> = {
  completed: {
    title: "The holder is back in",
    body: "For 30 days an old contact can still say that this was not them.",
  },
  rejected: {
    title: "A supervisor said no",
    body: "Nothing on the account changed. A new request would be a new ticket.",
  },
  cancelled: {
    title: "This ticket was ended",
    body: "Nothing on the account changed. A new request would be a new ticket.",
  },
  reversed: {
    title: "This recovery was undone",
    body: "The old contacts are back and the account is frozen. A T4 ticket of its own thaws it.",
  },
  expired: { title: "This ticket expired", body: "No one went on for seven days. Nothing on the account changed." },
};

export const returnedTitle = "A supervisor sent this back";

const countWord = (n: number, one: string, many: string): string => `${numberWord(n)} ${n === 1 ? one : many}`;
