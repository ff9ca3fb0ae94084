import { ticketAct } from "../ticket/act.server";

type TicketAct = typeof ticketAct;

/** An act on a packet: like any act on a ticket, and back to the list of what waits for a supervisor. */
export const packetAct = ((name, shape, act) => ticketAct(name, shape, act, () => "/approvals")) as TicketAct;
