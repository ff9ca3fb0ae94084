import type { Language } from "../languages";
import { deadLinksAr } from "./dead-links.ar";

export interface EndWords {
  title: string;
  text: string;
  /** Where to go on, or null when there is nothing to do. */
  go: { href: string; words: string } | null;
}

const toForgot = { href: "/forgot", words: "Send me a new one" };
const toRequest = { href: "/request", words: "Open my request" };
const toSignIn = { href: "/account/sign-in", words: "Sign in" };
const en = {
  "grant-used": {
    title: "This link was used already",
    text: "Each link works once. If you used it, you can sign in now. If it was not you, sign in and press “This was not me”, or open the message that we sent to your old e-mail or phone.",
    go: toSignIn,
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
    text: "Each link works once. If you used it, you can sign in now. If it was not you, ask us for help at once.",
    go: toSignIn,
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
  "no-tries-left": {
    title: "This code was typed wrong too often",
    text: "It no longer works. Have a new one sent.",
    go: toForgot,
  },
  "safety-flag": {
    title: "This account is looked after with more care",
    text: "Its password cannot be changed here. Please ask us for help.",
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
    text: "It ended without getting in, or more than 30 days ago. If you cannot get into your account, please ask us for help.",
    go: null,
  },
  /** Of any other reason. */
  unknown: {
    title: "This link is not whole",
    text: "Copy all of it from the message, or ask us for help.",
    go: toRequest,
  },
} satisfies Record<string, EndWords>;

/** Why a link is dead, as its page tells it. */
export type LinkEnd = keyof typeof en;
export const deadLinks = { en, ar: deadLinksAr };

/** What a link's page says when the link can no longer be used, by the reason of its refusal. */
export function deadLinkWords(language: Language, reason: string): EndWords {
  const known: Record<string, EndWords> = deadLinks[language];
  return (Object.hasOwn(known, reason) ? known[reason] : null) ?? deadLinks[language].unknown;
}
