import type { Recorded } from "./event";
import { type Instant, lifetime } from "./time";

/** A contact that a ticket's notices are kept from: by whom in the end, and by whom first. */
export interface Withholding {
  contact: string;
  first: { by: string; at: Instant; reason: string };
  second: { by: string; at: Instant; reason: string } | null;
}

/** Folds one entry into the contacts that a ticket's notices are kept from. */
export function foldWithheld<T extends { withheld?: Withholding[] }>(t: T, e: Recorded): T {
  if (e.type !== "withholding.proposed" && e.type !== "notices.withheld") return t;
  const said = { by: e.actor.id, at: e.at, reason: e.data.reason };
  const { contact } = e.data;
  const before = t.withheld ?? [];
  if (e.type === "withholding.proposed")
    return { ...t, withheld: [...before.filter((w) => w.contact !== contact), { contact, first: said, second: null }] };
  return { ...t, withheld: before.map((w) => (w.contact === contact ? { ...w, second: said } : w)) };
}

/** A first supervisor's wish to keep notices from a contact that still waits for a second. */
export const waitingWithholding = (
  ticket: { withheld?: Withholding[] },
  contact: string,
  now: Instant,
): Withholding | null =>
  (ticket.withheld ?? []).find(
    (w) => w.contact === contact && !w.second && now - w.first.at < lifetime.safetyProposalMs,
  ) ?? null;
