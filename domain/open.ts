import { waitingTickets } from "./account";
import {
  type Case,
  type CaseFacts,
  contactsNow,
  type Decide,
  isFrozen,
  isShut,
  roleRefusal,
  secondFactorOf,
} from "./case";
import { event, refuse } from "./event";
import { claimOf, type Loss } from "./loss";
import { notices } from "./notify";

/** So many tickets of one account may wait for an agent. */
const mostWaiting = 3;

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
    const shut = input.thaw ? thawRefusal(c, facts) : isFrozen(c, facts) ? "account-frozen" : null;
    if (shut) return refused(shut);
    if (waitingTickets(c.account).length >= mostWaiting) return refused("too-many-tickets-waiting");
    const lossFacts = {
      createdAt: facts.record.createdAt,
      secondFactor: secondFactorOf(c, facts),
      contacts: contactsNow(c, facts),
    };
    const loss = input.thaw ? { ...input.loss, password: true } : input.loss;
    const claim = claimOf(loss, lossFacts, now);
    if ("refusal" in claim) return refused(claim.refusal);
    const opened = event("ticket.opened", {
      number: facts.nextNumber,
      reference: input.reference,
      loss,
      tier: input.thaw ? "T4" : claim.tier,
      action: input.thaw ? { ...claim.action, newPassword: true, thaw: true } : claim.action,
      needsNewContact: claim.needsNewContact,
      sendTo: claim.sendTo,
      policy: facts.policy,
      follows: c.account?.lastEnded ?? null,
    });
    return [opened, ...notices(c, facts, now, input.ticket, "opened")];
  };
}

/** A dispute is decided first, and only what is frozen can be thawed. */
function thawRefusal(c: Case, facts: CaseFacts): string | null {
  if ((c.account?.disputed ?? []).length > 0) return "ticket-disputed";
  return isShut(c, facts) ? null : "not-frozen";
}
