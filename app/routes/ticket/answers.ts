import { z } from "zod";
import type { CheckOutcome } from "~/desk/check-serial.server";

const prefix = "answer-";
const longestAnswer = 200;

/** The fields of a form that takes the answers to these questions, all together. */
export const answersShape = (questions: readonly string[]): Record<string, z.ZodString> =>
  Object.fromEntries(questions.map((id) => [`${prefix}${id}`, z.string().max(longestAnswer)]));

/** Answers by question id, from such a form. */
export const typedAnswers = (form: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name.slice(prefix.length), value]));

/** What the public hears of a set of answers: one that failed before fails again in the same words. */
export const toldOfAnswers = ({ refused, checked }: CheckOutcome): { refused: string | null; checked?: string } => {
  const failed = checked === "no-match" || checked === "repeated";
  return {
    refused: refused ?? (failed ? "answers-did-not-hold" : null),
    ...(checked === "counted" ? { checked } : {}),
  };
};
