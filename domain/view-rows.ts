import { ticketAsLeft } from "./as-left";
import { mayRead, photoToJudge, purchaseToJudge } from "./may-read";
import { dueAt, nextStep } from "./next-step";
import { approvalsFor, type Policy } from "./policy";
import { freshApprovals, lapsedApprovals } from "./review";
import { wishFor } from "./settle-dispute";
import type { Role } from "./staff";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";
import type { ApprovalRow, QueueRow } from "./view";

/** A ticket with the masks a list shows beside it. */
export interface ListedTicket {
  ticket: Ticket;
  /** The document it is judged by. */
  rules: Policy;
  holder: string;
  contact: string;
  region: string;
}
export interface ListReader {
  viewer: { id: string; role: Role };
  names: ReadonlyMap<string, string>;
  /** Tickets that a supervisor decided something on, and accounts that are the reader's own. */
  decided: ReadonlySet<string>;
  own: ReadonlySet<string>;
  /** Staff ids of the reader: this and any other account of theirs. */
  selves: readonly string[];
  now: Instant;
}

/** One line of the queue. */
export function queueRow(
  { ticket: stored, rules, ...masks }: ListedTicket,
  { viewer, names, now, ...known }: ListReader,
): QueueRow {
  const ticket = viewer.role === "agent" ? ticketAsLeft(stored, known.selves, now) : stored;
  const sight = mayRead(ticket, viewer, {
    hasDecided: known.decided.has(ticket.id),
    isOwn: known.own.has(ticket.account),
    now,
  });
  return {
    id: ticket.id,
    number: ticket.number,
    ...masks,
    loss: ticket.loss,
    asked: ticket.asked !== undefined,
    tier: ticket.tier,
    state: ticket.state,
    returned: ticket.returned !== null && ticket.state === "verifying",
    agentName: ticket.agent === null ? null : (names.get(ticket.agent) ?? ticket.agent),
    mine: ticket.agent === viewer.id,
    sight,
    mayHandOver: viewer.role === "supervisor" && sight !== "all" && isHandable(ticket),
    photo: photoToJudge(ticket, viewer.id),
    purchase: purchaseToJudge(ticket, viewer.id),
    next: nextStep(ticket, rules, now),
    openedAt: ticket.openedAt,
    dueAt: dueAt(ticket),
    holdEndsAt: ticket.state === "on_hold" ? (ticket.hold?.endsAt ?? null) : null,
  };
}

/** One line of the approvals: how many signed this packet, of how many; on hold, those who began it. */
export function approvalRow({ ticket, rules, holder }: ListedTicket, now: Instant): ApprovalRow {
  const counting = ticket.state === "in_review" ? freshApprovals(ticket, now) : ticket.approvals;
  return {
    id: ticket.id,
    number: ticket.number,
    holder,
    loss: ticket.loss,
    tier: ticket.tier,
    approvals: counting.length,
    lapsed: lapsedApprovals(ticket, now).length,
    approvalsNeeded: ticket.packet?.approvals ?? approvalsFor(rules.tiers[ticket.tier], ticket.raised ?? []),
    submittedAt: ticket.packet?.at ?? ticket.openedAt,
    wish: ticket.state === "disputed" ? (wishFor(ticket)?.verdict ?? null) : null,
    pressed: (ticket.pressure ?? []).length > 0,
    state: ticket.state,
  };
}

/** Open or being worked on, a ticket may be handed to an agent from its line alone. */
export const isHandable = ({ state }: Pick<Ticket, "state">): boolean => state === "open" || state === "verifying";
