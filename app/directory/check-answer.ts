import { answerProblem, normaliseAnswer } from "domain/answers";
import { isShortText } from "./short-text";

export interface AnswerRow {
  questionId: string;
  question: string;
  /** Normalised; it goes into a keyed hash at once and nowhere else. */
  answer: string;
}
const mostQuestionCharacters = 1000;

/** A row of answers.csv, or the reason why it is refused. */
export function checkAnswer(cells: readonly string[]): AnswerRow | string {
  const [, questionId = "", question = "", typed = ""] = cells;
  if (questionId === "") return "question_id is empty";
  if (!isShortText(questionId)) return "question_id is too long or holds a control character";
  if (question.trim() === "") return "question is empty";
  if (question.length > mostQuestionCharacters || question.includes("\0")) return "question is too long or holds a NUL";
  const problem = answerProblem(question, typed);
  if (problem === "empty-or-short") return "answer empty or too short once normalised";
  return problem === "equals-question"
    ? "answer equals question"
    : { questionId, question, answer: normaliseAnswer(typed) };
}
