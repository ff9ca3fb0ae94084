import type { PasswordProblem } from "domain/password";
import type { Language } from "../languages";
import { portalFileRefusals } from "./portal-refusals-files";

const notNow = "That does not work at this point. Load the page again to see where your request is.";
const wrongCode = "That code does not work. Type the newest one, or ask for another.";
const wrongNumber = "That number does not work. Ask them to read it to you again, or to ask us for a new one.";
const noTries = "There are no tries left here for now. Try again tomorrow, or call us.";
const answers = "We could not use these answers. Please check all of them, then send them again.";

const known: Record<string, string> = {
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
  "too-many-codes": "We cannot send any more codes for this request. Please call us.",
  "too-many-codes-today": "We cannot send another code today. Please try again tomorrow, or call us.",
  "too-many-photos": "You sent five photos. We do not need more.",
  "not-a-code": wrongCode,
  "nothing-typed": "Please answer every question.",
  "too-many-purchases": "You sent three receipts. We do not need more.",
  ...portalFileRefusals,
  "saved-code-did-not-work":
    "That saved code does not work. Each one works once. Try another one, or go on another way.",
  "not-a-saved-code": "That is not a whole saved code. It has four groups of four letters and digits.",
  "too-many-saved-code-tries": "You have no more tries for saved codes for now. Try again tomorrow, or call us.",
  "wrong-password": "That is not your password. Nothing was changed.",
  "too-many-passwords": "You typed your password too often. Please wait a quarter of an hour, then try again.",
  "codes-shown-once": "Those codes were shown once and cannot be shown again. If you did not keep them, make new ones.",
  "in-quarantine": "Your account was recovered less than 30 days ago. You can do this when that time is over.",
  "account-frozen": "Your account is stopped at the moment, so this cannot be changed. Please call us.",
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
  "too-many-numbers": "We cannot give you another number for this request. Please call us.",
  "already-vouched": "Someone vouched for you already. You do not need more than one.",
  "supervisors-end-it": "Your request is too far along to end it here. Please call us.",
  "grant-still-good": "The link we sent still works. Please look for it, in your spam folder too.",
  "grant-taken": "The link was used, and we are setting what you asked for. Open its page to see when it is done.",
  "grant-not-renewable": "We cannot send the link again. Please call us for a new request.",
  "proof-needed":
    "You said stop to this request before, and the account was not shown to be yours. Show it first on this page.",
  "already-proved": "You showed that the account is yours already. Two people decide now.",
  "too-late-to-prove": "The seven days are over. Two people decide how it goes on.",
  "code-first": "The code comes first. Type the newest one we sent.",
  "contact-too-new": "That contact joined the account too lately to show anything. Please call us.",
  "not-a-serial": "That does not look like a serial number. Type all of the label, or the nine characters of it.",
  "answers-spoken": "The questions cannot be used here. Please give a serial number, or call us.",
  "too-busy": "Many people are signing in at this moment. Nothing was changed. Please wait a minute, then try again.",
  "too-many-requests": "That was too often in a short time. Please wait a minute.",
};

/** What a public page says when something was refused; nothing in it says whether an account or a request exists. */
export const portalRefusal = (_language: Language, reason: string): string =>
  Object.hasOwn(known, reason) ? (known[reason] ?? notNow) : notNow;

/** What a failed sign-in to an account says, whatever failed: the pair, the lock, the second factor, the number of tries. */
export const accountSignInRefused =
  "That does not open the account. Check the user name and the password, or open your request if you made one.";

/** Why a new password was not taken, to the one who chose it. */
export function passwordTold(problem: PasswordProblem | "not-the-same", least: number): string {
  const told: Record<PasswordProblem | "not-the-same", string> = {
    "not-the-same": "The two passwords are not the same. Type both again.",
    "too-short": `That is too short. Use at least ${least} characters.`,
    "too-long": "That is too long. Use at most 128 characters.",
    "contains-own-name": "Please leave your name, user name and address out of it.",
    common: "Many people use that one, so it is guessed first. Please choose another.",
    guessable: "That one is easy to guess. Add a word or two that nobody would expect.",
    composition: "Please use a capital letter, a small letter, a digit and a sign like ! or -.",
  };
  return told[problem];
}
