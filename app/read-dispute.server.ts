import type { Viewer } from "domain/view";
import { type DisputeView, disputeView } from "domain/view-dispute";
import type { Door } from "./door.server";
import { readFor } from "./read-case.server";

/** A disputed ticket, or a recovery that can be undone, for a supervisor; null for anyone else, and where there is no such ticket. */
export async function readDispute(door: Door, viewer: Viewer, number: number): Promise<DisputeView | null> {
  const reading = viewer.role === "supervisor" ? await readFor(door, viewer, number) : null;
  return reading && disputeView(reading);
}
