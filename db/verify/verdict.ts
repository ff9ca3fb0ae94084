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

/** What was gone through, in numbers. */
export interface Checked {
  entries: number;
  subtrees: number;
  checkpoints: number;
  accounts: number;
  tickets: number;
  approvals: number;
  staff: number;
  imports: number;
  messages: number;
  erasures: number;
}
export const nothingChecked = (): Checked => ({
  entries: 0,
  subtrees: 0,
  checkpoints: 0,
  accounts: 0,
  tickets: 0,
  approvals: 0,
  staff: 0,
  imports: 0,
  messages: 0,
  erasures: 0,
});

export interface Verdict {
  verdict: VerdictKind;
  exit: 0 | 1 | 2 | 3;
  origin: string | null;
  /** Entries read, and the RFC 6962 root over them in hex as recomputed. */
  size: number;
  root: string | null;
  problem: Problem | null;
  checked: Checked;
  /** What a valid verdict does not exclude, in sentences. */
  notExcluded: string[];
  /** All of it in a few lines for a person. */
  report: string;
}

/** Thrown inside the verifier where the first problem is found: nothing after it is worth reading. */
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

export type Findings = Pick<Verdict, "origin" | "size" | "root" | "problem" | "checked" | "notExcluded">;

/** The verdict that follows from what was found. */
export function verdictOf(f: Findings): Verdict {
  const verdict = f.problem?.verdict ?? "valid";
  const notExcluded = verdict === "valid" ? f.notExcluded : [];
  return { verdict, exit: exitOf[verdict], ...f, notExcluded, report: reportOf(f, verdict, notExcluded) };
}

function reportOf(f: Findings, verdict: VerdictKind, notExcluded: string[]): string {
  if (f.problem)
    return [`${capital(verdict)}: ${f.problem.sentence}`, `Read before that: ${countsOf(f.checked)}.`].join("\n");
  const named = `Valid: ${f.size} entries of ${f.origin}, root ${f.root}.`;
  const checked = `The bytes, the tree, the head, and what the tables hold against what the entries say: ${countsOf(f.checked)}.`;
  return [named, checked, ...notExcluded.map((s) => `Not excluded: ${s}`)].join("\n");
}

const countsOf = (c: Checked): string =>
  Object.entries(c)
    .map(([what, n]) => `${n} ${what}`)
    .join(", ");

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
