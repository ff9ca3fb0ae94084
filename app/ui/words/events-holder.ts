import { countOf } from "./amounts";
import { numberOf, type Teller, tell } from "./telling";

/** What a second factor was given by; null for none. */
export const givenBy = (secondFactor: unknown): string | null =>
  secondFactor === "totp"
    ? "By an authenticator."
    : secondFactor === "sms"
      ? "By a text."
      : secondFactor === "saved-code"
        ? "By a saved code, which is spent."
        : null;

/** How what holders do for themselves is told: never a link, never a code. */
export const holderEvents = {
  "forgotten.asked": () => tell("Someone asked for a new password.", "Whose contact they typed is looked up next."),
  "forgotten.code-tried": () =>
    tell("Someone typed a code for a new password.", "The try counts before anybody compares it."),
  "forgotten.sent": (f) =>
    f.kind === "phone"
      ? tell("A code for a new password was sent to a phone on file.", "It is good for ten minutes.")
      : tell("A link to a new password was sent to an address on file.", "It works once, for an hour."),
  "forgotten.code-accepted": () => tell("The code for a new password was right."),
  "own-contact.asked": (f) =>
    tell(
      `The holder wants to add ${f.kind === "phone" ? "a phone" : "an e-mail address"}.`,
      "A code went there; until it is typed, it is no contact of the account.",
    ),
  "own-contact.code-refused": (f) =>
    tell("The holder typed a wrong code for a new contact.", `${numberOf(f, "tries")} of 5 tries.`),
  "own-contact.added": (f) =>
    tell(
      `The holder added ${f.kind === "phone" ? "a phone" : "an e-mail address"}.`,
      "It was confirmed by a code, and is as old as this entry.",
    ),
  "own-contact.removed": () =>
    tell("The holder took a contact off.", "It goes on being told for 90 days, and may object."),
  "device.added": () => tell("The holder added a device by its serial.", "It proves nothing for 30 days."),
  "device.removed": () =>
    tell("The holder took a device off.", "For 30 days it still speaks for who says that this was not them."),
  "questions.chosen": (f) =>
    tell(
      `The holder chose ${countOf(numberOf(f, "questions"), "security question", "security questions")}.`,
      "They replace all before them, and prove nothing for 30 days.",
    ),
  "forgotten.redeemed": () => tell("The holder set a new password.", "Every session was ended."),
  "appeal.made": () =>
    tell(
      "The requester asked that somebody else looks at the rejection.",
      "A supervisor who had no part in it answers.",
    ),
  "appeal.answered": (f, who) =>
    f.answer === "ask-again"
      ? tell(`${who} answered the appeal: they should ask again.`, "A new ticket follows this one.")
      : tell(`${who} answered the appeal: the rejection stands.`),
  "account.language-chosen": (f) =>
    tell(`The holder is written to in ${inEnglish[String(f.language)] ?? "another language"} from now on.`),
  "factor.asked": () => tell("The password was right, and the second factor was asked for."),
  "factor.code-sent": () =>
    tell("A code was sent to the phone that is the second factor.", "It is good for ten minutes."),
  "factor.code-refused": (f) =>
    f.why === "code-used"
      ? tell("A code of the second factor was typed that was used before.")
      : tell("A wrong code of the second factor was typed.", "After five within a quarter of an hour none is taken."),
  "factor.used": (f) => tell("The holder gave their second factor anew.", givenBy(f.secondFactor)),
  "factor.offered": () => tell("The holder began to set up an authenticator.", "Its first code is still to come."),
  "factor.enrolled": (f) =>
    tell(
      "The holder turned an authenticator on.",
      f.replaces ? "In place of the second factor that was on." : "Signing in takes a code of it from now on.",
    ),
  "factor.removed": (f) =>
    f.why === "recovery"
      ? tell("The second factor was taken off.", "The recovery ended it.")
      : tell("The holder turned the second factor off."),
} satisfies Record<string, Teller>;

const inEnglish: Record<string, string> = { en: "English", ar: "Arabic" };
