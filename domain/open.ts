import {
  type Case,
  type CaseFacts,
  contactsNow,
  type Decide,
  frozenWord,
  isFrozen,
  isShut,
  roleRefusal,
  secondFactorOf,
} from "./case";
import { type Event, event, refuse } from "./event";
import { waitingAtDesk } from "./fold-asked";
import { offSince } from "./fold-provided";
import { type Claim, claimOf, type Loss, type Tier } from "./loss";
import { notices } from "./notify";
import { flagging, raiseReasons, raising } from "./risk";
import { staffIdOf } from "./staff";
import type { Instant } from "./time";

/** So many tickets of one account may wait for an agent. */
export const mostWaiting = 3;

interface Opening {
  ticket: string;
  reference: string;
  loss: Loss;
  /** The account is frozen and is to be opened again: at the highest tier, with a new password, whatever else was lost. */
  thaw?: boolean;
}

/** Opens a ticket when the claimed loss fits the account's facts; every old contact is told. */
export function open(input: Opening): Decide {
  const refused = (reason: string) => refuse("ticket.open", reason);
  return (c, facts, now) => {
    const role = roleRefusal(["agent"], facts);
    if (role) return refused(role);
    if (c.ticket) return refused("ticket-exists");
    if (c.account?.erased) return refused("account-erased");
    if (facts.ownAccount) return refused("own-account");
    const shut = input.thaw ? thawRefusal(c, facts) : isFrozen(c, facts) ? frozenWord(c, facts) : null;
    if (shut) return refused(shut);
    if (waitingAtDesk(c.account).length >= mostWaiting) return refused("too-many-tickets-waiting");
    const lossFacts = {
      createdAt: facts.record.createdAt,
      secondFactor: secondFactorOf(c, facts),
      contacts: contactsNow(c, facts),
    };
    if (facts.staffAccount) return refused("not-at-this-desk");
    const loss = input.thaw ? { ...input.loss, password: true } : input.loss;
    const fitting = claimOf(loss, lossFacts, now);
    if ("refusal" in fitting) return refused(fitting.refusal);
    const claim = input.thaw ? toThaw(fitting) : fitting;
    const opened = event("ticket.opened", {
      number: facts.nextNumber,
      reference: input.reference,
      loss,
      ...claim,
      policy: facts.policy,
      follows: c.account?.lastEnded ?? null,
    });
    return [opened, ...risks(c, facts, claim.tier, now), ...notices(c, facts, now, input.ticket, "opened")];
  };
}

/** The same at the highest tier, and with the account open again at its end. */
const toThaw = (claim: Claim): Claim => ({
  ...claim,
  tier: "T4",
  action: { ...claim.action, newPassword: true, thaw: true },
});

/** A dispute is decided first, and only what is frozen can be thawed. */
function thawRefusal(c: Case, facts: CaseFacts): string | null {
  if ((c.account?.disputed ?? []).length > 0) return "ticket-disputed";
  if (offSince(c.account) !== null) return frozenWord(c, facts);
  return isShut(c, facts) ? null : "not-frozen";
}

/** So many tickets opened by one member within an hour are looked at. */
const manyOpened = 12;

/** What is odd before a word was said: it raises the tier at once, and is shown to supervisors. */
function risks(c: Case, facts: CaseFacts, tier: Tier, now: Instant): Event[] {
  const reasons = raiseReasons(c, facts, now);
  const again = reasons.includes("recovered-lately") ? flagging(c, ["repeat-recovery"], now) : [];
  const member = staffIdOf(facts.actor.id);
  const many = facts.openedLately + 1 === manyOpened && member !== null;
  return [
    ...raising({ tier }, reasons),
    ...again,
    ...(many ? [event("flag.raised", { flag: "many-tickets-by-one-agent", member })] : []),
  ];
}
