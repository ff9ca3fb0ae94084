import { type Case, type CaseFacts, type Decide, decision, frozenWord, isFrozen, selves } from "./case";
import { type Event, event } from "./event";
import { hasStepUp } from "./member";
import { notices } from "./notify";
import { packetUnderReview } from "./packet";
import { isUnderPressure } from "./pressure";
import { knockOuts } from "./risk";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import { lifetime } from "./time";

type Open = Case & { ticket: Ticket };
const by = (facts: CaseFacts): string => staffIdOf(facts.actor.id) ?? "";

/** Opens the packet before a supervisor: without this entry no approval of theirs counts. */
export function openPacket(): Decide {
  return decision("packet.open", ["supervisor"], (c, facts, _now, refused) => {
    if (c.ticket.state !== "in_review" || !c.ticket.packet) return refused("not-in-review");
    return [event("packet.opened", { round: c.ticket.round, packet: c.ticket.packet.hash, by: by(facts) })];
  });
}

export interface Approving {
  /** The hash the supervisor saw and signs. */
  packet: string;
  /** The step-up made for this approval. */
  stepUp: string;
  reason: string;
  note: string | null;
}
/** The object a step-up for an approval is bound to. */
export const approvalObject = (ticket: string, packet: string): string => `${ticket}:${packet}`;

/** Countersigns: by an active supervisor without a hand in the case, over this packet, with a step-up made for it. */
export function approve(a: Approving): Decide {
  return decision("ticket.approve", ["supervisor"], (c, facts, now, refused) => {
    const no = approvalRefusal(c, facts, a, now);
    if (no) return refused(no);
    const of = c.ticket.packet?.approvals ?? 2;
    const count = freshApprovals(c.ticket, now).length + 1;
    const data = {
      round: c.ticket.round,
      packet: a.packet,
      by: by(facts),
      count,
      of,
      reason: a.reason,
      note: a.note,
      stepUp: a.stepUp,
    };
    const approved = event("ticket.approved", data);
    return count < of ? [approved] : [approved, ...holdEvents(c, facts, now)];
  });
}

function approvalRefusal(c: Open, facts: CaseFacts, a: Approving, now: number): string | null {
  const { ticket } = c;
  if (ticket.state !== "in_review" || !ticket.packet) return "not-in-review";
  if (isFrozen(c, facts)) return frozenWord(c, facts);
  if (knockOuts(facts).length > 0) return "not-at-this-desk";
  if (hasHand(c, facts, now)) return "own-case";
  if (freshApprovals(ticket, now).some((p) => selves(facts).includes(p.by))) return "already-approved";
  if (ticket.packet.hash !== a.packet || packetUnderReview(c, facts)?.hash !== a.packet) return "packet-changed";
  if (ticket.packet.openedBy[by(facts)] === undefined) return "packet-not-opened";
  if (lacksNewcomer(c, facts, now)) return "needs-someone-new";
  if (ticket.spentStepUps.includes(a.stepUp)) return "step-up-needed";
  const made = hasStepUp(
    facts.member,
    { id: a.stepUp, act: "approve", object: approvalObject(ticket.id, a.packet) },
    now,
  );
  return made ? null : "step-up-needed";
}

/** An account that was recovered lately takes one signature by someone who approved no earlier ticket of it: the last one, if none before. */
function lacksNewcomer(c: Open, facts: CaseFacts, now: number): boolean {
  if (!c.ticket.raised?.includes("recovered-lately")) return false;
  const signed = freshApprovals(c.ticket, now).map((p) => p.by);
  const last = signed.length + 1 >= (c.ticket.packet?.approvals ?? 0);
  return last && [...signed, by(facts)].every((id) => facts.approvedBefore.includes(id));
}

/** Any earlier act of the same human on this ticket, or on a ticket of this account in the last 90 days. */
export function hasHand(c: Open, facts: Pick<CaseFacts, "actor" | "samePerson">, now: number): boolean {
  const hands = selves(facts).flatMap((id) => c.account?.hands[id] ?? []);
  return hands.some((hand) => hand.ticket === c.ticket.id || now - hand.at < lifetime.involvementMs);
}

/** Approvals of the packet under review that are less than 24 h old. */
export const freshApprovals = (ticket: Ticket, now: number): Ticket["approvals"] =>
  ticket.approvals.filter((p) => p.packet === ticket.packet?.hash && now - p.at < lifetime.approvalMs);

/** Approvals of the packet under review that lapsed before enough of them came together, and were not given anew. */
export function lapsedApprovals(ticket: Ticket, now: number): Ticket["approvals"] {
  if (ticket.state !== "in_review") return [];
  const fresh = freshApprovals(ticket, now);
  const lapsed = ticket.approvals.filter((p) => p.packet === ticket.packet?.hash && !fresh.includes(p));
  return lapsed.filter((p, i) => ![...fresh, ...lapsed.slice(i + 1)].some((later) => later.by === p.by));
}

/** The hold begins with telling every old contact; it starts to run when those notices were accepted for delivery. */
function holdEvents(c: Open, facts: CaseFacts, now: number): Event[] {
  const holdMs = c.ticket.packet?.holdMs ?? lifetime.idleTicketMs;
  const told = notices(c, facts, now, c.ticket.id, "approved");
  const begun = event("hold.begun", { round: c.ticket.round, holdMs });
  return told.length > 0
    ? [begun, ...told]
    : [begun, event("hold.started", { endsAt: now + holdMs, lengthened: false })];
}

/** A return or a rejection: its reason, its words in the vault, and the step-up made for this act on this ticket. */
export interface Deciding {
  reason: string;
  note: string | null;
  stepUp: string;
}

/** Sends a ticket back for more: approvals so far are void and the next submission is a new round. */
export function returnTicket({ reason, note, stepUp }: Deciding): Decide {
  return decision("ticket.return", ["supervisor"], (c, facts, now, refused) => {
    if (c.ticket.state !== "in_review") return refused("not-in-review");
    if (hasHand(c, facts, now)) return refused("own-case");
    if (!isSteppedUp(c, facts, { id: stepUp, act: "return" }, now)) return refused("step-up-needed");
    return [event("ticket.returned", { round: c.ticket.round, reason, note, stepUp })];
  });
}

/** Ends a ticket in review, or one whose agent was pressed, in words. */
export function reject({ reason, note, stepUp }: Deciding): Decide {
  return decision("ticket.reject", ["supervisor"], (c, facts, now, refused) => {
    if (c.ticket.state !== "in_review" && !isPressed(c.ticket)) return refused("not-in-review");
    if (hasHand(c, facts, now)) return refused("own-case");
    if (note === null) return refused("note-missing");
    if (!isSteppedUp(c, facts, { id: stepUp, act: "reject" }, now)) return refused("step-up-needed");
    return [event("ticket.rejected", { round: c.ticket.round, reason, note, second: false, stepUp })];
  });
}

/** Its agent was pressed, and it is not in review yet. */
const isPressed = (ticket: Ticket): boolean =>
  (ticket.state === "open" || ticket.state === "verifying") && isUnderPressure(ticket);

const isSteppedUp = (c: Open, facts: CaseFacts, s: { id: string; act: "reject" | "return" }, now: number): boolean =>
  hasStepUp(facts.member, { ...s, object: c.ticket.id }, now);

/** Any one supervisor stops a hold; approvals are void and the ticket is back in review. */
export function stopHold(why: string): Decide {
  return decision("hold.stop", ["supervisor"], (c, facts, _now, refused) => {
    if (c.ticket.state !== "on_hold") return refused("not-on-hold");
    return [event("hold.stopped", { why, by: by(facts) })];
  });
}
