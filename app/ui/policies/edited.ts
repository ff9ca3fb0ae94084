import type { DocumentProblem } from "domain/policy-document";
import type { Trial } from "domain/view-policy";
import type { Problem } from "../problem";

/** A document as it was typed, with what is wrong with it or what it would change. */
export interface Edited {
  document: string;
  problems: DocumentProblem[];
  trial: Trial | null;
}
/** What came of the last form of the draft's page. */
export interface Acted {
  problem: Problem | null;
  edited?: Edited;
  /** The reason as it was typed beside a document that was only checked. */
  reason?: string;
}
