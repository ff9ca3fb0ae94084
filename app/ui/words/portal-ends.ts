import { mostPhoto } from "./photo-size";

export interface EndWords {
  title: string;
  text: string;
  /** Where to go on, or null when there is nothing to do. */
  go: { href: string; words: string } | null;
}
const toForgot = { href: "/forgot", words: "Send me a new one" };
const toRequest = { href: "/request", words: "Open my request" };

const deadLinks: Record<string, EndWords> = {
  "grant-used": {
    title: "This link was used already",
    text: "Each link works once. If you used it, you can sign in now. If it was not you, sign in and press “This was not me”, or open the message that we sent to your old e-mail or phone.",
    go: { href: "/account/sign-in", words: "Sign in" },
  },
  "grant-expired": {
    title: "This link has run out",
    text: "A link works for 24 hours. Open your request to have a new one sent.",
    go: toRequest,
  },
  "grant-superseded": {
    title: "There is a newer link",
    text: "We sent you another link after this one. Please use the newest message.",
    go: toRequest,
  },
  "grant-revoked": {
    title: "This link was stopped",
    text: "Someone told us that this request does not come from the owner of the account. Two people look at it. The account stays as it is until they are done.",
    go: toRequest,
  },
  "link-used": {
    title: "This link was used already",
    text: "Each link works once. If you used it, you can sign in now. If it was not you, call us at once.",
    go: { href: "/account/sign-in", words: "Sign in" },
  },
  "link-expired": {
    title: "This link has run out",
    text: "A link works for an hour. Have a new one sent.",
    go: toForgot,
  },
  "link-superseded": {
    title: "There is a newer message",
    text: "We sent you another one after this. Please use the newest, or have a new one sent.",
    go: toForgot,
  },
  "grant-taken": {
    title: "We are setting it",
    text: "This link was used, and what it asked for is being done. Open its page again in a minute.",
    go: null,
  },
  "link-taken": {
    title: "We are setting it",
    text: "This link was used, and what it asked for is being done. Open its page again in a minute.",
    go: null,
  },
  "no-tries-left": {
    title: "This code was typed wrong too often",
    text: "It no longer works. Have a new one sent.",
    go: toForgot,
  },
  "safety-flag": {
    title: "This account is looked after with more care",
    text: "Its password cannot be changed here. Please call us.",
    go: null,
  },
  "account-frozen": {
    title: "This account is locked for now",
    text: "Someone told us that something is wrong with it. Nobody can sign in or change anything until two people have looked at it.",
    go: null,
  },
  "already-disputed": {
    title: "It is stopped already",
    text: "You, or another contact of the account, told us before. Two people look at it. You need do nothing more.",
    go: null,
  },
  "too-late-to-object": {
    title: "This request can no longer be stopped here",
    text: "It ended without getting in, or more than 30 days ago. If you cannot get into your account, please call us.",
    go: null,
  },
};
const unknownLink: EndWords = {
  title: "This link is not whole",
  text: "Copy all of it from the message, or call us.",
  go: toRequest,
};

/** What a link's page says when the link can no longer be used, by the reason of its refusal. */
export const deadLinkWords = (reason: string): EndWords =>
  Object.hasOwn(deadLinks, reason) ? (deadLinks[reason] ?? unknownLink) : unknownLink;

export const objectionWords = {
  title: "Someone asks to get into your account",
  text: (ticket: string, lost: string): string =>
    `The request ${ticket} says that this was lost: ${lost}. You get this because your e-mail or phone is, or was, one of the account's contacts.`,
  done: "The account was opened by this request. If it was not you, press the button: the account is locked at once.",
  stopTitle: "This was not me",
  stopText:
    "Press the button, and everything stops at once. Two people then look at it. You need no password for this.",
  stop: "Stop it",
  mineTitle: "I asked for this",
  mineText: "Then there is nothing to do. You can close this page.",
  when: "Asked for",
};

const twoPeople = "Two people who did not work on the request";

export const overWords = {
  title: (date: string): string => `This request was ended on ${date}`,
  text: "There is nothing left to do.",
  /** Where the account was recovered by it. */
  recovered: "It can no longer be undone on this page. If you cannot get into your account, please call us.",
};

export const objectedWords = {
  title: "We stopped it",
  text: (ticket: string): string =>
    `The request ${ticket} goes no further. Any link that was sent for it no longer works.`,
  frozen: "The account is locked, and everyone who was signed in is signed out.",
  nextTitle: "What happens now",
  /** By how far the proof is. */
  next: {
    open: [
      `${twoPeople} look at it.`,
      "If you show that the account is yours, they end the request. If nobody does within seven days, they may end it all the same, or two people who did not approve it either let it go on, with everything to be proven anew.",
      "If you cannot do it here, call us. Have a device and its label at hand.",
    ],
    proved: [`${twoPeople} look at what you showed.`, "They end the request, and we write to you."],
    over: [
      `${twoPeople} decide.`,
      "They end the request, or two who did not approve it either let it go on. We write to you.",
    ],
  },
  nextRecovered: {
    open: [
      `${twoPeople} look at it.`,
      "If you show that the account is yours, they undo what the request did. If nobody does within seven days, two people who did not approve it either may let it stand; the account stays locked.",
      "If you cannot do it here, call us. Have a device and its label at hand.",
    ],
    proved: [`${twoPeople} look at what you showed.`, "They undo what the request did, and we write to you."],
    over: [
      "Two people who neither worked on the request nor approved it decide whether it stands.",
      "The account stays locked until then. We write to you.",
    ],
  },
};

export type ErrorKind =
  | "form-only"
  | "cut-link"
  | "not-found"
  | "not-allowed"
  | "foreign-origin"
  | "bad-form"
  | "too-often"
  | "too-large"
  | "no-room"
  | "broken";
/** What each page of an error says: what happened, what it means, what to do. */
export const errorWords: Record<ErrorKind, { title: string; text: string }> = {
  "not-found": {
    title: "There is no such page",
    text: "The address may be mistyped, or the page is not for you to see. Nothing was changed.",
  },
  "form-only": {
    title: "There is no such page",
    text: "This address takes a form and shows nothing. Nothing was changed.",
  },
  "cut-link": {
    title: "This link is not whole",
    text: "Copy all of it from the message, or call us.",
  },
  "not-allowed": {
    title: "You cannot open this",
    text: "Your role does not reach this page, or you are signed out. Nothing was changed.",
  },
  "foreign-origin": {
    title: "That did not come from this site",
    text: "The form was sent from somewhere else, so we did nothing with it. Open the page here and send it again.",
  },
  "bad-form": {
    title: "We could not read that",
    text: "The form was not complete, or held something that does not belong there. Nothing was changed. Go back, load the page again, and send it once more.",
  },
  "too-often": {
    title: "Too often in a short time",
    text: "Please wait a minute, then try again. Nothing was changed.",
  },
  "too-large": {
    title: "That file is too large",
    text: `Photos and receipts may have up to ${mostPhoto}, and a file of a directory 4 GB. Nothing was saved. Go back and choose a smaller one.`,
  },
  "no-room": {
    title: "There is no room for these files",
    text: "The disk that uploads go to is full. Nothing was saved. Ask whoever runs the desk to make room, then send the files again.",
  },
  broken: {
    title: "Something went wrong on our side",
    text: "What you did may not have been saved. Go back, load the page again, and look before you repeat it.",
  },
};
export const errorHome = "Go to the start";
export const errorId = (id: string): string => `If you tell us about it, give us this number: ${id}`;
