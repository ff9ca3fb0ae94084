import type { Account } from "../account";
import type { EventType, Recorded } from "../event";
import { inQuarantine } from "../quarantine";

const provided = [
  "account.provisioned",
  "account.described",
  "provided-contact.added",
  "provided-contact.removed",
  "account.deactivated",
  "account.reactivated",
] as const satisfies readonly EventType[];
type ProvidedChange = Extract<Recorded, { type: (typeof provided)[number] }>;

/** What an identity provider does to its accounts. */
export const isProvidedChange = (e: Recorded): e is ProvidedChange => provided.some((type) => type === e.type);

/** Why an identity provider could not have done this then, or null: contacts move on no account that others may be in, and only a new account brings its own. */
export function providedProblem(e: ProvidedChange, a: Account | null): string | null {
  if (e.actor.id !== "directory") return "it was not the identity provider that did it";
  if (e.type === "account.provisioned" && a) return "there was such an account before";
  if (e.type !== "provided-contact.added" && e.type !== "provided-contact.removed") return null;
  if (inQuarantine(a, e.at)) return "the account had been recovered less than 30 days before";
  if (a && (a.frozenAt !== null || a.disputed.length > 0)) return "the account was frozen or disputed";
  if (a?.safety) return "the account had a safety flag";
  const isLate =
    e.type === "provided-contact.added" && e.data.since !== undefined && a?.provided?.bornAt !== e.data.since;
  return isLate ? "its contact is older than the day it joined" : null;
}
