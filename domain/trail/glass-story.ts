import type { Recorded } from "../event";
import { waitingGlass } from "../fold-glass";
import { hasStepUp } from "../member";
import { type Member, staffIdOf } from "../staff";
import type { Ticket } from "../ticket";
import { lifetime } from "../time";

type Of<T extends Recorded["type"]> = Extract<Recorded, { type: T }>;

/** Why break-glass could not have been asked or confirmed by this member then, or null. */
export function glassStepProblem(
  e: Of<"glass.asked" | "glass.broken">,
  memberOf: (id: string) => Member | null,
): string | null {
  const member = memberOf(staffIdOf(e.actor.id) ?? "");
  if (member?.role !== "supervisor" || member.disabledAt !== null) return "who did it was no active supervisor";
  const made = { id: e.data.stepUp, act: "glass", object: e.object ?? "" };
  return hasStepUp(member, made, e.at) ? null : "no step-up was made for this break-glass";
}

/** Why the glass could not have been broken then, or null: another human asked for it within the hour, and it opens for one. */
export function glassProblem(e: Of<"glass.broken">, t: Ticket, personOf: (staff: string) => string): string | null {
  const asked = waitingGlass(t, e.at);
  if (!asked || asked.id !== e.data.glass || asked.by !== e.data.asker) return "nobody had asked for this break-glass";
  if (staffIdOf(e.actor.id) !== e.data.confirmer) return "it confirms in someone else's name";
  if (personOf(asked.by) === personOf(e.data.confirmer)) return "one human asked for it and confirmed it";
  return e.data.until - e.at <= lifetime.glassMs ? null : "it opens for longer than an hour";
}
