import type { EventType } from "./event";

/** Types of entries that are looked for together. */
export const trailGroups = {
  "all-refusals": ["refused", "staff.sign-in-failed", "holder.sign-in-failed", "contact.code-refused", "vouch.refused"],
  "all-reads": [
    "account.searched",
    "ticket.viewed",
    "packet.opened",
    "photo.viewed",
    "purchase.viewed",
    "value.revealed",
    "trail.searched",
    "entry.viewed",
    "import.viewed",
    "readers.viewed",
    "trail.exported",
    "export.downloaded",
    "account.viewed",
  ],
  "all-checks": [
    "serial.checked",
    "answers.checked",
    "photo.judged",
    "purchase.judged",
    "contact.confirmed",
    "contact.code-refused",
    "possession.confirmed",
    "saved-code.checked",
    "vouch.refused",
    "vouch.given",
  ],
  "all-holder": [
    "holder.signed-in",
    "saved-codes.made",
    "link.invited",
    "link.received",
    "link.accepted",
    "link.declined",
    "link.ended",
    "account.notified",
  ],
  "all-approvals": [
    "ticket.submitted",
    "packet.opened",
    "ticket.approved",
    "ticket.returned",
    "ticket.rejected",
    "rejection.proposed",
  ],
  "all-resets": [
    "hold.begun",
    "hold.started",
    "hold.stopped",
    "grant.issued",
    "grant.revoked",
    "grant.redeemed",
    "account.recovered",
    "ticket.disputed",
    "account.frozen",
  ],
  "all-safety": [
    "caller.mismatched",
    "ticket.pressured",
    "safety.flagged",
    "safety.lift-proposed",
    "safety.lifted",
    "withholding.proposed",
    "notices.withheld",
  ],
  "all-glass": ["glass.asked", "glass.broken", "glass.closed", "glass.acknowledged", "glasses.viewed"],
  "all-flags": ["flag.raised", "flag.reviewed", "search.flagged", "tier.raised"],
  "all-staff": [
    "staff.added",
    "staff.role-changed",
    "staff.disabled",
    "staff.password-set",
    "staff.enrolled",
    "staff.signed-in",
    "staff.sign-in-failed",
    "staff.signed-out",
    "staff.stepped-up",
  ],
  "all-own": ["staff.contact-added", "staff.contact-removed", "staff.account-linked", "staff.account-unlinked"],
  "all-desk": [
    "desk.started",
    "desk.stopped",
    "policy.drafted",
    "policy.draft-withdrawn",
    "policy.draft-confirmed",
    "policy.adopted",
    "directory.imported",
    "directory.import-failed",
    "checkpoint-key.adopted",
    "checkpoint.late",
    "trail.doubted",
    "clock.diverged",
    "clock.acknowledged",
  ],
} as const satisfies Record<string, readonly EventType[]>;
export type TrailGroup = keyof typeof trailGroups;

/** Looks outside every ticket the reader had a part in by then: no type of entry, but what a filter may ask for in place of one. */
export const outsideReads = "reads-outside";

/** The types a filter's `type` asks for: those of a group, or the one it names. */
export const typesIn = (type: string): readonly string[] =>
  Object.hasOwn(trailGroups, type) ? trailGroups[type as TrailGroup] : [type];
