import type { Role } from "domain/staff";
import type { Instant } from "domain/time";
import type { DeskAlarm, QueueView, Viewer } from "domain/view";

export type Place =
  | "queue"
  | "new"
  | "approvals"
  | "safety"
  | "flags"
  | "trail"
  | "exports"
  | "checkpoints"
  | "readers"
  | "glass"
  | "reports"
  | "second-reviews"
  | "imports"
  | "policies"
  | "erasures"
  | "deliveries";
export interface Count {
  n: number;
  /** There are at least this many. */
  capped: boolean;
}

/** What every page of the desk needs to know of its reader. */
export interface Desk {
  viewer: Viewer;
  /** IANA name of the reader's zone. */
  zone: string;
  now: Instant;
  /** The page's idempotency key; each form adds its noun. */
  formKey: string;
  /** What every page warns of. */
  alarms?: readonly DeskAlarm[];
  counts?: Partial<Record<Place, Count>>;
  /** Where a change of owner is written to. */
  owners: string;
  /** Counts of the queue's saved views; without them the views are not listed. */
  views?: Record<QueueView, Count>;
}

/** Where each role works, in the order of its menu (product.md, "Who uses it"). */
export const placesOf: Record<Role, readonly Place[]> = {
  agent: ["queue", "new"],
  supervisor: ["queue", "approvals", "safety", "flags", "second-reviews", "reports", "glass"],
  auditor: ["trail", "exports", "checkpoints", "readers", "second-reviews", "reports", "policies", "glass"],
  admin: [
    "policies",
    "imports",
    "exports",
    "deliveries",
    "erasures",
    "checkpoints",
    "second-reviews",
    "reports",
    "glass",
  ],
};

export const pathOf: Record<Place, string> = {
  queue: "/queue",
  new: "/tickets/new",
  approvals: "/approvals",
  safety: "/safety",
  flags: "/flags",
  trail: "/trail",
  exports: "/trail/exports",
  checkpoints: "/checkpoints",
  readers: "/readers",
  glass: "/glass",
  reports: "/reports",
  "second-reviews": "/second-reviews",
  imports: "/imports",
  policies: "/policies",
  erasures: "/erasures",
  deliveries: "/deliveries",
};

/** The views of the queue that the menu offers. */
export const savedViews: readonly QueueView[] = [
  "mine",
  "unclaimed",
  "waiting",
  "in-review",
  "hold-ending",
  "disputed",
  "ended",
];
