import type { ReportSpan } from "./figures";
import type { Figure } from "./report";
import type { Instant } from "./time";
import type { Pair } from "./watchers";

/** A pair with the names of both. */
export interface PairRow extends Pair {
  agentName: string;
  supervisorName: string;
}
/** A broken glass as the report's red line names it: who opened what without a part in it, on whose word. */
export interface GlassBroken {
  at: Instant;
  /** In words: who, and why it was needed. */
  sentence: string;
  /** Where more is said, or null. */
  href: string | null;
}
export interface ReportPage {
  span: ReportSpan;
  /** The first and the last UTC day, as 2026-01-31. */
  from: string;
  to: string;
  figures: Figure[];
  pairs: PairRow[];
  /** How many approvals the pairs are of; there were more than these, the newest, where they are cut. */
  approvals: number;
  pairsCut: boolean;
  glass: GlassBroken[];
  now: Instant;
}
