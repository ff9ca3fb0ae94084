import { type Teller, tell } from "./telling";

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
  "forgotten.redeemed": () => tell("The holder set a new password.", "Every session was ended."),
  "account.language-chosen": (f) =>
    tell(`The holder is written to in ${inEnglish[String(f.language)] ?? "another language"} from now on.`),
} satisfies Record<string, Teller>;

const inEnglish: Record<string, string> = { en: "English", ar: "Arabic" };
