import { answerProblem, normaliseAnswer } from "./answers";
import type { Decide } from "./case";
import { isCommonAnswer } from "./common-answers";
import { event } from "./event";
import { type GivenAnew, holderChange } from "./holder-change";
import { accountNews } from "./notify-account";

/** How many questions a holder chooses, all at once. */
export const questionsInSet = 3;

/** The ids of the questions that are offered; one's own goes under `own`. */
export const offeredQuestions = [
  "first-friend",
  "childhood-street",
  "first-teacher",
  "first-job-place",
  "grandparents-village",
  "first-concert",
  "childhood-nickname",
  "lost-toy",
] as const;
export type OfferedQuestion = (typeof offeredQuestions)[number];

export interface TypedQuestion {
  /** In words, as it will be asked. */
  question: string;
  answer: string;
}
export type QuestionFault =
  | "question-missing"
  | "question-twice"
  | "empty-or-short"
  | "equals-question"
  | "answer-twice"
  | "common-answer";

/** Why each of a set is refused, in its order; null for one that is good. */
export function questionFaults(typed: readonly TypedQuestion[]): (QuestionFault | null)[] {
  const questions = typed.map((t) => normaliseAnswer(t.question));
  const answers = typed.map((t) => normaliseAnswer(t.answer));
  return typed.map(({ question, answer }, i) => {
    const [asked = "", normalised = ""] = [questions[i], answers[i]];
    if (asked === "") return "question-missing";
    if (questions.indexOf(asked) < i) return "question-twice";
    const problem = answerProblem(question, answer);
    if (problem) return problem;
    // Who read one question in another's place wrote nothing secret either.
    if (questions.includes(normalised)) return "equals-question";
    if (answers.indexOf(normalised) < i) return "answer-twice";
    return isCommonAnswer(normalised) ? "common-answer" : null;
  });
}

/**
 * Puts a set of questions in the place of all before it, imported or chosen: what was spoken of those no longer matters, and
 * these wait like everything that joins an account.
 */
export function chooseQuestions(chosen: { questions: readonly string[] } & GivenAnew): Decide {
  return holderChange("questions.choose", chosen, (c, facts, now) => [
    event("questions.chosen", { questions: [...chosen.questions] }),
    ...accountNews(c, facts, now, "questions-chosen", chosen.questions[0] ?? ""),
  ]);
}
