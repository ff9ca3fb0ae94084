import type { Account } from "../account";
import type { EventType, Recorded } from "../event";
import { inQuarantine } from "../quarantine";

const own = [
  "own-contact.asked",
  "own-contact.code-refused",
  "own-contact.added",
  "own-contact.removed",
  "device.added",
  "device.removed",
  "questions.chosen",
] as const satisfies readonly EventType[];
type OwnChange = Extract<Recorded, { type: (typeof own)[number] }>;

/** What a holder does to their own contacts, devices and questions. */
export const isOwnChange = (e: Recorded): e is OwnChange => own.some((type) => type === e.type);

/** Why a holder could not have changed this then, or null: in their own session, on an account nobody else may be in, a contact by its code. */
export function ownChangeProblem(e: OwnChange, a: Account | null): string | null {
  if (e.actor.id !== `holder:${e.subject}`) return "it was not the account's holder who did it";
  if (e.type === "own-contact.code-refused") return null;
  if (inQuarantine(a, e.at)) return "the account had been recovered less than 30 days before";
  if (a && (a.frozenAt !== null || a.disputed.length > 0)) return "the account was frozen or disputed";
  if (e.type !== "own-contact.added") return null;
  const { contact, generation } = e.data;
  const asked = a?.asked;
  if (asked?.contact !== contact || asked.generation !== generation || asked.usedAt !== null)
    return "no code had been sent to that contact";
  return e.at < asked.expiresAt ? null : "its code had expired";
}
