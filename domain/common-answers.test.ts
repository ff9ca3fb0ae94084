import { expect, it } from "vitest";
import { answerProblem, normaliseAnswer } from "./answers";
import { isCommonAnswer } from "./common-answers";

it.each([
  "Bella",
  " b.e.l.l.a ",
  "NEW YORK",
  "São Paulo",
  "Main Street",
  "Hauptstraße",
  "password",
  "123456",
  "Müller",
  "Blue",
])("%s is an answer that everybody tries first", (typed) => expect(isCommonAnswer(normaliseAnswer(typed))).toBe(true));

it.each(["Winterfold", "Quetzalcoatl", "14 Harbour Terrace", "pets", ""])("%j is none of the commonest", (typed) => {
  expect(isCommonAnswer(normaliseAnswer(typed))).toBe(false);
});

it("A common answer that an import takes is long enough to be one", () => {
  expect(answerProblem("Your pet?", "bella")).toBeNull();
});
