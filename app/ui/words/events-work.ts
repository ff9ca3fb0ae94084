import { countOf, lengthWords, listWords, numberWord } from "./amounts";
import { lossWords, ticketName } from "./labels";
import { reasonWords } from "./reasons";
import { type Facts, numberOf, type Teller, tell, textOf } from "./telling";

const lossOf = (f: Facts): string =>
  lossWords({ password: !!f.password, secondFactor: !!f.secondFactor, email: !!f.email, phone: !!f.phone });
const because = (f: Facts): string => `Reason: ${reasonWords(String(f.reason ?? "other")).toLowerCase()}.`;
const nobody = "someone";

/** One that was asked for in the portal, with what its requester says they still have. */
function toldOfAsking(f: Facts) {
  const has = textOf(f, "hand", "")
    .split(" ")
    .flatMap((one) => handWords[one] ?? []);
  if (f.again) return tell("The requester asked again in the portal.", "The reset before this did not let them in.");
  return tell(
    "The requester asked for help in the portal.",
    `Lost: ${lossOf(f)}. ${has.length > 0 ? `They say they have ${listWords(has)}.` : "They named nothing that they still have."}`,
  );
}
const handWords: Record<string, string> = {
  "saved-code": "a saved code",
  label: "a device with its label",
  person: "someone who may vouch",
};

/** How a ticket's work, review and endings are told. */
export const workEvents = {
  "ticket.opened": (f, who) =>
    typeof f.hand === "string"
      ? toldOfAsking(f)
      : tell(
          `${who} opened ${f.number ? ticketName(numberOf(f, "number")) : "the ticket"}.`,
          `Lost: ${lossOf(f)}. Tier ${textOf(f, "tier", "not known")}.${f.thaw ? " It thaws the account." : ""}`,
        ),
  "ticket.claimed": (_f, who) => tell(`${who} claimed the ticket.`),
  "ticket.released": (f, who) =>
    f.why === "check"
      ? tell("It went to a colleague for a routine check.", "A supervisor hands it on.")
      : f.why === "idle"
        ? tell("Released after 30 idle minutes.", "Anyone may claim it now.")
        : tell(`${who} released the ticket.`),
  "ticket.handed-over": (f, who) => tell(`${who} handed the ticket to ${textOf(f, "name", nobody)}.`),
  "ticket.noted": (f, who) =>
    tell(
      `${who} added a note.`,
      numberOf(f, "removed") > 0
        ? `${countOf(numberOf(f, "removed"), "part was", "parts were")} removed: notes hold no serials, codes or contacts.`
        : null,
    ),
  "ticket.reminded": () => tell("Nothing happened for three days.", "The requester was reminded."),
  "ticket.submitted": (f, who) =>
    tell(
      `${who} submitted it for countersigning.`,
      `Round ${numberOf(f, "round")}: ${numberWord(numberOf(f, "approvals"))} to approve${holdAfter(f)}.`,
    ),
  "tier.raised": (f) =>
    f.from === f.to
      ? tell("There is one more reason to be careful.", "Supervisors see it with the case.")
      : tell(
          `The tier was raised to ${textOf(f, "to", "the next one")}.`,
          "More proof is asked for. Supervisors see why.",
        ),
  "flag.raised": () => tell("Something was flagged for supervisors."),
  "flag.reviewed": (_f, who) => tell(`${who} looked at a flag.`),
  "ticket.approved": (f, who) =>
    tell(`${who} approved it, ${numberOf(f, "count")} of ${numberOf(f, "of")}.`, because(f)),
  "ticket.returned": (f, who) => tell(`${who} returned it for more.`, `${because(f)} Approvals so far are void.`),
  "ticket.rejected": (f, who) =>
    tell(`${who} rejected it.`, f.second ? `${because(f)} Two supervisors agreed.` : because(f)),
  "rejection.proposed": (f, who) => tell(`${who} would reject it.`, `${because(f)} A second supervisor has to agree.`),
  "ticket.cancelled": (f, who) => tell(`${who} cancelled it.`, because(f)),
  "ticket.expired": (f) =>
    f.why === "grant-unused"
      ? tell("It expired: the link was never used.")
      : f.why === "fits-no-account"
        ? tell("It ended: no account fits what was asked.")
        : tell("It expired: nothing happened for seven days."),
  "ticket.disputed": (f, who) =>
    tell(
      f.how === "session"
        ? "Signed in to the account, someone said: this was not me."
        : `${f.mask ? textOf(f, "mask", who) : "An old contact"} said: this was not me.`,
      "Everything stopped at once. Two supervisors decide, once who objected proved ownership or had seven days for it.",
    ),
  "packet.opened": (_f, who) => tell(`${who} opened the packet.`),
} satisfies Record<string, Teller>;

function holdAfter(f: Facts): string {
  const ms = numberOf(f, "holdMs");
  return ms > 0 ? `, then a hold of ${lengthWords(ms)}` : ", no hold";
}
