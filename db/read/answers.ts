import type { Db } from "../engine";
import { visibleSets } from "../load";

export interface StoredAnswer {
  questionId: string;
  hash: string;
}

/** The stored hashes of an account's answers to these questions, as imported or as its holder chose them. */
export async function answersOnFile(
  reader: Db,
  account: string,
  questionIds: readonly string[],
): Promise<StoredAnswer[]> {
  if (questionIds.length === 0) return [];
  const { sql } = reader;
  const rows = sql
    .selectFrom("answer")
    .select(["question_id", "hash"])
    .where("account_id", "=", account)
    .where("question_id", "in", questionIds);
  const [imported, own] = await Promise.all([
    rows.where("set_id", "in", visibleSets(sql)).execute(),
    sql
      .selectFrom("own_answer")
      .select(["id as question_id", "hash"])
      .where("account_id", "=", account)
      .where("id", "in", questionIds)
      .execute(),
  ]);
  return [...imported, ...own].map((r) => ({ questionId: r.question_id, hash: r.hash }));
}

/** Questions in words, in the order of the ids; unknown ones are left out. */
export async function questionTexts(reader: Db, ids: readonly string[]): Promise<{ id: string; text: string }[]> {
  if (ids.length === 0) return [];
  const rows = await reader.sql.selectFrom("question").select(["id", "text"]).where("id", "in", ids).execute();
  return ids.flatMap((id) => rows.find((r) => r.id === id) ?? []);
}
