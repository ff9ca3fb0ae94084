import { chosenByStandIn } from "db/stand-in";
import { offeredQuestions } from "domain/holder-questions";
import { languages } from "domain/language";
import type { CaseReading } from "domain/view-case";
import type { Door } from "./door.server";
import { thingsWords } from "./ui/words/things";

/** The questions that a stand-in seems to have chosen, in the words of the desk's language or, one time in four, of another; of its own it has none. */
export function standInWords({ config }: Door, account: string): Record<string, string> {
  const others = languages.filter((language) => language !== config.language);
  const drawn = Number.parseInt(account.slice(16, 20), 16);
  const spoken = drawn % 4 === 0 ? others[Math.floor(drawn / 4) % others.length] : undefined;
  const { offered } = thingsWords[spoken ?? config.language].questions;
  return Object.fromEntries(
    chosenByStandIn(account).map(({ id, question }) => [id, question === "own" ? "" : offered[question]]),
  );
}

/** A case without the questions in words of its holder's own: a stranger who only asked for help would read them, and know by them whose account it is. */
export function withoutOwnWords(r: CaseReading): CaseReading {
  const chosen = r.account?.chosen?.questions ?? [];
  const shown = chosen.map((id) => [id, isOffered(r.questions[id] ?? "") ? (r.questions[id] ?? "") : ""] as const);
  return { ...r, questions: { ...r.questions, ...Object.fromEntries(shown) } };
}

const isOffered = (text: string): boolean =>
  languages.some((language) => offeredQuestions.some((id) => thingsWords[language].questions.offered[id] === text));
