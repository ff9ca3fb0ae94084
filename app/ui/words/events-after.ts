import type { NoticePurpose } from "domain/event";
import { countOf, lengthWords, listWords } from "./amounts";
import { noticeWords } from "./labels";
import { reasonWords } from "./reasons";
import { refusals } from "./refusals";
import { type Facts, numberOf, type Teller, tell, textOf } from "./telling";

const why = (f: Facts): string => {
  const reason = String(f.why ?? "");
  return refusals[reason]?.staff ?? `Reason: ${reasonWords(reason).toLowerCase()}.`;
};

/** How notices, holds, links and what becomes of the account are told. */
export const afterEvents = {
  "holder.notified": (f) =>
    tell(
      `Old contacts were told ${noticeWords[f.purpose as NoticePurpose] ?? "of it"}.`,
      `${countOf(numberOf(f, "messages"), "message", "messages")}.`,
    ),
  "message.accepted": (f) => tell(`A message to ${textOf(f, "mask", "a contact")} was accepted for delivery.`),
  "message.failed": (f) => tell(`A message to ${textOf(f, "mask", "a contact")} could not be delivered.`),
  "hold.begun": (f) =>
    numberOf(f, "holdMs") > 0
      ? tell(
          `A hold of ${lengthWords(numberOf(f, "holdMs"))} begins.`,
          "It runs once the notices were accepted for delivery.",
        )
      : tell("No hold is needed."),
  "hold.started": (f) =>
    f.lengthened
      ? tell("The hold was made longer.", "Something about the account asks for more time.")
      : tell("The hold runs."),
  "hold.stopped": (f, who) =>
    f.by === "worker"
      ? tell("The hold ended back in review.", `${why(f)} The approvals are void.`)
      : tell(`${who} stopped the hold.`, `${why(f)} The approvals are void.`),
  "grant.issued": (f) =>
    tell(
      numberOf(f, "generation") > 1 ? "The link was sent again." : "The link was sent.",
      `To ${textOf(f, "mask", f.kind === "phone" ? "a phone" : "an e-mail address")}; it works once, for 24 hours.`,
    ),
  "grant.revoked": () => tell("The link was stopped."),
  "grant.redeemed": () => tell("The link was used."),
  "account.recovered": (f) => tell("The account was recovered.", `${recovered(f)}All its sessions ended.`),
  "account.frozen": (f) => tell("The account is frozen.", frozen(f.why)),
  "holder.signed-in": (f) => tell("The holder signed in.", signedInWith(f.secondFactor)),
  "holder.sign-in-failed": () => tell("A sign-in to the account failed."),
  "holder.signed-out": () => tell("The holder signed out."),
} satisfies Record<string, Teller>;

function frozen(why: unknown): string {
  if (why === "reversal") return "Its recovery was undone; a T4 ticket of its own thaws it.";
  if (why === "not-me") return "A contact of it said that it was not the holder; a T4 ticket thaws it.";
  return "The holder objected after the recovery.";
}

function signedInWith(secondFactor: unknown): string | null {
  if (secondFactor === "saved-code") return "With a saved code in place of the second factor.";
  return secondFactor === "totp" || secondFactor === "sms" ? "With a second factor." : null;
}

function recovered(f: Facts): string {
  const replaced = numberOf(f, "replace");
  const done = [
    f.newPassword ? "a new password" : null,
    f.removeSecondFactor ? "the second factor removed" : null,
    replaced > 0 ? `${countOf(replaced, "contact", "contacts")} replaced by ${textOf(f, "mask", "the new one")}` : null,
  ].filter((part): part is string => part !== null);
  return done.length === 0 ? "" : `With ${listWords(done)}. `;
}
