import { hours, type Millis } from "domain/time";
import { lengthWords } from "~/ui/words/amounts";
import { reachLine } from "./reach-words";
import type { Facts, TicketWording } from "./words";

const subjects: TicketWording["subjects"] = {
  code: (f) => `Your code for ${f.ticket}`,
  "proof-code": (f) => `Your code to stop ${f.ticket}`,
  grant: (f) => `Your link to get back in (${f.ticket})`,
  reminder: (f) => `${f.ticket} is waiting for you`,
  news: (f) => `There is news of your request (${f.ticket})`,
  "notice-opened": (f) => `Someone asked for help getting into your account (${f.ticket})`,
  "notice-approved": (f) => `A reset of your account was approved (${f.ticket})`,
  "notice-reset": (f) => `A reset link for your account was sent (${f.ticket})`,
  "notice-completed": (f) => `Your account was recovered (${f.ticket})`,
  "notice-disputed": (f) => `Request ${f.ticket} was stopped: show that the account is yours`,
  "notice-resumed": (f) => `Request ${f.ticket} goes on`,
  "notice-dismissed": (f) => `The recovery of your account stands (${f.ticket})`,
  "notice-rejected": (f) => `Request ${f.ticket} was ended`,
  "notice-reversed": (f) => `The recovery of your account was undone (${f.ticket})`,
  glass: (f) => `${f.ticket} was opened by break-glass`,
};

const bodies: TicketWording["bodies"] = {
  code: (f) => [
    `Your code is ${f.code}. It works once, for ${lengthWords(f.lifetimeMs)}.`,
    "Read it only to the person you called, or type it on our page yourself. We never call you and ask for it.",
    `To see how your request stands, go to ${f.statusUrl} and give the reference ${f.reference} with this code.`,
    ...(f.forgotUrl === null
      ? []
      : [
          `An account here is registered with this address. If it is the one you want to get into, you need no request: choose a new password at ${f.forgotUrl}`,
        ]),
  ],
  "proof-code": (f) => [
    `Your code is ${f.code}. It works once, for ${lengthWords(f.lifetimeMs)}.`,
    "Type it on the page you came from. Nobody from our desk asks you for it.",
  ],
  grant: (f) => [
    "Your request was checked and approved. Open this link to get back in:",
    f.link,
    `It works once, for ${lengthWords(f.lifetimeMs)}. Nobody here knows or sets your password.`,
  ],
  reminder: (f) => [
    `We are waiting for something from you on ${f.ticket}. See what it is at ${f.statusUrl} with the reference ${f.reference}.`,
    `If you cannot do it there, there are other ways. ${reachLine("en", f.reach)}`,
  ],
  news: (f) => [
    `There is news of your request ${f.ticket}. What it is stands on its page: go to ${f.statusUrl} and give the reference ${f.reference}. We then send you a code.`,
  ],
  "notice-opened": (f) => [
    `Someone told our support desk that they lost the way into your account. Their request has the number ${f.ticket}.`,
    "If this was you, you need do nothing.",
    ...stop(f),
  ],
  "notice-approved": (f) => [
    `Our desk checked request ${f.ticket} and approved a reset of your account. It takes effect after a waiting time${waitOf(f.waitMs)}, and the link then goes to ${sentToOf(f)}.`,
    "If this was you, you need do nothing.",
    ...stop(f),
  ],
  "notice-reset": (f) => [
    `The waiting time of request ${f.ticket} is over. A link to get into your account went to ${sentToOf(f)}.`,
    ...stop(f),
  ],
  "notice-completed": (f) => [
    `Request ${f.ticket} is complete: your account was recovered and every old session was signed out.`,
    ...stop(f),
  ],
  "notice-disputed": (f) => [
    `Someone with an old contact of your account, or signed in to it, said that request ${f.ticket} did not come from its owner. It was stopped at once.`,
    "If you are the owner and did not ask for it, show us within seven days that the account is yours. This page takes you through it: first a code to your old contact, then one thing more, the serial number on a device's label or your security questions:",
    f.link,
    "If you asked for it yourself, you need do nothing here.",
  ],
  "notice-resumed": (f) => [
    `Nobody showed in seven days that the account is theirs, so request ${f.ticket} goes on. Everything that was shown for it is void and has to be shown again, and there is a waiting time of seven days before anything changes.`,
    "If you did NOT ask for it, you can still stop it. If your last word was not proved, the page asks you to prove it first:",
    f.link,
  ],
  "notice-dismissed": (f) => [
    `Nobody showed in seven days that the account is theirs, so the recovery by request ${f.ticket} stands. The account stays locked until our desk opens it again.`,
    ...stop(f),
  ],
  "notice-rejected": (f) => [
    `Two people at our desk ended request ${f.ticket} after someone with an old contact of your account, or signed in to it, stopped it. It changed nothing about the account, and links that were sent for it no longer work.`,
    "There is nothing left to do.",
  ],
  "notice-reversed": (f) => [
    `Two people at our desk undid the recovery by request ${f.ticket}. The account has its old contacts back, everyone is signed out, and it is locked.`,
    `When you want it opened again, have a device and its label at hand. ${reachLine("en", f.reach)}`,
  ],
  glass: (f) => [
    `Two supervisors opened ${f.ticket} by break-glass: both may read it for one hour, though neither has a part in it.`,
    `Who they are and the reason they gave is at ${f.link}. Ask them about it, and say there that you have seen it.`,
  ],
};

const stop = (f: Facts): string[] => [
  "If it was NOT you, stop it here. The page asks you once more, and then it stops at once:",
  f.link,
];

const closing = (f: Facts): string => `${f.ticket}. We never ask for your password, and never call you first.`;

/** Where a link goes, in a mask; under a safety flag no message says more than that there is such a place. */
const sentToOf = ({ sentTo, hidden }: Facts): string =>
  hidden ? "the contact that the request names" : (sentTo ?? "the registered address");

function waitOf(ms: Millis): string {
  const inHours = Math.round(ms / hours(1));
  if (inHours <= 0) return "";
  return ` of at least ${inHours >= 48 ? `${Math.round(inHours / 24)} days` : `${inHours} hours`}`;
}

/** The messages about a ticket in English. */
export const ticketWordingEn: TicketWording = { subjects, bodies, closing };
