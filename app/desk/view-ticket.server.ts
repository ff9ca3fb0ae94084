import { event } from "domain/event";
import { read } from "domain/reading";
import type { TicketView } from "domain/view";
import type { Door, Outcome } from "~/door.server";
import type { CaseRef, Who } from "./case.server";

/** Enters that a member of staff opened a ticket's page, and by which break-glass where they have no part in it. */
export function viewTicket(
  door: Door,
  who: Who,
  ref: CaseRef,
  seen: Pick<TicketView, "state"> & Partial<Pick<TicketView, "glass">>,
): Promise<Outcome> {
  const data = seen.glass ? { state: seen.state, glass: seen.glass.id } : { state: seen.state };
  const decide = read("ticket.view", ["agent", "supervisor"], event("ticket.viewed", data));
  return door.ledger.enact({ ...who, stream: "reads", subject: ref.account, object: ref.ticket, decide });
}

/** Enters that a member of staff looked at a proof of purchase. */
export function viewPurchase(door: Door, who: Who, ref: CaseRef, purchase: string): Promise<Outcome> {
  const decide = read("purchase.view", ["agent", "supervisor"], event("purchase.viewed", { purchase }));
  return door.ledger.enact({ ...who, stream: "reads", subject: ref.account, object: ref.ticket, decide });
}

/** Enters that a member of staff looked at a photo. */
export function viewPhoto(door: Door, who: Who, ref: CaseRef, photo: string): Promise<Outcome> {
  const decide = read("photo.view", ["agent", "supervisor"], event("photo.viewed", { photo }));
  return door.ledger.enact({ ...who, stream: "reads", subject: ref.account, object: ref.ticket, decide });
}
