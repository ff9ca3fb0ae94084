import { type Case, type Decide, decision, frozenWord, isFrozen, isOutdated, selves } from "./case";
import { type EventData, event } from "./event";
import { judgementOf, packetOf } from "./packet";
import { wasPressed } from "./pressure";
import { movesTooSoon } from "./quarantine";
import { knockOuts, raiseReasons, raising } from "./risk";
import { tierFor } from "./safe-rules";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import { lacksNewContact } from "./verify";

type Open = Case & { ticket: Ticket };

/** Sends a ticket to review once its policy is met: this freezes the packet of a new round. */
export function submit(): Decide {
  return decision("ticket.submit", ["agent"], (c, facts, now, refused) => {
    const { ticket } = c;
    if (ticket.state !== "verifying") return refused("not-verifying");
    if (ticket.agent !== staffIdOf(facts.actor.id)) return refused("not-your-ticket");
    if (isFrozen(c, facts)) return refused(frozenWord(c, facts));
    if (isOutdated(c, facts)) return refused("contacts-changed");
    if (lacksNewContact(ticket)) return refused("confirm-new-contact-first");
    if (knockOuts(facts).length > 0) return refused("not-at-this-desk");
    const [raised] = raising(ticket, raiseReasons(c, facts, now));
    // What came up since is said first, and judged with: more proof may be needed now.
    const seen = inTier(raised?.type === "tier.raised" ? afterRaise(c, raised.data) : c);
    if (movesTooSoon(seen.ticket, c.account, now)) return refused("in-quarantine");
    const judgement = judgementOf(seen, facts, now);
    if (!judgement.satisfied) return raised ? [raised] : refused("policy-not-met");
    const round = ticket.round + 1;
    const { holdMs, approvals, longer } = judgement;
    const { tier } = seen.ticket;
    // Whoever stands beside the agent must not see that it does not go to review.
    if (wasPressed(ticket, selves(facts))) {
      const seems = { as: "submitted", round, tier, holdMs, approvals } as const;
      const released = event("ticket.released", { by: ticket.agent ?? "", why: "check", seems });
      return raised ? [raised, released] : [released];
    }
    const { hash } = packetOf(seen, facts, round, judgement, now);
    const submitted = event("ticket.submitted", { round, packet: hash, tier, holdMs, approvals, longer });
    return raised ? [raised, submitted] : [submitted];
  });
}

const afterRaise = (c: Open, { to, why }: EventData["tier.raised"]): Open => ({
  ...c,
  ticket: { ...c.ticket, tier: to, raised: [...(c.ticket.raised ?? []), ...why] },
});

/** A flagged account's ticket takes the highest tier, whatever was lost. */
const inTier = (c: Open): Open => ({ ...c, ticket: { ...c.ticket, tier: tierFor(c.account, c.ticket.tier) } });
