import { leastRight } from "domain/check-answers";
import type { TicketView } from "domain/view";
import { answersWords, serialWords } from "../words/acts";
import { safetyWords } from "../words/care";
import { savedCodeWords } from "../words/proofs";

/** Why a way to prove is missing from this page, so that the agent can say it: used up for today, spent, or not on file. */
export function closedWays(t: TicketView): string[] {
  const passed = t.evidence.some((e) => e.factor === "answers" && e.fresh);
  return [
    ...(t.state === "verifying" && t.triesLeft.serial === 0 ? [serialWords.locked] : []),
    ...(t.savedCodesOnFile && t.state === "verifying" && t.triesLeft.savedCode === 0 ? [savedCodeWords.locked] : []),
    ...(t.care.safety ? [safetyWords.questions] : t.state === "verifying" && !passed ? questionsClosed(t) : []),
  ];
}

function questionsClosed(t: TicketView): string[] {
  if (t.account.questionsOnFile === 0) return [answersWords.none];
  if (t.account.questionsOnFile < leastRight) return [answersWords.one];
  if (t.answersSpent) return [answersWords.spent];
  return t.triesLeft.answers === 0 ? [answersWords.locked] : [];
}
