import { countOf } from "./amounts";
import { mostPhoto } from "./photo-size";

/** The public pages' words, for a reader of twelve who is in a hurry; `reference`, `code` and `link` mean one thing each. */
export const portalName = "Account help";
export const portalFoot =
  "We never ask for your password, and we never call you first. Read a code out only in a call that you made yourself.";
export const zoneNote = (city: string): string => (city === "UTC" ? "Times are in UTC." : `Times are in ${city} time.`);

export const enterWords = {
  title: "How is your request going?",
  text: "When you asked for help, you got a reference. Type it here, and we send a code to your new e-mail or phone.",
  reference: "Your reference",
  referenceHint: "Eight letters and digits, like 7KQ2-M4XD",
  send: "Send me a code",
  haveCode: "I have a code already",
  codeTitle: "Type the code we sent",
  codeText:
    "If the reference is right, a code is on its way. It can take two minutes. Look in your spam folder too. The newest code is the one that works.",
  code: "The code",
  codeHint: "Six digits. Spaces do not matter.",
  open: "Open my request",
  again: "Send another code",
  otherReference: "I mistyped my reference",
};

export const answerWords = {
  title: "Please answer your questions",
  text: "You chose these questions when you set up the account. Answer all of them, then send them together. Capital letters, spaces and accents do not matter.",
  care: "You have only a few tries a day. We never say which answer was wrong, so that a stranger learns nothing.",
  send: "Send my answers",
  done: "We have your answers.",
  notUsed: "We could not use these answers.",
  locked: "There are no tries left here for your questions today. Call us, or come back tomorrow.",
};

/** What the requester sent and nobody has looked at yet; null when there is nothing. */
export function waitingWords({ photos, purchases }: { photos: number; purchases: number }): string | null {
  const sent = [
    ...(photos > 0 ? [countOf(photos, "photo", "photos")] : []),
    ...(purchases > 0 ? [countOf(purchases, "receipt", "receipts")] : []),
  ];
  const all = photos + purchases;
  return all === 0 ? null : `We have ${sent.join(" and ")} of yours, and will look at ${all === 1 ? "it" : "them"}.`;
}

export const photoWords = {
  title: "Add a photo of a label",
  text: (ticket: string): string =>
    `Write ${ticket} on a piece of paper by hand. Put it beside the label of one of your devices. Take a photo where both can be read.`,
  field: "The photo",
  hint: `A JPEG, PNG or WebP of at most ${mostPhoto}. We remove where and when it was taken.`,
  send: "Send the photo",
};

export const cancelWords = {
  title: "I no longer need this",
  text: "This ends your request. The account stays as it is. You can ask again at any time.",
  send: "End my request",
};

export const renewWords = {
  text: "We can send a new link once more, to the same place. The old one stops working.",
  send: "Send a new link",
};

export const notMe =
  "Was this not you? Open the link in the message that we sent to your old e-mail or phone, and press “Stop it”.";

export const resetWords = {
  title: "Choose a new password",
  text: "After this you can sign in again. Everyone who is signed in to your account now will be signed out.",
  rulesTitle: "A good password",
  rules: (least: number): string[] => [
    `has at least ${least} characters; a few words you can remember are fine`,
    "does not hold your name, your address or your user name",
    "is not used for anything else",
  ],
  password: "New password",
  repeat: "The same password again",
  send: "Save and finish",
  plainTitle: "Finish getting back in",
  plainText: "Press the button to finish. Everyone who is signed in to your account now will be signed out.",
  plainSend: "Finish",
};

export const doneWords = {
  title: "You are back in",
  password: "Your new password is set. Sign in with it.",
  noPassword: "Sign in with your password as before.",
  secondFactor: "The old second factor is off.",
  contact: (mask: string): string => `From now on we write to ${mask}.`,
  signedOut: "Everyone who was signed in is signed out.",
  quarantine: "For 30 days your contacts and devices cannot be changed. That keeps a thief from taking them.",
  go: "Sign in",
};

export const signInWords = {
  title: "Sign in to your account",
  name: "User name",
  password: "Password",
  code: "Code from your phone",
  codeHint: "Six digits. Spaces do not matter.",
  send: "Sign in",
  help: "I have a reference for a request",
  forgot: "I forgot my password",
};

export const accountWords = {
  title: "Your account",
  contacts: "How we reach you",
  noContacts: "No e-mail or phone is on file.",
  since: "since",
  recent: "Requests to get into this account",
  none: "Nobody asked to get into this account in the last 90 days.",
  was: (ticket: string): string => `Request ${ticket}`,
  notMeTitle: "This was not me",
  notMeText: "Press the button if you did not ask for this. Everything stops at once, and two people look at it.",
  notMeSend: (ticket: string): string => `Stop ${ticket}`,
  signOut: "Sign out",
};
