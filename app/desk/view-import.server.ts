import { event } from "domain/event";
import { read } from "domain/reading";
import type { Door, Outcome } from "~/door.server";
import type { Who } from "./case.server";

/** Enters that an admin looked at an import. */
export function viewImport(door: Door, who: Who, set: string): Promise<Outcome> {
  const decide = read("import.view", ["admin"], event("import.viewed", { set }));
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: set, decide });
}
