/** The verifier's words: what each means for the exit of a command is fixed. */
export type VerdictKind = "valid" | "tampered" | "malformed" | "unchecked";
export const exitOf: Record<VerdictKind, 0 | 1 | 2 | 3> = { valid: 0, tampered: 1, malformed: 2, unchecked: 3 };

/** The first thing that was found wrong. */
export interface Problem {
  verdict: Exclude<VerdictKind, "valid">;
  /** Kebab-case, for a machine: `entry-missing`, `root-differs`, `cut-off`, `rewritten`, `row-differs` … */
  what: string;
  /** The entry it is about, where it is about one. */
  seq: number | null;
  /** For a person. */
  sentence: string;
}

/** Thrown inside a verifier where the first problem is found: nothing after it is worth reading. */
export class Found extends Error {
  constructor(readonly problem: Problem) {
    super(problem.sentence);
  }
}
export const tampered = (what: string, seq: number | null, sentence: string): Found =>
  new Found({ verdict: "tampered", what, seq, sentence });
export const malformed = (what: string, seq: number | null, sentence: string): Found =>
  new Found({ verdict: "malformed", what, seq, sentence });
export const unchecked = (what: string, sentence: string): Found =>
  new Found({ verdict: "unchecked", what, seq: null, sentence });

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A name that may hold anything, shown without what could steer a terminal. */
export const printable = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, "?").slice(0, 100);
