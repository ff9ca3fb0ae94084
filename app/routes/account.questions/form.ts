import { offeredQuestions, type QuestionFault, questionFaults, type TypedQuestion } from "domain/holder-questions";
import { scanText } from "domain/scan";
import { z } from "zod";
import { text } from "~/reply.server";
import type { Language } from "~/ui/languages";
import { thingsWords } from "~/ui/words/things";

const offered = z.enum([...offeredQuestions, ""]);
export const questionsShape = {
  "question-1": offered,
  "question-2": offered,
  "question-3": z.enum([...offeredQuestions, "own", ""]),
  own: text(200),
  "answer-1": text(200),
  "answer-2": text(200),
  "answer-3": text(200),
};
type Form = z.infer<z.ZodObject<typeof questionsShape>>;
type Read = { chosen: TypedQuestion[] } | { sentence: string; fields: Record<string, string> };

/** Questions and answers as they were typed, in the words of the page; or what is wrong, field by field. */
export function questionsIn(form: Form, language: Language): Read {
  const { questions, problems, poor } = thingsWords[language];
  const wordsOf = (id: Form["question-3"]): string =>
    id === "own" ? form.own.normalize("NFC").trim() : id === "" ? "" : questions.offered[id];
  const chosen = ([1, 2, 3] as const).map((n) => ({
    question: wordsOf(form[`question-${n}`]),
    answer: form[`answer-${n}`],
  }));
  const found = questionFaults(chosen).flatMap((problem, i) =>
    problem ? [[fieldOf(problem, i + 1, form), problems[problem]] as const] : [],
  );
  const secret = form["question-3"] === "own" && scanText(form.own).length > 0;
  const told = secret ? [...found, ["own", problems["own-holds-secret"]] as const] : found;
  return told.length === 0 ? { chosen } : { sentence: poor, fields: Object.fromEntries(told) };
}

/** Of a question that is missing or there twice the question is at fault, else the answer. */
function fieldOf(problem: QuestionFault, n: number, form: Form): string {
  if (!problem.startsWith("question-")) return `answer-${n}`;
  return n === 3 && form["question-3"] === "own" ? "own" : `question-${n}`;
}
