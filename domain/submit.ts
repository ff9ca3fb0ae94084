import { type Decide, decision, isFrozen, isOutdated } from "./case";
import { event } from "./event";
import { judgementOf, packetOf } from "./packet";
import { movesTooSoon } from "./quarantine";
import { staffIdOf } from "./staff";
import { lacksNewContact } from "./verify";

/** Sends a ticket to review once its policy is met: this freezes the packet of a new round. */
export function submit(): Decide {
  return decision("ticket.submit", ["agent"], (c, facts, now, refused) => {
    const { ticket } = c;
    if (ticket.state !== "verifying") return refused("not-verifying");
    if (ticket.agent !== staffIdOf(facts.actor.id)) return refused("not-your-ticket");
    if (isFrozen(c, facts)) return refused("account-frozen");
    if (isOutdated(c, facts)) return refused("contacts-changed");
    if (lacksNewContact(ticket)) return refused("confirm-new-contact-first");
    if (movesTooSoon(ticket, c.account, now)) return refused("in-quarantine");
    const judgement = judgementOf(c, facts, now);
    if (!judgement.satisfied) return refused("policy-not-met");
    const round = ticket.round + 1;
    const { hash } = packetOf(c, facts, round, judgement, now);
    const { holdMs, approvals, longer } = judgement;
    return [event("ticket.submitted", { round, packet: hash, tier: ticket.tier, holdMs, approvals, longer })];
  });
}
