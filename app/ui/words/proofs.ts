import type { Loss } from "domain/loss";
import { capital, countOf, listWords } from "./amounts";
import { inline } from "./telling";

/** Words of the holder's own page about saved codes and people, for a reader of twelve. */
export const codesWords = {
  title: "Saved codes",
  why: "If you lose your e-mail and your phone, one of these codes proves that it is you. Keep them on paper, away from your devices.",
  none: "You have no saved codes yet.",
  left: (left: number, of: number): string => `${countOf(left, "code", "codes")} of ${of} left.`,
  madeOn: "Made on",
  make: "Make saved codes",
  again: "Make new codes",
  againText: "The codes you have now stop working at once.",
  first: "You see the new codes once. Have paper or a printer ready.",
  password: "Your password",
  send: "Show my new codes",
};

export const codesPageWords = {
  title: "Your saved codes",
  once: "This page shows them once. Write them down, print the page, or save the file before you leave.",
  how: "Each code works once. Read one to us only in a call that you made yourself, or type it on your request's page.",
  list: "Saved codes",
  copy: "Tap the list once to mark all of it, then copy.",
  save: "Save as a text file",
  fileName: "account-codes.txt",
  print: "To print them, use your browser's menu.",
  done: "I have kept them",
};

/** The text file of saved codes. */
export const codesFile = (username: string, codes: readonly string[]): string =>
  [
    `Saved codes for the account ${username}`,
    "Each code works once. New codes make these stop working.",
    "",
    ...codes,
    "",
  ].join("\r\n");

export const peopleWords = {
  title: "People who can vouch for you",
  why: "Someone you know well can help you get back in. They need an account here, too. After 90 days they may vouch for you.",
  none: "You have not asked anyone yet.",
  unnamed: "Someone you invited",
  waiting: "has not answered yet",
  since: "linked since",
  from: "may vouch from",
  installer: "Your installer. They cannot vouch for you.",
  invite: "Ask someone",
  inviteText:
    "We ask them on their own page here, and by message. They see your name. We never say whether an address has an account.",
  email: "Their e-mail address",
  isInstaller: "This person set up my devices for me",
  isInstallerHint: "Then they are never asked to vouch.",
  send: "Ask them",
  takeBack: "Take it back",
  end: "Remove",
  about: (who: string): string => ` ${inline(who)}`,
};

export const invitationWords = {
  title: "Someone asks for your help",
  text: (name: string | null): string =>
    `${capital(nameOr(name))} asks if you would vouch for them, should they ever lose the way into their account.`,
  care: "Say yes only if you know them well, and know their voice or their face.",
  accept: "Yes, I will",
  decline: "No",
};

export const voucheeWords = {
  title: "People you may vouch for",
  who: (name: string | null): string => capital(nameOr(name)),
  since: "linked since",
  from: "You can vouch from",
  fold: (name: string | null): string => `I have a number from ${nameOr(name)}`,
  text: "They get a number from us when they ask for help. Type it only if they told it to you in person, or in a call you made to a number you know.",
  number: "The number",
  numberHint: "Six digits. Spaces do not matter.",
  send: "Go on",
  end: "Stop vouching",
};

export const vouchPageWords = {
  title: "Is it really them?",
  text: (name: string | null, loss: Loss): string =>
    `Someone says that ${nameOr(name)} lost ${lostOf(loss)} and asks us for a way back in. With your word we may let this person into the account.`,
  only: "Only do this if you have talked to them in person, or by a number you knew before today. Not by e-mail, chat, or a call that came to you.",
  doubt: "If you are not sure, leave. Nothing happens then.",
  send: (name: string | null): string => `I talked to ${nameOr(name)}, and it is them`,
  leave: "I am not sure",
};

const nameOr = (name: string | null): string => (name ? inline(name) : "someone you know");

const lossNames: Record<keyof Loss, string> = {
  password: "their password",
  secondFactor: "their second factor",
  email: "their e-mail",
  phone: "their phone",
};
const lostOf = (loss: Loss): string =>
  listWords((Object.keys(lossNames) as (keyof Loss)[]).filter((part) => loss[part]).map((part) => lossNames[part]));

/** What is refused until then, because the account was recovered lately. */
export const quarantineWords = "Your account was recovered lately. You can change this from";

/** The requester's own page. */
export const requestProofWords = {
  codeTitle: "I have a saved code",
  codeText: "When you made saved codes, you kept ten of them on paper or in a file. Type one that you have not used.",
  code: "The saved code",
  codeHint: "Four groups of four. Dashes and capital letters do not matter.",
  codeSend: "Send the code",
  codeDone: "We have your saved code.",
  vouchTitle: "Someone can vouch for me",
  vouchText:
    "If you linked someone to your account at least 90 days ago, they can vouch for you. Talk to them in person or in a call, and read them the number.",
  vouchSend: "Give me a number",
  vouchAgain: "Give me a new number",
  number: "Your number",
  until: "It works until",
  where: "They sign in to their own account here, and type it there.",
  vouchDone: "Someone vouched for you.",
};

/** The ticket's page. */
export const savedCodeWords = {
  title: "Ask for a saved recovery code",
  say: "“Do you have the saved codes you made for your account? Please read me one you have not used.”",
  label: "Saved code",
  hint: "Four groups of four; case and dashes do not matter. It is used up by this.",
  button: "Check the code",
  tries: (n: number): string => `${countOf(n, "try is", "tries are")} left today for this account.`,
  locked: "No saved code can be tried for this account today.",
};

export const vouchWords = {
  title: "Ask for someone who vouches",
  say: "“Is there someone you linked to your account? Call them, or go and see them, and read them a number I give you.”",
  never: "We never say who it could be.",
  button: "Make a number",
  again: "Make a new number",
  read: "“The number is the following six digits. They sign in to their own account and type it there.”",
  label: "Number to read out",
  until: "Good until",
  tries: (n: number): string => `${countOf(n, "try", "tries")} left.`,
  opened: "Someone typed it and is reading what they are asked.",
};
