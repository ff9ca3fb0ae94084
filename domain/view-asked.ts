import { type Case, type CaseFacts, isFrozen } from "./case";
import { isLive, type Ticket, type TicketState } from "./ticket";
import type { CaseReading } from "./view-case";

/** Whether a request made in the portal still stands where one that fits no account would: the desk submitted it never. */
export const isUnproven = (ticket: Ticket): boolean => ticket.asked !== undefined && ticket.round === 0;

/** Whether the page of such a request says that it is over: it ended, or its account was stopped. */
export const isShownOver = (c: Case & { ticket: Ticket }, facts: Pick<CaseFacts, "record">): boolean =>
  isUnproven(c.ticket) && (!isLive(c.ticket.state) || isFrozen(c, facts));

/**
 * A request made in the portal as its requester may read it until what they gave was enough to submit it: neither that an agent has it, nor who stopped it,
 * nor how it was judged, for all that would tell that there is such an account.
 */
export function asUnproven(r: CaseReading): CaseReading {
  const { raised: _, ...ticket } = r.ticket;
  const unread = <T extends object>(sent: readonly T[]) => sent.map((one) => ({ ...one, result: null }));
  const shown: Ticket = {
    ...ticket,
    state: stateShown(r),
    tier: "T4",
    agent: null,
    disputedFrom: null,
    photos: unread(ticket.photos),
    ...(ticket.purchases ? { purchases: unread(ticket.purchases) } : {}),
  };
  return { ...r, ticket: shown };
}

function stateShown(r: CaseReading): TicketState {
  if (isLive(r.ticket.state)) return isFrozen(r, r.facts) ? "rejected" : "open";
  const withdrawn = r.entries.some((e) => e.type === "ticket.cancelled" && e.data.by === "requester");
  return withdrawn ? "cancelled" : "rejected";
}
