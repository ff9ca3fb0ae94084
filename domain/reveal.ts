import { ticketAsLeft } from "./as-left";
import { roleRefusal } from "./case";
import { type EventData, event, refuse } from "./event";
import type { Sight } from "./may-read";
import { hasStepUp } from "./member";
import type { DecideRead, ReadFacts } from "./reading";
import { staffIdOf } from "./staff";
import { isLive, type Ticket } from "./ticket";
import type { Instant } from "./time";

/** Values that one human may have shown in clear within a shift of twelve hours. */
export const mostReveals = 10;
/** So many within a shift are a flag on the trail. */
const flaggedReveals = 5;
/** The fewest characters that count as the words of a reason. */
export const leastRevealReason = 5;

export type Revealing = Pick<EventData["value.revealed"], "what" | "reason"> & {
  /** Where the reason's words are in the vault; null when there are too few. */
  note: { id: string; commitment: string } | null;
  /** The step-up made for this act on this ticket; supervisors need one. */
  stepUp: string | null;
  /** A safety flag on the account hides its contacts from everyone at the desk. */
  guarded?: boolean;
};

/** Shows the holder's name or the new contact in clear, once, to who works on the ticket; old contacts are shown to nobody. */
export function reveal(ticket: Ticket, sight: Sight, x: Revealing): DecideRead {
  return (facts, now) => {
    const staff = staffIdOf(facts.actor.id);
    const seen = ticketAsLeft(ticket, staff === null ? [] : [staff], now);
    const no = sight === "all" ? revealRefusal(seen, x, facts, now) : "not-your-ticket";
    if (no !== null || x.note === null) return refuse("value.reveal", no ?? "reason-missing");
    const { what, reason, stepUp } = x;
    const shown = event("value.revealed", { what, reason, note: x.note.id, stepUp }, { reason: x.note.commitment });
    const reveals = facts.recentReveals + 1;
    return reveals >= flaggedReveals && !facts.flagged ? [shown, event("reveal.flagged", { reveals })] : [shown];
  };
}

/** Why nothing of a ticket is shown to this member, whatever they ask for, or null. */
export function whoMayReveal(ticket: Ticket, facts: Pick<ReadFacts, "actor" | "member">): string | null {
  const no = roleRefusal(["agent", "supervisor"], facts);
  if (no) return no;
  if (!isLive(ticket.state)) return "ticket-ended";
  const staff = staffIdOf(facts.actor.id);
  return facts.member?.role === "agent" && ticket.agent !== staff ? "not-your-ticket" : null;
}

function revealRefusal(ticket: Ticket, x: Revealing, facts: ReadFacts, now: Instant): string | null {
  const no = whoMayReveal(ticket, facts);
  if (no) return no;
  if (x.what === "new-contact" && !ticket.newContact) return "no-new-contact";
  if (x.what === "new-contact" && x.guarded) return "address-hidden";
  if (facts.recentReveals >= mostReveals) return "too-many-reveals";
  if (x.note === null) return "reason-missing";
  if (facts.member?.role !== "supervisor") return null;
  const made = { id: x.stepUp ?? "", act: "reveal", object: ticket.id };
  return hasStepUp(facts.member, made, now) ? null : "step-up-needed";
}
