import type { DisputeVerdict } from "domain/event";
import { countOf } from "./amounts";
import { isVerdict, verdictWords } from "./disputes";
import { reasonWords } from "./reasons";
import { type Facts, numberOf, type Teller, tell, textOf } from "./telling";

const because = (f: Facts): string => `Reason: ${reasonWords(String(f.reason ?? "other")).toLowerCase()}.`;
const verdictOf = (f: Facts): DisputeVerdict => (isVerdict(f.verdict) ? f.verdict : "reject");

/** How disputes, and what undoes a recovery, are told. */
export const disputeEvents = {
  "objection.proved": (f) =>
    f.how === "sign-in"
      ? tell("Who objected proved that the account is theirs.", "They signed in with a second factor.")
      : tell(
          "Who objected proved that the account is theirs.",
          `By a code to ${textOf(f, "mask", "their contact")} and what goes with it.`,
        ),
  "verdict.proposed": (f, who) =>
    tell(`${who} would ${verdictWords[verdictOf(f)].would}.`, `${because(f)} A second supervisor has to agree.`),
  "ticket.resumed": (f, who) =>
    tell(
      `${who} agreed, and the ticket goes on.`,
      `${because(f)} Nobody proved the objection in seven days. All evidence is void, tier T4 applies, and the hold is seven days.`,
    ),
  "objection.dismissed": (f, who) =>
    tell(
      `${who} agreed, and the recovery stands.`,
      `${because(f)} Nobody proved the objection in seven days. The account stays frozen until it is thawed.`,
    ),
  "ticket.reversed": (f, who) => tell(`${who} agreed, and the recovery was undone.`, because(f)),
  "account.reversed": (f) =>
    tell(
      "The old contacts are back.",
      `${countOf(numberOf(f, "restored"), "contact was", "contacts were")} put back and ${countOf(numberOf(f, "ended"), "new one", "new ones")} taken off${f.secondFactor ? "; the second factor is on again" : ""}.`,
    ),
  "requester.knocked-out": () =>
    tell("Who asked for this is kept out for 90 days.", "No recovery to the same new contact passes until then."),
  "account.thawed": () => tell("The account is open again."),
} satisfies Record<string, Teller>;
