import { event } from "domain/event";
import { filterDigest } from "domain/export";
import { read } from "domain/reading";
import type { TrailFilter } from "domain/view";
import type { Door, Outcome } from "~/door.server";
import type { Who } from "./case.server";

/** Enters that an auditor looked at the trail, by which filter (its digest); anyone else is refused, and that is an entry too. */
export function searchTrail(door: Door, who: Who, filter: TrailFilter): Promise<Outcome> {
  const decide = read("trail.search", ["auditor"], event("trail.searched", { filter: filterDigest(filter) }));
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
}
