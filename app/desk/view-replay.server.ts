import { event } from "domain/event";
import { read } from "domain/reading";
import type { Door, Outcome } from "~/door.server";
import type { Who } from "./case.server";

/** Enters that an admin or an auditor saw which past tickets a policy would have changed, on the page or as a file; anyone else is refused. */
export function viewReplay(door: Door, who: Who, seen: { policy: string; as: "page" | "file" }): Promise<Outcome> {
  const decide = read("policy.replay", ["admin", "auditor"], event("policy.replayed", seen));
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
}
