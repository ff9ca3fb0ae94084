import type { Db } from "./engine";
import { inBatch, type Refused, type Run, type Timed, type Tx } from "./import-batch";
import type { Tables } from "./schema";

export interface ReadyAnswer {
  row: Tables["answer"];
  question: Tables["question"];
}

/** Adds answers to questions their accounts have not answered yet; of a question the first text stands. */
export function addAnswers(
  db: Db,
  run: Run,
  ready: readonly ReadyAnswer[],
  refused: readonly Refused[],
): Promise<Timed<Tables["answer"]>> {
  return inBatch(db, run, async (tx) => {
    await addQuestions(
      tx,
      ready.map((a) => a.question),
    );
    const taken = await newAnswers(
      tx,
      ready.map((a) => a.row),
    );
    const added = ready.map((a) => a.row).filter((row) => taken.has(row.id));
    return { added, same: ready.length - added.length, refused: [...refused] };
  });
}

const newOf = "on conflict (account_id, question_id) do nothing returning id";

async function newAnswers(tx: Tx, rows: Tables["answer"][]): Promise<Set<string>> {
  const made = await tx.insert<"answer", Pick<Tables["answer"], "id">>("answer", rows, newOf);
  return new Set(made.map((row) => row.id));
}

async function addQuestions(tx: Tx, questions: readonly Tables["question"][]): Promise<void> {
  const first = new Map<string, Tables["question"]>();
  for (const question of questions) if (!first.has(question.id)) first.set(question.id, question);
  await tx.insert("question", [...first.values()], "on conflict (id) do nothing");
}
