import { type Account, answersSpent } from "./account";
import { triesLeft } from "./budget";
import { type Case, type CaseFacts, type Decide, decision } from "./case";
import { event, type Verdict } from "./event";
import { askable } from "./joined";
import { freshEvidence } from "./policy";
import { flagging } from "./risk";
import { safetyOf } from "./safety";
import type { Ticket } from "./ticket";
import { type Instant, lifetime } from "./time";
import { channelOf, checkRefusal, stillCounts } from "./verify";

type Open = Case & { ticket: Ticket };
type Refused = (reason: string) => Verdict;

const mostAsked = 3;
/** How many answers of a set must be right for the set to pass. */
export const leastRight = 2;

/** Draws the questions to be answered together, the same ones for 24 h whatever is retried. `turn` chooses among more than three. */
export function drawAnswers(turn: number): Decide {
  return decision("answers.draw", ["agent", "requester"], (c, facts, now, refused) => {
    const no = checkRefusal(c, facts);
    return no ? refused(no) : drawnNow(c, facts, turn, now, refused);
  });
}

/** The questions for a day, unless they stand already or there is nothing to ask. */
export function drawnNow(c: Open, facts: CaseFacts, turn: number, now: Instant, refused: Refused): Verdict {
  if (safetyOf(c.account)) return refused("questions-closed");
  const questions = askable(facts, now);
  if (questions.length < leastRight) return refused("no-answers-on-file");
  if (answersSpent(c.account, c.ticket.id, now)) return refused("answers-spoken");
  return isDrawn(c.account, now)
    ? refused("already-drawn")
    : [event("answers.drawn", { questions: chosen(questions, turn) })];
}

/** Questions were drawn within the last day. */
export const isDrawn = (account: Account | null, now: Instant): boolean =>
  !!account?.drawn && now - account.drawn.at < lifetime.drawnQuestionsMs;

function chosen(questions: string[], turn: number): string[] {
  const start = turn % questions.length;
  return [...questions.slice(start), ...questions.slice(0, start)].slice(0, mostAsked);
}

/** Reserves one of the account's answer attempts before the slow compare; the same set again in this ticket uses none. */
export function reserveAnswers(attempt: string): Decide {
  return decision("answers.check", ["agent", "requester"], (c, facts, now, refused) => {
    const no = checkRefusal(c, facts);
    if (no) return refused(no);
    if (safetyOf(c.account)) return refused("questions-closed");
    if (!isDrawn(c.account, now)) return refused("not-drawn");
    if (answersSpent(c.account, c.ticket.id, now)) return refused("answers-spoken");
    if (hasAnswered(c.ticket, facts, now)) return refused("already-answered");
    const channel = channelOf(facts);
    if (facts.tried) return [event("answers.repeated", { channel })];
    if (triesLeft(c.account, "answers", channel, now) < 1) return refused("locked");
    return [event("answers.attempted", { attempt, channel })];
  });
}

/** Records how many of a reserved set were right; two pass, and nobody learns which one was wrong. */
export function recordAnswers(r: { attempt: string; right: number; of: number; evidence: string }): Decide {
  return decision("answers.record", ["agent", "requester"], (c, facts, now, refused) => {
    const attempt = c.account?.attempts.find((a) => a.id === r.attempt);
    if (attempt?.result !== "reserved" || attempt.ticket !== c.ticket.id) return refused("no-such-attempt");
    const passed = r.right >= leastRight;
    const counts = passed && !hasAnswered(c.ticket, facts, now) && stillCounts(c, facts, attempt.at);
    const evidence = counts ? r.evidence : null;
    const spoken = attempt.channel === "desk";
    return [
      event("answers.checked", {
        attempt: r.attempt,
        passed,
        right: passed ? r.right : null,
        of: r.of,
        evidence,
        spoken,
        ...(r.right === 0 ? { noneRight: true } : {}),
      }),
      ...(!passed && facts.resembles.elsewhere > 0 ? flagging(c, ["same-wrong-again"], now) : []),
    ];
  });
}

/** A set that passed in this ticket and still counts: another would be a free guess at the answer it had wrong. */
const hasAnswered = (ticket: Ticket, facts: CaseFacts, now: Instant): boolean =>
  freshEvidence(ticket, facts.rules, now).some((v) => v.factor === "answers");
