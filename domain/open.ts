import { waitingTickets } from "./account";
import { type Case, type CaseFacts, contactsNow, type Decide, isFrozen, roleRefusal, secondFactorOf } from "./case";
import { type Event, event, refuse } from "./event";
import { claimOf, type Loss, type Tier } from "./loss";
import { notices } from "./notify";
import { flagging, raiseReasons, raising } from "./risk";
import { staffIdOf } from "./staff";
import type { Instant } from "./time";

/** So many tickets of one account may wait for an agent. */
const mostWaiting = 3;

/** Opens a ticket when the claimed loss fits the account's facts; every old contact is told. */
export function open(input: { ticket: string; reference: string; loss: Loss }): Decide {
  const refused = (reason: string) => refuse("ticket.open", reason);
  return (c, facts, now) => {
    const role = roleRefusal(["agent"], facts);
    if (role) return refused(role);
    if (c.ticket) return refused("ticket-exists");
    if (c.account?.erased) return refused("account-erased");
    if (facts.ownAccount) return refused("own-account");
    if (isFrozen(c, facts)) return refused("account-frozen");
    if (waitingTickets(c.account).length >= mostWaiting) return refused("too-many-tickets-waiting");
    const lossFacts = {
      createdAt: facts.record.createdAt,
      secondFactor: secondFactorOf(c, facts),
      contacts: contactsNow(c, facts),
    };
    if (facts.staffAccount) return refused("not-at-this-desk");
    const claim = claimOf(input.loss, lossFacts, now);
    if ("refusal" in claim) return refused(claim.refusal);
    const opened = event("ticket.opened", {
      number: facts.nextNumber,
      reference: input.reference,
      loss: input.loss,
      tier: claim.tier,
      action: claim.action,
      needsNewContact: claim.needsNewContact,
      sendTo: claim.sendTo,
      policy: facts.policy,
      follows: c.account?.lastEnded ?? null,
    });
    return [opened, ...risks(c, facts, claim.tier, now), ...notices(c, facts, now, input.ticket, "opened")];
  };
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
