import { standInQuestions } from "domain/stand-in";
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
  const known = await sql.selectFrom("question").select(["id", "text"]).orderBy("id").limit(mostKnown).execute();
  const chosen = standInQuestions(
    account,
    known.map((q) => q.id),
  );
  return known
    .filter((q) => chosen.includes(q.id))
    .map(({ id, text }) => ({ id, set_id: 0, visible_at: null, weak: 0, text }));
}
