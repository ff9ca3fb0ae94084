import { countOf } from "./amounts";
import { numberOf, type Teller, tell } from "./telling";

const bySelf = (channel: unknown): boolean => channel === "portal";
const bothKnow = "The contacts of both accounts are told.";

/** How saved codes, links between accounts and vouches are told: never which code, never who may vouch. */
export const proofEvents = {
  "saved-codes.made": (f) =>
    tell(
      `The holder made ${countOf(numberOf(f, "count"), "saved recovery code", "saved recovery codes")}.`,
      "Those made before no longer work.",
    ),
  "saved-code.checked": (f) =>
    f.result === "match"
      ? tell(
          "A saved recovery code was right.",
          f.tooNew
            ? "It was made after this ticket was opened, so it proves nothing here, and it is spent."
            : `${bySelf(f.channel) ? "Typed by the requester. " : ""}It is spent.`,
        )
      : tell("A saved recovery code did not work.", "It counts as one try."),
  "saved-code.repeated": () => tell("The same saved code was given again.", "No try was used."),
  "link.invited": (_f, who) => tell(`${who} invited somebody to vouch for them.`),
  "link.received": (_f, who) => tell(`${who} invited this account's holder to vouch for them.`),
  "link.accepted": (_f, who) => tell(`${who} accepted to vouch for another holder.`, bothKnow),
  "link.declined": (_f, who) => tell(`${who} declined to vouch for another holder.`, bothKnow),
  "link.ended": (_f, who) => tell(`${who} ended a link between two accounts.`, bothKnow),
  "account.notified": (f) =>
    tell(`${countOf(numberOf(f, "messages"), "contact is", "contacts are")} told of a change to the account.`),
  "vouch.asked": (_f, who) =>
    tell(`${who} asked for a vouch.`, "The number is good for 24 hours, for someone whom the holder linked."),
  "vouch.refused": (f) => tell("A wrong number was typed to vouch.", `${numberOf(f, "tries")} of 5 tries.`),
  "vouch.opened": () => tell("A linked person typed the number.", "They were shown what they are asked to vouch for."),
  "vouch.given": () => tell("A vouch was given.", "By a linked person, in their own session."),
} satisfies Record<string, Teller>;
