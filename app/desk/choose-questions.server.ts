import { randomBytes } from "node:crypto";
import { answerAlgorithm, normaliseAnswer } from "domain/answers";
import { chooseQuestions as choose, type TypedQuestion } from "domain/holder-questions";
import type { Door, Keep, Outcome } from "~/door.server";
import type { Who } from "./case.server";
import { hardHash, softHash } from "./compare-answers.server";
import { type GivenPassword, ownCase, withPassword } from "./holder-password.server";

/** Puts a holder's questions and answers, which were screened, in the place of all before them; an answer is hashed at once. */
export const chooseQuestions = (
  door: Door,
  who: Who,
  account: string,
  { chosen, ...given }: GivenPassword & { chosen: readonly TypedQuestion[] },
): Promise<Outcome> =>
  withPassword(door, who, { account, command: "questions.choose" }, given, async (anew) => {
    // No time in it: whoever is asked the questions reads the ids, too.
    const set = chosen.map((one) => ({ ...one, id: randomBytes(16).toString("hex") }));
    const questions = set.map(({ id }) => id);
    return door.ledger.enact({
      ...ownCase(who, account),
      decide: choose({ questions, ...anew }),
      keep: anew.passwordRight ? await keepOf(door, account, set) : [],
    });
  });

/** A question is asked in the words it was chosen in, whichever language the page of that day was in. */
async function keepOf(door: Door, account: string, set: readonly (TypedQuestion & { id: string })[]): Promise<Keep[]> {
  const rows = await Promise.all(
    set.map(async ({ id, answer }) => ({
      id,
      account_id: account,
      algorithm: answerAlgorithm,
      hash: await hashOf(door, { account, question: id }, answer),
    })),
  );
  const words = await Promise.all(set.map(({ id, question }) => door.vault.seal(account, id, "question", question)));
  return [{ keep: "own-answers", account, rows }, ...words];
}

async function hashOf(door: Door, of: { account: string; question: string }, answer: string): Promise<string> {
  const hash = await hardHash(softHash(door.secrets, of, normaliseAnswer(answer)));
  if (hash === null) throw new Error("An answer that was just hashed cannot be hardened already.");
  return hash;
}
