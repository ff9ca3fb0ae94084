import { event } from "domain/event";
import { read } from "domain/reading";
import type { Door, Outcome } from "~/door.server";
import type { Who } from "./case.server";

/** Enters that an auditor looked at what the staff looked at, over so many days; anyone else is refused, and that is an entry too. */
export function viewReaders(door: Door, who: Who, days: number): Promise<Outcome> {
  const decide = read("readers.view", ["auditor"], event("readers.viewed", { days }));
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
}
