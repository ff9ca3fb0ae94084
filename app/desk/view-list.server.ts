import { event } from "domain/event";
import { read } from "domain/reading";
import type { Door, Outcome } from "~/door.server";
import type { Who } from "./case.server";

/** Enters that a member of staff looked at a list of tickets. */
export function enterView(door: Door, who: Who, view: string): Promise<Outcome> {
  const decide = read("queue.view", ["agent", "supervisor"], event("queue.viewed", { view }));
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
}
