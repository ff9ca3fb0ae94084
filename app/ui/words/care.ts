import type { SafetyKind } from "domain/safety";
import { capital, numberWord } from "./amounts";
import { inline } from "./telling";

export const safetyKindWords: Record<SafetyKind, string> = {
  household: "Someone they live with may be behind it",
  separation: "Someone they parted from may be behind it",
  stalking: "Someone follows or harasses them",
};

/** Who is on the line, as the ticket's page says it. */
export const callerWords = {
  title: "Who is on the line",
  notEntered:
    "Not matched: the requester has no request page open. Who is speaking is not known, and nothing but proof will tell.",
  ask: "Ask for the four digits on their request's page. They prove nothing about the account.",
  say: "“Please read me the four digits on your request's page. Do that only because you called us.”",
  label: "Number on their page",
  button: "Compare",
  tries: (n: number): string => (n === 1 ? "One try is left." : `${n} tries are left.`),
  noNumbers: "Not matched: three wrong numbers were read. It takes a fresh code on their request's page.",
  matched: "Matched: who is speaking has the requester's page open.",
  word: "Say this word; the same one is on their page:",
  wordSay: (word: string): string => `“The word on your page is ${word}. If it is another one, hang up: it is not us.”`,
  wrong: (n: number): string => (n === 1 ? "A wrong number was read once." : `Wrong numbers were read ${n} times.`),
};

/** The silent control: it looks like what one clicks when a piece of advice was read. */
export const noted = "Noted";

/** What the desk's pages say of a safety flag. */
export const safetyWords = {
  flag: "Safety flag",
  title: "A safety flag is on this account",
  means:
    "Whatever was lost, it takes two supervisors and seven days. The questions prove nothing, addresses are hidden, and one proof has to be new each time.",
  questions: "The security questions: who shares a home knows the answers, so they prove nothing under a safety flag.",
  set: "Someone may be in danger…",
  lead: "Set this when the person behind it may share a home, a past or a device with the holder. Two supervisors can lift it.",
  kind: "What is it about",
  button: "Set the safety flag",
  setBy: (name: string): string => `${inline(name)} set it`,
};

/** What a ticket's page tells supervisors alone. */
export const pressureWords = {
  title: (name: string): string => `${inline(name)} said that they are being pressed`,
  open: "Hand it to another agent, or end it. On their screen nothing shows; do not call them about it while someone may listen.",
  over: "It was handed on since. What was proven before stays, and the packet says so.",
  setAside: "In a routine check",
  setAsideBody: "A colleague looks at it. A supervisor hands it on; nobody claims it until then.",
};

export const withholdWords = {
  open: "Keep notices from a contact…",
  lead: "Two supervisors, for safety alone, and only while a proof that is new each time is in the ticket. Without it, the contact is told after all.",
  contact: "Which contact",
  since: "on the account since",
  proposed: (name: string): string => `proposed by ${inline(name)}; a second supervisor has to agree`,
  withheld: "kept from notices",
  button: "Keep notices from it",
};

/** The supervisors' list. */
export const safetyPage = {
  title: "Safety",
  pressed: "Agents who are being pressed",
  noPressed: "No agent said so.",
  pressedBy: (name: string): string => `${inline(name)} said so`,
  flagged: "Accounts under a safety flag",
  noFlagged: "No account is under a flag.",
  lift: "Lift it…",
  liftLead: "Two supervisors, each with a reason and a fresh code. The holder is not asked and sees nothing.",
  proposed: (name: string): string => `${inline(name)} would lift it`,
  own: "Your word is on it. A second supervisor, who is another person, has to agree.",
  reason: "Reason",
  reasonHint: "Name nobody in it. It is kept apart from the trail.",
  button: "Lift the flag",
  agree: "Agree and lift it",
  code: "Code of your authenticator",
  codeHint: "A fresh one, for this act alone.",
  more: "More accounts",
  first: "First accounts",
  pages: "Pages of flagged accounts",
  news: {
    lift: "The flag is lifted.",
    "lift-first": "Your word is recorded. A second supervisor's word lifts it.",
  } as Record<string, string>,
};

/** What a packet says of all this, under what is odd and under who did what. */
export const oddCare = {
  pressed: (name: string, proofs: number): { lead: string; rest: string } => ({
    lead: `${inline(name)} said that they were being pressed.`,
    rest:
      proofs === 0
        ? "No proof that counts was taken before it was handed on."
        : `${capital(numberWord(proofs))} of the proofs ${proofs === 1 ? "was" : "were"} taken before it was out of their hands.`,
  }),
  safety: (what: string): { lead: string; rest: string } => ({
    lead: "A safety flag is on the account.",
    rest: `${what}.`,
  }),
  withheld: (n: number): { lead: string } => ({
    lead: `Two supervisors keep this ticket's notices from ${n === 1 ? "one contact" : `${numberWord(n)} contacts`}.`,
  }),
  wrongNumber: {
    lead: "A caller read another number than the requester's page shows.",
    rest: "Whoever called was not looking at that page.",
  },
};

export const callerPacket = {
  name: "Caller",
  matched: "matched with the requester's page",
  unmatched: "could not be matched: the number on the requester's page was not read out",
};
