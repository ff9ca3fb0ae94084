import type { BundleFinding } from "domain/trail/check-bundle";
import { capital, exitOf, printable } from "domain/trail/verdict";

/** The verdict in a few lines for a person. */
export function reportOf(finding: BundleFinding): string[] {
  if (finding.problem) return [`${capital(finding.problem.verdict)}: ${finding.problem.sentence}`];
  return [
    `Valid: ${counted(finding.size)} entries of ${finding.origin}, root ${finding.root}.`,
    countsOf(finding),
    ...askedFor(finding),
    `The manifest's SHA-256 is ${finding.manifest}: hold it against the one that the export's own entry on the trail names.`,
    ...(finding.older === null ? [] : [`It continues the checkpoint you hold, of ${counted(finding.older)} entries.`]),
    ...(finding.witnesses.length === 0 ? [] : [`Cosigned by ${finding.witnesses.join(", ")}.`]),
    ...notExcluded(finding).map((what) => `Not excluded: ${what}`),
  ];
}

function countsOf({ kind, shown, withheld, storyTold }: BundleFinding): string {
  const each = `${counted(shown)} shown, each with its own bytes`;
  if (kind === "ticket") return `A ticket's entries: ${each} and its own proof.`;
  if (kind === "filtered")
    return `A filtered bundle: ${each}; ${counted(withheld)} withheld, each accounted for by its hash.`;
  return `The whole trail: ${each}.${storyTold ? " The story was told again: no reset without earlier approvals by others over the same packet." : ""}`;
}

/** Which filter or ticket it is of: a sound bundle of another one proves nothing about the one that was wanted. */
function askedFor({ filter }: BundleFinding): string[] {
  const named = Object.entries(filter ?? {}).flatMap(([name, value]) =>
    value === null ? [] : [`${name} ${printable(value)}`],
  );
  return named.length === 0 ? [] : [`Asked for with: ${named.join(", ")}.`];
}

/** What a valid verdict does not exclude. */
export function notExcluded({ kind, older, witnesses }: BundleFinding): string[] {
  return [
    ...(older === null
      ? ["that the newest entries were cut off before this checkpoint was signed: give one you kept."]
      : []),
    ...(witnesses.length === 0 ? ["that others were shown another trail: name a witness."] : []),
    ...(kind === "ticket"
      ? ["that entries of the ticket were left out: a filtered bundle accounts for every entry."]
      : []),
    ...(kind === "filtered" ? ["that a withheld entry fits the filter: ask for it by its number."] : []),
  ];
}

/** The exit code of a command, and the finding as JSON for a machine. */
export const exitCodeOf = ({ problem }: BundleFinding): 0 | 1 | 2 | 3 => exitOf[problem?.verdict ?? "valid"];

const counted = (n: number): string => n.toLocaleString("en");
