import type { EventData, GlassReason, Recorded } from "./event";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import { type Instant, lifetime } from "./time";

/** What break-glass left on a ticket: an ask that waits for a second supervisor, or a time in which two may read it. */
export interface Glass {
  asked: GlassAsked | null;
  open: GlassOpen | null;
}
export interface GlassAsked {
  id: string;
  /** Staff id of who asks. */
  by: string;
  at: Instant;
  reason: GlassReason;
  /** Vault id of the reason's words. */
  note: string;
}
export interface GlassOpen {
  id: string;
  /** Staff ids of who asked and who confirmed. */
  by: readonly string[];
  at: Instant;
  until: Instant;
}

/** Folds break-glass into its ticket; it changes nothing else of it. */
export function foldGlass(t: Ticket, e: Recorded): Ticket {
  switch (e.type) {
    case "glass.asked":
      return {
        ...t,
        glass: {
          asked: askedBy(e.data, e),
          open: t.glass?.open ?? null,
        },
      };
    case "glass.broken": {
      const { glass: id, asker, confirmer, until } = e.data;
      return { ...t, glass: { asked: null, open: { id, by: [asker, confirmer], at: e.at, until } } };
    }
    case "glass.closed":
      return { ...t, glass: { asked: t.glass?.asked ?? null, open: null } };
    default:
      return t;
  }
}

function askedBy({ glass: id, reason, note }: EventData["glass.asked"], e: Recorded): GlassAsked {
  return { id, by: staffIdOf(e.actor.id) ?? "", at: e.at, reason, note };
}

/** The ask that waits for a second supervisor, or null: after an hour it lapses. */
export function waitingGlass(ticket: Pick<Ticket, "glass">, now: Instant): GlassAsked | null {
  const asked = ticket.glass?.asked ?? null;
  return asked && now - asked.at < lifetime.glassAskMs ? asked : null;
}

/** The time in which two supervisors may read it, or null. */
export function openGlass(ticket: Pick<Ticket, "glass">, now: Instant): GlassOpen | null {
  const open = ticket.glass?.open ?? null;
  return open && now < open.until ? open : null;
}
