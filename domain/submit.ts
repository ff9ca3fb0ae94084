import { type Decide, decision, isFrozen, isOutdated, selves } from "./case";
import { event } from "./event";
import { judgementOf, packetOf } from "./packet";
import { wasPressed } from "./pressure";
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
    const judgement = judgementOf(c, facts, now);
    if (!judgement.satisfied) return refused("policy-not-met");
    // Whoever stands beside the agent must not see that it does not go to review: it leaves like any other.
    if (wasPressed(ticket, selves(facts))) return [event("ticket.released", { by: ticket.agent ?? "", why: "check" })];
    const round = ticket.round + 1;
    const { hash } = packetOf(c, facts, round, judgement, now);
    const { holdMs, approvals, longer } = judgement;
    return [event("ticket.submitted", { round, packet: hash, tier: ticket.tier, holdMs, approvals, longer })];
  });
}
