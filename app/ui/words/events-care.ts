import type { SafetyKind } from "domain/safety";
import { safetyKindWords } from "./care";
import { numberOf, type Teller, tell, textOf } from "./telling";

const apart = "The reason is kept for those who decide on it.";

/** How who was on the line, pressure and safety flags are told. */
export const careEvents = {
  "caller.matched": (_f, who) =>
    tell(`${who} has the requester on the line.`, "The number on their page was read out. It proves nothing else."),
  "caller.mismatched": (f) =>
    tell("A caller read another number than the requester's page shows.", `${numberOf(f, "tries")} of 3 tries.`),
  "ticket.pressured": (_f, who) => tell(`${who} said that they are being pressed.`, "A supervisor hands it on."),
  "safety.flagged": (f, who) =>
    tell(
      `${who} put a safety flag on the account.`,
      `${safetyKindWords[f.kind as SafetyKind] ?? "Someone is in danger"}.`,
    ),
  "safety.lift-proposed": (_f, who) =>
    tell(`${who} would lift the safety flag.`, `A second supervisor has to agree. ${apart}`),
  "safety.lifted": (_f, who) => tell(`${who} lifted the safety flag.`, `Two supervisors agreed. ${apart}`),
  "withholding.proposed": (f, who) =>
    tell(
      `${who} would keep this ticket's notices from ${textOf(f, "mask", "a contact")}.`,
      `A second supervisor has to agree. ${apart}`,
    ),
  "notices.withheld": (f, who) =>
    tell(
      `${who} keeps this ticket's notices from ${textOf(f, "mask", "a contact")}.`,
      `Two supervisors agreed, for safety. ${apart}`,
    ),
} satisfies Record<string, Teller>;
