import { createHash } from "node:crypto";
import { answerProblem, normaliseAnswer } from "domain/answers";
import { isCommonAnswer } from "domain/common-answers";

export interface AnswerRow {
  /** Made of the file's, so that any of those may stand in an entry. */
  questionId: string;
  question: string;
  /** Normalised; it goes into a keyed hash at once and nowhere else. */
  answer: string;
  /** Among the commonest answers, so that a supervisor should know. */
  weak: boolean;
}
const mostQuestionCharacters = 1000;

/** A row of answers.csv, or the reason why it is refused. */
export function checkAnswer(cells: readonly string[]): AnswerRow | string {
  const [, questionId = "", question = "", typed = ""] = cells;
  if (questionId === "") return "question_id is empty";
  if (question.trim() === "") return "question is empty";
  if (question.length > mostQuestionCharacters || question.includes("\0")) return "question is too long or holds a NUL";
  const problem = answerProblem(question, typed);
  if (problem === "empty-or-short") return "answer empty or too short once normalised";
  if (problem === "equals-question") return "answer equals question";
  const answer = normaliseAnswer(typed);
  return { questionId: questionIdOf(questionId), question, answer, weak: isCommonAnswer(answer) };
}

const digested = "question:";
const entryMayHold = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/;

/**
 * The id under which a question of the file is kept and named in entries: the same where an entry may hold it, else
 * `question:` and its SHA-256 in hex. Two ids of the file never become one.
 */
export function questionIdOf(external: string): string {
  if (entryMayHold.test(external) && !external.startsWith(digested)) return external;
  return digested + createHash("sha256").update(external, "utf8").digest("hex");
}
