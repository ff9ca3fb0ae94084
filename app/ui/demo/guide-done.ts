import type { Ticket } from "domain/ticket";

/** Which of the guide's nine steps are done, as far as its ticket tells; who read the trail afterwards it cannot tell. */
export function guideDone(ticket: Ticket | null): boolean[] {
  if (!ticket) return [];
  const left = ["in_review", "on_hold", "reset_sent", "completed"].includes(ticket.state);
  const signed = (n: number): boolean => left && ticket.approvals.length >= n;
  const claimed = left || ticket.agent !== null;
  const proven = (factor: string): boolean =>
    left || ticket.evidence.some((v) => v.factor === factor && v.voidedAt === null);
  const confirmed = ticket.newContact !== null && ticket.newContact.confirmedAt !== null;
  return [
    claimed,
    claimed,
    confirmed,
    proven("serial"),
    left,
    signed(1),
    signed(2),
    ticket.state === "completed",
    false,
  ];
}
