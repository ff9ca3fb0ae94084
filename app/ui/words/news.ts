import type { Tone } from "../notice";
import { countOf, numberWord } from "./amounts";

interface News {
  tone: Tone;
  sentence: string;
  say?: string;
}

/** What a ticket's page says once after an act, by the name the address carries; null for anything else. */
export const newsOf = (done: string | null): News | null =>
  done ? ((Object.hasOwn(news, done) ? news[done] : afterApproval(done)) ?? null) : null;

/** What a countersignature led to: how many more it takes, or the hold, by its hours. */
function afterApproval(done: string): News | null {
  const [, kind, digits] = /^approval-(more|hold)-(\d{1,4})$/.exec(done) ?? [];
  const n = Number(digits);
  if (kind === "more")
    return {
      tone: "good",
      sentence: `Your countersignature is recorded: ${numberWord(n)} more ${n === 1 ? "is" : "are"} needed, within 24 hours.`,
    };
  if (kind !== "hold") return null;
  const then = n === 0 ? "no hold is needed" : `the hold begins: ${holdWords(n)}`;
  return { tone: "good", sentence: `Your countersignature is recorded, and ${then}. The old contacts are told.` };
}

const holdWords = (n: number): string => (n % 24 === 0 ? countOf(n / 24, "day", "days") : countOf(n, "hour", "hours"));

const sameAnswer =
  "“Thank you. I can't tell you more about that one than that it did not help. Is there another device, or shall we go on with the questions?”";

const news: Record<string, News> = {
  claim: { tone: "good", sentence: "The ticket is yours." },
  contact: { tone: "good", sentence: "A code is on its way to the new contact." },
  "contact-code": { tone: "good", sentence: "A code is on its way." },
  "contact-confirmation": { tone: "good", sentence: "The new contact is confirmed." },
  "serial-match": { tone: "good", sentence: "This serial belongs to a device of the account." },
  "serial-too-new": {
    tone: "warn",
    sentence: "This device joined the account less than 30 days ago, so it proves nothing yet. Ask for another.",
  },
  "serial-no-match": {
    tone: "warn",
    sentence: "This serial did not help. It used one try of the account.",
    say: sameAnswer,
  },
  "serial-repeated": {
    tone: "wait",
    sentence: "This serial was checked before in this ticket. It used no further try.",
  },
  "answers-match": { tone: "good", sentence: "The answers hold." },
  "answers-no-match": {
    tone: "warn",
    sentence: "The answers did not hold. Nobody learns which. It used one try of the account.",
  },
  "answers-repeated": {
    tone: "wait",
    sentence: "These answers were checked before in this ticket. It used no further try.",
  },
  "saved-code-match": { tone: "good", sentence: "The saved code was right. It is used up." },
  "saved-code-no-match": {
    tone: "warn",
    sentence: "That saved code did not work. It used one try of the account.",
    say: "“That one didn't work. Do you have another on your list?”",
  },
  "saved-code-too-new": {
    tone: "warn",
    sentence: "That code was made after this ticket was opened, so it proves nothing here. It is used up.",
  },
  "saved-code-repeated": {
    tone: "wait",
    sentence: "This saved code was checked before in this ticket. It used no further try.",
  },
  vouch: { tone: "good", sentence: "The number is below. Read it to the requester, and to nobody else." },
  possession: { tone: "good", sentence: "The code was right: that contact answers." },
  photos: { tone: "good", sentence: "The photo is in. A second person judges it." },
  purchases: { tone: "good", sentence: "The proof of purchase is in. A second person judges it." },
  judgement: { tone: "good", sentence: "Your judgement is recorded." },
  notes: { tone: "good", sentence: "The note is saved." },
  "notes-removed": { tone: "warn", sentence: "The note is saved. What must not stand in a note was taken out." },
  submission: { tone: "good", sentence: "It is with the supervisors now." },
  grant: { tone: "good", sentence: "A new link is on its way. The old one is dead." },
  "hold-stop": { tone: "good", sentence: "The hold is stopped and the ticket is back in review." },
  return: { tone: "good", sentence: "The ticket is back with its agent." },
  rejection: { tone: "good", sentence: "Your rejection is recorded." },
  "verdict-first": { tone: "good", sentence: "Your word is recorded. A second supervisor's word decides." },
  "verdict-reject": { tone: "good", sentence: "The request is rejected, and its new contact is kept out for 90 days." },
  "verdict-reverse": { tone: "good", sentence: "The recovery is undone: old contacts back, account frozen, all told." },
  "verdict-resume": { tone: "good", sentence: "The ticket goes on as T4, with everything to be proven anew." },
  "verdict-dismiss": { tone: "good", sentence: "The recovery stands. The account stays frozen until it is thawed." },
  caller: { tone: "good", sentence: "You have the requester on the line. Now tell them the word." },
  safety: { tone: "good", sentence: "The safety flag is set." },
  withholding: { tone: "good", sentence: "This ticket's notices are kept from that contact." },
  "withholding-first": { tone: "good", sentence: "Your word is recorded. A second supervisor has to agree." },
  approval: { tone: "good", sentence: "Your countersignature is recorded." },
};
