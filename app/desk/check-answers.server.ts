import { randomInt, randomUUID } from "node:crypto";
import { normaliseAnswer } from "domain/answers";
import type { Decide } from "domain/case";
import { drawAnswers, leastRight, recordAnswers, reserveAnswers } from "domain/check-answers";
import type { Door, Guess, Outcome } from "~/door.server";
import { ledgerNow } from "~/facts.server";
import { answersOnFile } from "~/read.server";
import { type CaseRef, caseNow, enactCase, found, refuseInput, type Who } from "./case.server";
import { type CheckOutcome, guessed, triedValue } from "./check-serial.server";
import { compareAnswer, nobodysHash } from "./compare-answers.server";
import { withoutKey } from "./new-contact.server";

/** Draws the questions to ask, all answered together and the same for 24 h. */
export const drawQuestions = (door: Door, who: Who, ref: CaseRef): Promise<Outcome> =>
  enactCase(door, who, ref, drawAnswers(randomInt(1_000_000)));

/** The decisions of a check of answers: who gives them says which. */
export interface AnswersCheck {
  command: string;
  reserve(attempt: string): Decide;
  record(result: Parameters<typeof recordAnswers>[0]): Decide;
}
const inTicket: AnswersCheck = { command: "answers.check", reserve: reserveAnswers, record: recordAnswers };

/** Checks a set of answers, by question id: reserved on the account, compared slowly outside any transaction, recorded. */
export async function checkAnswers(
  door: Door,
  who: Who,
  ref: CaseRef,
  typed: Record<string, string>,
  check: AnswersCheck = inTicket,
): Promise<CheckOutcome> {
  const drawn = (await caseNow(door, ref)).account?.drawn?.questions ?? [];
  const given = drawn.map((question) => ({ question, answer: normaliseAnswer(typed[question] ?? "") }));
  if (given.every((g) => g.answer === ""))
    return { refused: (await refuseInput(door, who, ref, check.command, "nothing-typed")).refused, checked: null };
  const attempt = randomUUID();
  const digest = door.secrets.lookup("tried", JSON.stringify([ref.ticket, "answers", given]));
  const query = { fingerprint: { kind: "answers", digest } };
  const reserved = await enactCase(door, who, ref, check.reserve(attempt), { query });
  if (reserved.refused) return { refused: reserved.refused, checked: null };
  if (reserved.replayed) return { refused: null, checked: "counted" };
  if (!found(reserved, "answers.attempted")) return { refused: null, checked: "repeated" };
  const guess = answersGuess(door, ref.account, given);
  const right = await countRight(door, ref.account, given);
  const recorded = await enactCase(
    door,
    withoutKey(who),
    ref,
    check.record({ attempt, right, of: given.length, evidence: randomUUID() }),
    {
      query: { guess },
      keep: right >= leastRight ? [] : [triedValue(ref, "answers", digest), guessed(ref, guess, await ledgerNow(door))],
    },
  );
  const passed = found(recorded, "answers.checked")?.data.passed ?? false;
  return { refused: recorded.refused, checked: passed ? "match" : "no-match" };
}

const answersGuess = (door: Door, account: string, given: { question: string; answer: string }[]): Guess => ({
  kind: "answers",
  digest: door.secrets.lookup("tried", JSON.stringify([account, "answers", given])),
  neighbours: [],
});

/** Every answer is compared, whatever the ones before it gave, so that the time tells nothing. */
async function countRight(door: Door, account: string, given: { question: string; answer: string }[]): Promise<number> {
  const stored = await answersOnFile(
    door,
    account,
    given.map((g) => g.question),
  );
  let right = 0;
  for (const { question, answer } of given) {
    const hash = stored.find((s) => s.questionId === question)?.hash ?? nobodysHash;
    if ((await compareAnswer({ account, question, hash }, answer, door.secrets)) && answer !== "") right += 1;
  }
  return right;
}
