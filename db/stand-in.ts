import { createHash } from "node:crypto";
import { type StoodInQuestion, standInChosen, standInQuestions } from "domain/stand-in";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./schema";

type Sql = Kysely<Tables> | Transaction<Tables>;

/** The state in which the rows of tickets stand that fit no account: no list of the desk's asks for it. */
export const standInState = "stand-in";

/** That of a request in the portal until the code that reached its new contact was typed. */
export const unheardState = "unheard";

/** Enough questions to choose from: the first of them in the order of their ids. */
const mostKnown = 200;

/** What stands in for the answered questions of an account that there is not, in the shape those are read in. */
export async function standInRows(
  sql: Sql,
  account: string,
): Promise<{ id: string; set_id: number; visible_at: string | null; weak: number; text: string | null }[]> {
  const seemsChosen = chosenByStandIn(account);
  const known = await sql.selectFrom("question").select(["id", "text"]).orderBy("id").limit(mostKnown).execute();
  const plain = { set_id: 0, visible_at: null, weak: 0 };
  // Its words are where those of chosen questions are put in: they are in no table.
  if (seemsChosen.length > 0) return seemsChosen.map(({ id }) => ({ ...plain, id, text: null }));
  const chosen = standInQuestions(
    account,
    known.map((q) => q.id),
  );
  return known.filter((q) => chosen.includes(q.id)).map(({ id, text }) => ({ ...plain, id, text }));
}

/** The questions that a stand-in seems to have chosen, by ids like those of chosen ones; none for one that is asked what imports brought. */
export const chosenByStandIn = (account: string): { id: string; question: StoodInQuestion }[] =>
  (standInChosen(account) ?? []).map((question, n) => ({
    id: createHash("sha256").update(`chosen ${account} ${n}`).digest("hex").slice(0, 32),
    question,
  }));
