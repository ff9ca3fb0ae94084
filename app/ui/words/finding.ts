import type { AccountHit } from "domain/view";
import { countOf } from "./amounts";

export type FindKind = "ticket" | "username" | "name" | "email" | "phone" | "serial";

/** What an account may be found by, each with what exactly to type. */
export const findKinds: Record<FindKind, { label: string; hint: string }> = {
  ticket: { label: "Ticket number", hint: "CS-1042, or the number alone" },
  username: { label: "User name", hint: "as they sign in" },
  name: { label: "Full name", hint: "every word of it, as on the account" },
  email: { label: "E-mail", hint: "the whole address" },
  phone: { label: "Phone", hint: "with its country code" },
  serial: { label: "Serial", hint: "uses one of the account's tries; check it again in the ticket to count it" },
};

export const findWords = {
  title: "New ticket",
  lead: "Find the account exactly as the caller says it. There are no lists and no guesses: part of a name finds nothing.",
  kind: "Find by",
  q: "What the caller says, whole",
  button: "Find",
  hits: (n: number): string => `${countOf(n, "account fits", "accounts fit")} exactly`,
  none: "Nothing on file is exactly that",
  noneHow:
    "Ask how they sign in, letter by letter, or try another thing they know. Never read out what might be on file.",
  noneSay:
    "“I can't find an account under that. Could you spell it for me, or tell me another address or number you may have used?”",
  open: "Open the ticket",
  what: "What did they lose?",
  whatHint: "Tick everything that no longer works for them. It decides what proof is asked for.",
  claim: "Claim it for me now",
  switchedOff: "Its identity provider switched this account off. No ticket can start until it is on again.",
  frozen: "This account is frozen. Only a ticket that thaws it can start, at tier T4.",
  thaw: "Thaw this account",
  thawHint: "T4 proof, two countersignatures, a hold, and a new password. A password counts as lost.",
  live: (number: number): string => `Ticket CS-${number} is open for this account`,
  go: "Go to it",
  since: "since",
  secondFactor: "second factor",
  ownerTitle: "Someone died, left, or sold the device?",
  ownerBody: "A change of owner is not a recovery, and no proof makes it one.",
  ownerSay: (owners: string): string =>
    `“I am sorry. I can't move an account to another person, but my colleagues can. Please write to ${owners} with the name on the account and what happened; they answer within two working days.”`,
  lost: {
    password: "The password",
    secondFactor: "The second factor",
    email: "The e-mail address on file",
    phone: "The phone number on file",
  },
};

/** Which losses the facts of an account allow to be claimed: nobody loses what they never had. */
export function losable(hit: AccountHit): (keyof typeof findWords.lost)[] {
  const has = (kind: "email" | "phone") => hit.contacts.some((c) => c.kind === kind);
  return [
    "password" as const,
    ...(hit.secondFactor === "none" ? [] : ["secondFactor" as const]),
    ...(has("email") ? ["email" as const] : []),
    ...(has("phone") ? ["phone" as const] : []),
  ];
}
