import { waitingTickets } from "./account";
import { contactsNow, type Decide, isFrozen, roleRefusal, secondFactorOf } from "./case";
import { event, refuse } from "./event";
import { claimOf, type Loss } from "./loss";
import { notices } from "./notify";

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
    return [opened, ...notices(c, facts, now, input.ticket, "opened")];
  };
}
