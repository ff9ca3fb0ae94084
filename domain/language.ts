import type { Account } from "./account";
import type { Decide } from "./case";
import { event, type Recorded, refuse } from "./event";

/** The languages of the public pages and of what is sent to holders; the desk speaks English. */
export const languages = ["en", "ar"] as const;
export type Language = (typeof languages)[number];

/** Folds an entry into the language an account is written to in. */
export const foldLanguage = (a: Account, e: Recorded): Account =>
  e.type === "account.language-chosen" ? { ...a, language: e.data.language } : a;

/** Which language an account is written to in: what its holder chose, else the desk's own. */
export const writtenIn = (a: Pick<Account, "language"> | null, desk: Language): Language => a?.language ?? desk;

/** The holder reads this language from now on: entered only where they were written to in another. */
export function chooseLanguage(language: Language, desk: Language): Decide {
  return (c) =>
    writtenIn(c.account, desk) === language
      ? refuse("language.choose", "already-so")
      : [event("account.language-chosen", { language })];
}
