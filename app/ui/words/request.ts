import type { RequestView } from "domain/view";
import type { Language } from "../languages";
import { neededWords, waysLeft } from "./needed";
import { answerWords } from "./portal";
import { momentWords } from "./portal-times";
import { requestWords } from "./request-words";

export interface RequestTold {
  title: string;
  /** What it means, and what happens next. */
  text: string;
}

/** The heading and first paragraph of a request's page: when the reader gets back in, and what happens until then. */
export function requestTold(language: Language, r: RequestView, zone: string): RequestTold {
  if (r.state === "on_hold") return onHold(language, r, zone);
  if (r.state === "reset_sent") return linkSent(language, r, zone);
  if (r.state === "verifying" || (r.state === "open" && asksAnswers(r))) return checking(language, r);
  return still(language, r, r.state);
}

function onHold(language: Language, r: RequestView, zone: string): RequestTold {
  const words = requestWords[language];
  const title =
    r.holdEndsAt === null ? words.waitStarts : words.backAt(momentWords(language, r.holdEndsAt, r.now, zone));
  return { title, text: words.waitText(r.approvals) };
}

function linkSent(language: Language, r: RequestView, zone: string): RequestTold {
  const words = requestWords[language];
  if (r.grantExpiresAt === null || r.grantExpiresAt > r.now) {
    const until = r.grantExpiresAt === null ? null : momentWords(language, r.grantExpiresAt, r.now, zone);
    return { title: words.linkSent, text: words.linkSentText(r.sentTo, until) };
  }
  return { title: words.linkOver, text: r.grantRenewable ? words.linkOverOnceMore : words.linkOverText };
}

function checking(language: Language, r: RequestView): RequestTold {
  const words = requestWords[language];
  if (!asksAnswers(r)) return { title: words.checking, text: asksMore(r) ? words.checkingNeeds : words.checkingText };
  const { title, text } = answerWords[language];
  return { title, text };
}

type Still = Exclude<RequestView["state"], "on_hold" | "reset_sent" | "verifying">;
function still(language: Language, r: RequestView, state: Still): RequestTold {
  const w = requestWords[language];
  const told: Record<Still, [title: string, text: string]> = {
    open: [w.open, asksMore(r) ? w.openNeeds : w.openText],
    in_review: [w.inReview, w.inReviewText(r.approvals)],
    completed: [w.completed, w.completedText],
    rejected: r.stopped ? [w.stopped, w.stoppedText] : [w.rejected, w.rejectedText],
    cancelled: [w.cancelled, w.cancelledText],
    expired: [w.expired, w.expiredText],
    disputed: [w.disputed, w.disputedText],
    reversed: [w.reversed, w.reversedText],
  };
  const [title, text] = told[state];
  return { title, text };
}

/** A step of a request in the reader's words; `expect` is its second line while it has no time of its own. */
export function stepTold(
  language: Language,
  { step, state }: RequestView["steps"][number],
  r: RequestView,
): { name: string; expect: string | null } {
  const words = requestWords[language];
  const past = state === "done";
  const unless = (expect: string): string | null => (past ? null : expect);
  switch (step) {
    case "received":
      return { name: words.received, expect: null };
    case "checked":
      return { name: words.checks(past), expect: null };
    case "approved":
      return { name: words.approves(r.approvals, past), expect: unless(words.approvesExpect) };
    case "waiting":
      return { name: words.waiting, expect: unless(neededWords[language].wait(r.needed.hold)) };
    case "link":
      return { name: words.link(r.sentTo, past), expect: unless(words.linkExpect) };
  }
}

/** Whether the questions are the one thing to do now. */
export const asksAnswers = (r: RequestView): boolean => r.mayAnswer && r.questions !== null && !r.answersDone;

/** Whether there is something on the page to give that is still needed. */
const asksMore = (r: RequestView): boolean => !r.needed.enough && waysLeft(r).length > 0;
