import { careRefusals, careRefusalsByCommand } from "./refusals-care";
import { checkRefusals } from "./refusals-checks";
import { deliveryRefusals } from "./refusals-delivery";
import { deskRefusals, refusalsByCommand } from "./refusals-desk";
import { disputeRefusals, disputeRefusalsByCommand } from "./refusals-disputes";
import { erasureRefusals, erasureRefusalsByCommand } from "./refusals-erasure";
import { factorRefusals, factorRefusalsByCommand } from "./refusals-factor";
import { fileRefusals } from "./refusals-files";
import { holderRefusals } from "./refusals-holder";
import { needRefusals, needRefusalsByCommand } from "./refusals-need";
import { policyRefusals, policyRefusalsByCommand } from "./refusals-policy";
import { proofRefusals } from "./refusals-proofs";
import { providedRefusals, providedRefusalsByCommand } from "./refusals-provided";
import { reviewRefusals } from "./refusals-review";
import { watcherRefusals, watcherRefusalsByCommand } from "./refusals-watchers";

/** A refusal in words: to staff, and, where a caller is waiting for an answer, what may be read aloud to them. */
export interface Refused {
  staff: string;
  say: string | null;
}

/** The words of refusals, family by family; no reason is in two, or one of them would never be said. */
export const families: readonly Record<string, Refused>[] = [
  checkRefusals,
  fileRefusals,
  reviewRefusals,
  deskRefusals,
  disputeRefusals,
  erasureRefusals,
  careRefusals,
  needRefusals,
  proofRefusals,
  policyRefusals,
  watcherRefusals,
  holderRefusals,
  providedRefusals,
  deliveryRefusals,
  factorRefusals,
];

/** Every refusal's reason with its words; near and miss share one object, so that no reader can tell them apart. */
export const refusals: Record<string, Refused> = Object.fromEntries(families.flatMap(Object.entries<Refused>));

/** Words for a reason that means something else in one command. */
const byCommand: Record<string, Refused> = {
  ...refusalsByCommand,
  ...disputeRefusalsByCommand,
  ...erasureRefusalsByCommand,
  ...careRefusalsByCommand,
  ...needRefusalsByCommand,
  ...policyRefusalsByCommand,
  ...watcherRefusalsByCommand,
  ...factorRefusalsByCommand,
  ...providedRefusalsByCommand,
};

/** Said of a reason that has no words of its own. */
export const unknownRefusal: Refused = {
  staff: "That was refused, and the refusal is on the trail. Look at the ticket again before you go on.",
  say: "I can't do that from here. Give me a moment to see what we can do instead.",
};

/** The words of a refusal; `command` finds those of a reason that means something else there. */
export function refusedOf(reason: string, command = ""): Refused {
  const special = byCommand[`${command}/${reason}`];
  if (special) return special;
  return Object.hasOwn(refusals, reason) ? (refusals[reason] ?? unknownRefusal) : unknownRefusal;
}
