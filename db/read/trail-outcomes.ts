import type { EventType } from "domain/event";

/**
 * Which types come with which outcome (domain/trail/entry.ts, outcomeOf): a rare one is looked up type by type, and what never
 * comes together is not looked for. `ok` lists the types that are never that.
 */
export const typesWith = {
  denied: [
    "refused",
    "staff.sign-in-failed",
    "holder.sign-in-failed",
    "serial.checked",
    "photo.judged",
    "purchase.judged",
    "answers.checked",
    "contact.code-refused",
    "saved-code.checked",
    "vouch.refused",
    "caller.mismatched",
  ],
  error: ["message.failed", "message.bounced", "directory.import-failed", "trail.export-failed"],
  neverOk: [
    "refused",
    "staff.sign-in-failed",
    "holder.sign-in-failed",
    "contact.code-refused",
    "vouch.refused",
    "caller.mismatched",
    "message.failed",
    "message.bounced",
    "directory.import-failed",
    "trail.export-failed",
  ],
} as const satisfies Record<string, readonly EventType[]>;

/** Whether entries of this type can have this outcome. */
export function comesWith(type: string, outcome: string): boolean {
  const among = (types: readonly string[]) => types.includes(type);
  return outcome === "ok"
    ? !among(typesWith.neverOk)
    : outcome === "denied"
      ? among(typesWith.denied)
      : among(typesWith.error);
}
