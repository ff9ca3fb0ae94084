import { record } from "domain/desk";
import { event } from "domain/event";
import type { Actor } from "domain/staff";
import type { Door, Outcome } from "~/door.server";

/** Enters that a process of the desk started or stopped. */
export function recordProcess(
  door: Door,
  actor: Actor,
  process: "web" | "worker",
  what: "started" | "stopped",
): Promise<Outcome> {
  const one =
    what === "started"
      ? event("desk.started", { process, mode: door.config.mode })
      : event("desk.stopped", { process });
  return door.ledger.enact({ stream: "desk", actor, request: `process:${process}`, decide: record(one) });
}
