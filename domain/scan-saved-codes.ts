import type { Finding } from "./finding";

// As they are shown and as they are typed: look-alikes are letters here, too (saved-codes.ts, cleanSavedCode).
const letter = "[0-9A-TV-Z]";
const run = (pattern: string) => new RegExp(`(?<![A-Z0-9-])${pattern}(?![A-Z0-9-])`, "g");
const shown = run(`${letter}{4}(?:-{1,3}${letter}{4}){3}`);
const spaced = run(`${letter}{4}(?:[ -]{1,3}${letter}{4}){3,}`);
const whole = run(`${letter}{16}`);

/** The saved recovery codes in a plain text: sixteen letters and digits of both kinds; four words are none. */
export function savedCodesIn(plain: string): Finding[] {
  const certain = [...plain.matchAll(shown), ...plain.matchAll(whole)].filter(([part]) => isMixed(part)).map(findingOf);
  const others = [...plain.matchAll(spaced)].filter(([part]) => isMixedAmongWords(part)).map(findingOf);
  return [...certain, ...others.filter((o) => !certain.some((c) => c.start < o.end && o.start < c.end))];
}

const findingOf = ({ 0: part, index }: RegExpExecArray): Finding => ({
  kind: "code",
  start: index,
  end: index + part.length,
});

const isMixed = (part: string): boolean => /[0-9]/.test(part) && /[A-Z]/.test(part);

/** Among words a year or two are no code: two groups have digits, and one of them letters as well. */
function isMixedAmongWords(part: string): boolean {
  const groups = part.split(/[ -]+/).filter((group) => /[0-9]/.test(group));
  return groups.length >= 2 && groups.some(isMixed);
}
