import { type Teller, tell } from "./telling";

/** What a directory is asked for, in words. */
export const stepWords: Record<string, string> = {
  contacts: "the contacts",
  "second-factor": "the second factor",
  password: "the new password",
};

/** Why the directory has not done it yet, to staff. */
export const troubleWords: Record<string, string> = {
  unreachable: "It does not answer.",
  busy: "It asks to be left alone for a while.",
  "not-allowed": "It does not let us change that. An admin looks at our rights there.",
  "no-such-account": "It has no account with this user name.",
  "several-accounts": "It has more than one account with this user name.",
  conflict: "Somebody else changed the account at the same moment.",
  "not-understood": "Its answer was not understood. An admin looks at the address it was set up with.",
  "password-gone": "The new password could be read no more.",
};

/** By which of its rules it did not take a password, to staff. */
export const ruleWords: Record<string, string> = {
  "too-short": "It is too short there.",
  "too-long": "It is too long there.",
  "used-before": "It was used there before.",
  "too-simple": "It is too simple there.",
  "changed-lately": "The password was changed there too lately.",
  "by-its-rule": "It does not say why.",
};

/** Why what was left of it was stopped, to staff. */
export const stopWords: Record<string, string> = {
  "grant-revoked": "The link was stopped.",
  "account-frozen": "The account is frozen.",
  "contacts-changed": "The contacts of the account were changed meanwhile.",
  "safety-flag": "The account is under a safety flag.",
  "link-superseded": "The contact the link went to is off.",
};

/** Nothing where there is no such word. */
const wordsIn = (words: Record<string, string>, key: unknown): string | null => words[String(key)] ?? null;

/** What there is to say, in one line. */
const said = (...parts: (string | null)[]): string | null => parts.filter((part) => part !== null).join(" ") || null;

/** What of the account: without a fact, something. */
const what = (step: unknown): string => wordsIn(stepWords, step) ?? "something";

/** How a redemption on its way to a directory elsewhere is told: never a password, never what a server said. */
export const directoryEvents = {
  "directory.asked": () => tell("The link was used.", "The directory where the account lives is asked to change it."),
  "directory.changed": (f) => tell(`The directory changed ${what(f.step)}.`),
  "directory.delayed": (f) =>
    tell(`The directory did not change ${what(f.step)} yet.`, said(wordsIn(troubleWords, f.why), "It is asked again.")),
  "directory.refused": (f) =>
    tell(
      "The directory did not take the new password.",
      said(wordsIn(ruleWords, f.why), "The holder may choose another."),
    ),
  "directory.failed": (f) => tell("Asking the directory was given up.", wordsIn(troubleWords, f.why)),
  "directory.stopped": (f) => tell("What the directory had not done yet was stopped.", wordsIn(stopWords, f.why)),
  "directory.done": () => tell("The directory changed everything that it was asked for."),
} satisfies Record<string, Teller>;
