import type { GlassReason, RevealedValue } from "domain/event";
import { countOf } from "./amounts";
import { glassReasons, revealedWords } from "./glass";
import { type Facts, numberOf, type Teller, tell, textOf } from "./telling";

const because = (f: Facts): string =>
  `Reason: ${(glassReasons[f.reason as GlassReason] ?? "not named").toLowerCase()}.`;
const member = (f: Facts): string => textOf(f, "name", "a member of staff");

/** How break-glass, reveals and what is known of staff's own accounts are told. */
export const glassEvents = {
  "glass.asked": (f, who) =>
    tell(
      `${who} asked to read the ticket by break-glass.`,
      `${because(f)} A second supervisor confirms it within the hour.`,
    ),
  "glass.broken": (f, who) =>
    tell(
      `${who} confirmed, and the glass was broken.`,
      `${because(f)} Two supervisors may read the ticket for an hour.`,
    ),
  "glass.closed": (f, who) =>
    f.why === "supervisor"
      ? tell(`${who} closed what was opened by break-glass.`)
      : tell("The hour of break-glass is over."),
  "glass.acknowledged": (_f, who) => tell(`${who} has seen that the ticket was opened by break-glass.`),
  "glasses.viewed": (_f, who) => tell(`${who} looked at what was opened by break-glass.`),
  "value.revealed": (f, who) =>
    tell(
      `${who} was shown ${(revealedWords[f.what as RevealedValue] ?? "A value").toLowerCase()} in clear.`,
      "Once, for a reason that is kept in the vault.",
    ),
  "reveal.flagged": (f, who) =>
    tell(
      `${who} has many values shown in clear.`,
      `${countOf(numberOf(f, "reveals"), "value", "values")} within twelve hours.`,
    ),
  "staff.contact-added": (f) => tell(`An address or a number of ${member(f)} was noted.`),
  "staff.contact-removed": (f) => tell(`An address or a number of ${member(f)} was taken off.`),
  "staff.account-linked": (f) => tell(`An account was noted as that of ${member(f)}.`, "The desk does not recover it."),
  "staff.account-unlinked": (f) => tell(`An account is no longer noted as that of ${member(f)}.`),
} satisfies Record<string, Teller>;
