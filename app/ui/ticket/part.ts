import type { TicketView } from "domain/view";
import type { Problem } from "../problem";
import type { Desk } from "../shell/desk";

/** What every part of the ticket's page is given. */
export interface Part {
  t: TicketView;
  desk: Desk;
  problem: Problem | null;
}
