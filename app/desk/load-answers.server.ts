import { answerAlgorithm } from "domain/answers";
import { type AnswerRow, checkAnswer } from "~/directory/check-answer";
import type { Row } from "~/directory/tables";
import { addAnswers, type ReadyAnswer } from "~/import-door.server";
import { softHash } from "./compare-answers.server";
import { ownedRows } from "./import-owners.server";
import { type ImportRun, land } from "./import-run.server";

/** Loads rows of answers.csv in one transaction, and tells how long that took in milliseconds; an answer is keyed-hashed at once. */
export async function loadAnswers(run: ImportRun, rows: readonly Row[]): Promise<number> {
  const owned = await ownedRows(run, rows, false);
  const ready: ReadyAnswer[] = [];
  for (const { row, account } of owned.rows) {
    const answer = checkAnswer(row.cells);
    if (typeof answer === "string") owned.refused.push({ line: row.line, reason: answer });
    else ready.push(readyAnswer(run, account, answer));
  }
  const landed = await addAnswers(run.house.writer, run, ready, owned.refused);
  run.job.doc.weak += landed.added.filter((row) => row.weak === 1).length;
  return land(run, "answer", landed);
}

function readyAnswer(run: ImportRun, account: string, { questionId, question, answer, weak }: AnswerRow): ReadyAnswer {
  const hash = softHash(run.house.door.secrets, { account, question: questionId }, answer);
  return {
    row: {
      id: run.newId(),
      account_id: account,
      set_id: run.set,
      question_id: questionId,
      algorithm: answerAlgorithm,
      hash,
      hardened_at: null,
      weak: weak ? 1 : 0,
    },
    question: { id: questionId, text: question },
  };
}
