import type { ReportSpan } from "./figures";
import type { Figure } from "./report";
import type { Instant } from "./time";
import type { GlassLine } from "./view-glass";
import type { Pair } from "./watchers";

/** A pair with the names of both. */
export interface PairRow extends Pair {
  agentName: string;
  supervisorName: string;
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
  /** What was opened by break-glass in the span. */
  glass: GlassLine[];
  now: Instant;
}
