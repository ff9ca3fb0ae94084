import { capital, exitOf, type Problem, type VerdictKind } from "domain/trail/verdict";

export { Found, malformed, type Problem, tampered, unchecked, type VerdictKind } from "domain/trail/verdict";

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

/** An imported account without a case has no entries of its own and is counted with its import. */
const named: Partial<Record<string, string>> = { accounts: "accounts with cases" };

const countsOf = (c: Checked): string =>
  Object.entries(c)
    .map(([what, n]) => `${n} ${named[what] ?? what}`)
    .join(", ");
