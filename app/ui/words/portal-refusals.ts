import type { Language } from "../languages";
import { portalRefusalsAr } from "./portal-refusals.ar";
import { portalFileRefusals } from "./portal-refusals-files";

const wrongCode = "That code does not work. Type the newest one, or ask for another.";
const wrongNumber = "That number does not work. Ask them to read it to you again, or to ask us for a new one.";
const noTries = "There are no tries left here for now. Try again tomorrow, or ask us for help.";
const answers =
  "We could not use these answers. They are not all right, and one of your few tries for today is used up. Please check all of them before you send them again.";

const en = {
  wrong: answers,
  "answers-did-not-hold": answers,
  "wrong-reference-or-code": "That reference or that code does not work. Check both, or ask for a new code.",
  "empty-or-short": "Please answer every question.",
  "equals-question": "Please answer every question.",
  "already-answered": "We have your answers, thank you. Load the page again to see what comes next.",
  locked: noTries,
  "wrong-code": wrongCode,
  "no-such-code": wrongCode,
  "code-expired": wrongCode,
  "too-many-tries": wrongCode,
  "no-such-ticket": wrongCode,
  "code-just-sent": "A code is on its way already. Please wait two minutes before you ask for another.",
  "too-many-codes": "We cannot send any more codes for this request. Please ask us for help.",
  "too-many-codes-today": "We cannot send another code today. Please try again tomorrow, or ask us for help.",
  "too-many-photos": "You sent five photos. We do not need more.",
  "not-a-code": wrongCode,
  "nothing-typed": "Please answer every question.",
  "nothing-said": "Write a sentence or two.",
  "too-many-purchases": "You sent three receipts. We do not need more.",
  ...portalFileRefusals.en,
  "saved-code-did-not-work":
    "That saved code does not work. Each one works once. Try another one, or go on another way.",
  "not-a-saved-code": "That is not a whole saved code. It has four groups of four letters and digits.",
  "too-many-saved-code-tries":
    "You have no more tries for saved codes for now. Try again tomorrow, or ask us for help.",
  "wrong-password": "That is not your password. Nothing was changed.",
  "password-elsewhere":
    "Your account is kept in another place, so the password cannot be changed here. Sign out, and choose “I forgot my password”.",
  "too-many-passwords": "You typed your password too often. Please wait a quarter of an hour, then try again.",
  "codes-shown-once": "Those codes were shown once and cannot be shown again. If you did not keep them, make new ones.",
  "in-quarantine": "Your account was recovered less than 30 days ago. You can do this when that time is over.",
  "account-frozen": "Your account is stopped at the moment, so this cannot be changed. Please ask us for help.",
  "not-an-address": "That is not an e-mail address. It looks like name@example.org.",
  "own-address": "That is your own address. Ask someone else.",
  "too-many-links": "You have asked five people already. Remove one before you ask another.",
  "too-many-invitations": "You asked five people today. You can ask another tomorrow.",
  "no-such-invitation": "That does not wait for an answer any more. Load the page again.",
  "already-linked": "You are linked already. Load the page again.",
  "no-such-link": "You are not linked any more. Load the page again.",
  "not-linked": "You are not linked any more. Load the page again.",
  "link-too-young": "You are linked for less than 90 days, so you cannot vouch yet.",
  "installer-may-not-vouch": "They said that you set up their devices. That is why you cannot vouch for them.",
  "staff-may-not-vouch": "You work at this desk. That is why you cannot vouch for anyone.",
  "vouched-lately": "You vouched for someone less than 30 days ago. You can vouch again when that time is over.",
  "own-request": "You made this request yourself, or its link would go to you. Nobody can vouch for their own request.",
  "wrong-number": wrongNumber,
  "no-such-number": wrongNumber,
  "number-just-given": "You have a number already. Please wait two minutes before you ask for another.",
  "too-many-numbers": "We cannot give you another number for this request. Please ask us for help.",
  "already-vouched": "Someone vouched for you already. You do not need more than one.",
  "supervisors-end-it": "Your request is too far along to end it here. Please ask us for help.",
  "grant-still-good": "The link we sent still works. Please look for it, in your spam folder too.",
  "grant-taken": "The link was used, and we are setting what you asked for. Open its page to see when it is done.",
  "grant-not-renewable": "We cannot send the link again. Please ask us for help once more.",
  "proof-needed":
    "You said stop to this request before, and the account was not shown to be yours. Show it first on this page.",
  "already-proved": "You showed that the account is yours already. Two people decide now.",
  "too-late-to-prove": "The seven days are over. Two people decide how it goes on.",
  "code-first": "The code comes first. Type the newest one we sent.",
  "contact-too-new": "That contact joined the account too lately to show anything. Please ask us for help.",
  "not-a-serial": "That does not look like a serial number. Type all of the label, or the nine characters of it.",
  "answers-spoken": "The questions cannot be used here. Please give a serial number, or ask us for help.",
  "too-busy": "Many people are signing in at this moment. Nothing was changed. Please wait a minute, then try again.",
  "too-many-requests": "That was too often in a short time. Please wait a minute.",
  "key-reused": "That form was sent before with other content. Load the page again and send it once more.",
  /** For any other reason. */
  "not-now": "That does not work at this point. Load the page again to see where your request is.",
};
export type PortalRefusal = keyof typeof en;

/** Each reason's sentence in each language; nothing in it says whether an account or a request exists. */
export const portalRefusals = { en, ar: portalRefusalsAr };

/** What a public page says when something was refused. */
export function portalRefusal(language: Language, reason: string): string {
  const known: Record<string, string> = portalRefusals[language];
  return (Object.hasOwn(known, reason) ? known[reason] : null) ?? portalRefusals[language]["not-now"];
}

/** What a failed sign-in to an account says, whatever failed: the pair, the lock, the second factor, the number of tries. */
export const accountSignInRefused = {
  en: "That does not open the account. Check the user name and the password, or open your request if you made one.",
  ar: "هذا لا يفتح الحساب. راجع اسم المستخدم وكلمة المرور، أو افتح طلبك إن كنت قد قدّمت طلبًا.",
};
