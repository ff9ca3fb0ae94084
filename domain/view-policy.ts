import type { PolicyRef } from "./event";
import type { PolicyChange, PolicyFact } from "./policy-facts";
import type { Replay } from "./policy-replay";
import type { Instant } from "./time";

/** A policy that was put in force: by the two admins who drafted and confirmed it, or by the operator. */
export interface AdoptionLine {
  /** The seq of its entry. */
  seq: number;
  at: Instant;
  policy: PolicyRef;
  /** Who put it in force, in words. */
  by: string;
  /** Who had drafted it; null of one that the operator chose. */
  draftedBy: string | null;
  reason: string | null;
}
/** A draft as every admin and auditor sees it. */
export interface DraftView {
  id: string;
  at: Instant;
  by: string;
  reason: string | null;
  base: PolicyRef;
  policy: PolicyRef;
  /** The viewer, by this or another account of theirs, drafted it. */
  own: boolean;
  /** Another policy is in force than the one it was compared with. */
  stale: boolean;
}
export interface PoliciesPage {
  inForce: PolicyRef;
  facts: PolicyFact[];
  draft: DraftView | null;
  history: AdoptionLine[];
  /** Where the next page of the history goes on, or null. */
  next: string | null;
}
/** What a document would change, and which past tickets would have gone differently under it. */
export interface Trial {
  changes: PolicyChange[];
  replay: Replay;
}
export interface DraftPage {
  inForce: PolicyRef;
  draft: (DraftView & Trial) | null;
  /** The document to begin a draft from: the one in force, in its next version. */
  start: string;
}
