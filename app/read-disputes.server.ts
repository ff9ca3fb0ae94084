import type { Actor } from "domain/staff";
import type { Viewer } from "domain/view";
import { type DisputeView, disputeView } from "domain/view-dispute";
import { type ObjectionView, objectionView } from "domain/view-objection";
import type { Door } from "./door.server";
import { readFor, readWhole } from "./read-case.server";

/** A ticket as those see it who decide on a dispute or undo a recovery; null for anyone but a supervisor who may read it. */
export async function readDispute(door: Door, viewer: Viewer, number: number): Promise<DisputeView | null> {
  const reading = viewer.role === "supervisor" ? await readFor(door, viewer, number) : null;
  return reading && disputeView(reading);
}

/** A ticket for whoever holds the objection link of this contact; null where there is no such ticket. */
export async function readObjected(
  door: Door,
  actor: Actor,
  at: { ticket: string; contact: string },
): Promise<ObjectionView | null> {
  const reading = await readWhole(door, { id: at.ticket }, actor);
  return reading && objectionView(reading, at.contact);
}
