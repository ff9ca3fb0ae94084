import type { RequestView } from "domain/view";
import { capital, numberWord } from "./amounts";
import { answerWords } from "./portal";
import { momentWords } from "./portal-times";

export interface RequestTold {
  title: string;
  /** What it means, and what happens next. */
  text: string;
}

/** The heading and first paragraph of a request's page: when the reader gets back in, and what happens until then. */
export function requestTold(r: RequestView, zone: string): RequestTold {
  if (r.state === "on_hold") return onHold(r, zone);
  if (r.state === "reset_sent") return linkSent(r, zone);
  if (r.state === "verifying" || (r.state === "open" && asksAnswers(r))) return checking(r);
  return still[r.state](r);
}

function onHold(r: RequestView, zone: string): RequestTold {
  const title = r.holdEndsAt
    ? `You can get back in ${atOrOn(momentWords(r.holdEndsAt, r.now, zone))}`
    : "Your waiting time is about to start";
  const text = `${approvedBy(r.approvals)} Now we wait, so that the owner can stop it if this was not you. Nobody can make it shorter.`;
  return { title, text };
}

function linkSent(r: RequestView, zone: string): RequestTold {
  const to = r.sentTo ?? "your contact";
  if (r.grantExpiresAt === null || r.grantExpiresAt > r.now) {
    const until = r.grantExpiresAt ? `, until ${momentWords(r.grantExpiresAt, r.now, zone)}` : "";
    return {
      title: "You can get back in now",
      text: `We sent a link to ${to}. It works once${until}. Look in your spam folder too.`,
    };
  }
  const text = r.grantRenewable
    ? "The link we sent was not used in time. You can have one more."
    : "The link we sent was not used in time, and we cannot send it again. Please contact us for a new request.";
  return { title: "Your link has run out", text };
}

function checking(r: RequestView): RequestTold {
  if (asksAnswers(r)) return { title: answerWords.title, text: answerWords.text };
  return {
    title: "We are checking that it is you",
    text: "You can close this page and come back. We write to you when something happens.",
  };
}

const notApproved: RequestTold = {
  title: "We could not approve your request",
  text: "What we had was not enough to be sure that it is you. The account stays as it is. You can ask again, with more proof.",
};
const endedAfterStop: RequestTold = {
  title: "Your request was ended",
  text: "Someone told us that it does not come from the owner of the account. Two people looked at it and ended it. The account stays as it is. If it is yours, please call us.",
};

type Still = Exclude<RequestView["state"], "on_hold" | "reset_sent" | "verifying">;
const still: Record<Still, (r: RequestView) => RequestTold> = {
  open: () => ({
    title: "We have your request",
    text: "Someone will look at it soon. You can close this page and come back.",
  }),
  in_review: (r) => ({
    title: "Your request is nearly checked",
    text: `${capital(people(r.approvals))} who did not talk with you ${r.approvals === 1 ? "looks" : "look"} at it next. We write to you when that is done.`,
  }),
  completed: () => ({ title: "You are back in", text: "Your request is done. The link we sent was used." }),
  rejected: (r) => (r.stopped ? endedAfterStop : notApproved),
  cancelled: () => ({
    title: "Your request has ended",
    text: "It was stopped before it was approved. The account stays as it is. You can ask again at any time.",
  }),
  expired: () => ({
    title: "Your request has run out",
    text: "Nothing happened for a while, so we closed it. The account stays as it is. You can ask again at any time.",
  }),
  disputed: () => ({
    title: "Your request has stopped",
    text: "Someone told us that it does not come from the owner of the account. They have seven days to prove that the account is theirs, and two people look at it. Then you can see here how it goes on.",
  }),
  reversed: () => ({
    title: "Your request was undone",
    text: "Two people looked at it and undid it. The account has its old contacts back and is locked. If it is yours, please call us.",
  }),
};

const people = (n: number): string => (n === 1 ? "one more person" : `${numberWord(n)} more people`);
const approvedBy = (n: number): string =>
  `${capital(numberWord(n))} ${n === 1 ? "person" : "people"} approved your request.`;
const atOrOn = (moment: string): string => (/^(today|tomorrow|yesterday)/.test(moment) ? moment : `on ${moment}`);

/** A step of a request in the reader's words; `expect` is its second line while it has no time of its own. */
export function stepTold(
  { step, state }: RequestView["steps"][number],
  r: RequestView,
): { name: string; expect: string | null } {
  const past = state === "done";
  switch (step) {
    case "received":
      return { name: "We received your request", expect: null };
    case "checked":
      return { name: past ? "We checked that it is you" : "We check that it is you", expect: null };
    case "approved":
      return { name: approves(r.approvals, past), expect: past ? null : "They have no part in the check" };
    case "waiting":
      return { name: "Waiting time", expect: past ? null : "So that the owner can stop it" };
    case "link":
      return {
        name: `${past ? "We sent" : "We send"} a link to ${r.sentTo ?? "you"}`,
        expect: past ? null : "It works once, for 24 hours",
      };
  }
}

function approves(n: number, past: boolean): string {
  const who = `${capital(numberWord(n))} ${n === 1 ? "person" : "people"}`;
  return `${who} ${past ? "approved" : n === 1 ? "approves" : "approve"} it`;
}

/** The state of a step, for those who do not see its dot. */
export const stepStates: Record<"done" | "now" | "later", string> = { done: "done", now: "now", later: "later" };

/** The end of a wait with its zone: "until Wednesday at 15:41, Lisbon time". */
export const untilWords = (moment: string, city: string): string => `until ${moment}, ${city} time`;

/** The reference, where the reader may want to note it. */
export const referenceNote = (reference: string): string => `Your reference is ${reference}.`;

/** The heading of the steps when something else comes first. */
export const whereWords = "Where your request is";

/** Whether the questions are the one thing to do now. */
export const asksAnswers = (r: RequestView): boolean => r.mayAnswer && r.questions !== null && !r.answersDone;
