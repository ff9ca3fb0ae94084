import { event } from "domain/event";
import { read } from "domain/reading";
import type { Door, Outcome } from "~/door.server";
import type { Who } from "./case.server";

/** Enters that an auditor opened one entry; anyone else is refused, and that is an entry too. */
export function viewEntry(door: Door, who: Who, seq: number): Promise<Outcome> {
  const decide = read("entry.view", ["auditor"], event("entry.viewed", { seq }));
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
}
