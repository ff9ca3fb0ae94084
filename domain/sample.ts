import type { Looks, Recorded } from "./event";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

/** An approval that was drawn for a second look by a supervisor who had no hand in it. */
export interface Sample {
  /** The seq of the approval's entry. */
  approval: number;
  by: string;
  /** Who had submitted the ticket. */
  agent: string;
  at: Instant;
  oneIn: number;
  /** The second look, or null while it waits for one. */
  judged: { by: string; at: Instant; looks: Looks; reason: string } | null;
}

export const sampleOf = (ticket: Ticket, approval: number): Sample | null =>
  ticket.samples?.find((s) => s.approval === approval) ?? null;

/** When the first of its approvals that wait for a second look was drawn, or null. */
export function waitsForLookSince(ticket: Ticket): Instant | null {
  const waiting = (ticket.samples ?? []).filter((s) => s.judged === null);
  return waiting[0]?.at ?? null;
}

/** Folds drawings and second looks into a ticket. */
export function foldSamples(t: Ticket, e: Recorded): Ticket {
  if (e.type === "review.sampled")
    return { ...t, samples: [...(t.samples ?? []), { ...e.data, at: e.at, judged: null }] };
  if (e.type !== "review.sampled-judged") return t;
  const { approval, by, looks, reason } = e.data;
  const judged = { by, at: e.at, looks, reason };
  return { ...t, samples: t.samples?.map((s) => (s.approval === approval ? { ...s, judged } : s)) };
}
