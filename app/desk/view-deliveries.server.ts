import { type EventData, event } from "domain/event";
import { read } from "domain/reading";
import type { Door, Outcome } from "~/door.server";
import type { Who } from "./case.server";

/** Enters that an admin looked at how messages go out; anyone else is refused, and that is an entry too. */
export function viewDeliveries(door: Door, who: Who, view: EventData["deliveries.viewed"]["view"]): Promise<Outcome> {
  const decide = read("deliveries.view", ["admin"], event("deliveries.viewed", { view }));
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
}
