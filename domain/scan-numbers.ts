import type { Finding } from "./finding";
import { isLabelDate } from "./serial";

// Single steps of at most three separators, so that a run of digits is read once from left to right.
const numberRun = /[0-9](?:[ ()./-]{0,3}[0-9])*/g;
const phoneLead = /(?:\+[ (]?|\(\+?)$/;
const codeGroups = ["6", "3,3", "2,2,2", "1,1,1,1,1,1"] as const;
const wordsBeforeNumbers = [
  "A",
  "I",
  "AM",
  "AS",
  "AT",
  "BY",
  "IF",
  "IN",
  "IS",
  "IT",
  "ME",
  "MY",
  "NO",
  "OF",
  "ON",
  "OR",
  "SO",
  "TO",
  "US",
  "WE",
];
const longestPhone = 15;
const longestSuffix = 8;

/** The SHORT serials and phone numbers (seven digits or more) in a plain text, in order and apart from each other. */
export function numbersIn(plain: string): Finding[] {
  const findings: Finding[] = [];
  let floor = 0;
  for (const { 0: run, index } of plain.matchAll(numberRun)) {
    const finding = numberAt(plain, run, index, floor);
    if (finding) findings.push(finding);
    floor = Math.max(index + run.length, finding?.end ?? 0);
  }
  return findings;
}

/** The six-digit codes in a plain text: together, or in equal groups parted by spaces or hyphens. */
export function codesIn(plain: string): Finding[] {
  return [...plain.matchAll(numberRun)].flatMap(({ 0: run, index }) => {
    const end = index + run.length;
    const glued = isLetter(plain[index - 1]) || isLetter(plain[end]);
    const isCode = !glued && /^[0-9 -]+$/.test(run) && codeGroups.some((shape) => shape === groupsOf(run).join());
    return isCode ? [{ kind: "code", start: index, end }] : [];
  });
}

function numberAt(plain: string, run: string, start: number, floor: number): Finding | null {
  const end = start + run.length;
  const groups = groupsOf(run);
  const count = groups.reduce((sum, length) => sum + length, 0);
  if (count < 7) return null;
  if (isLetter(plain[start - 1]) || isLetter(plain[end])) {
    return { kind: "serial", start: tokenStart(plain, start, floor), end: suffixEnd(plain, end) };
  }
  const lead = phoneLead.exec(plain.slice(Math.max(floor, start - 2), start))?.[0] ?? "";
  if (lead.includes("+") || (lead !== "" && run.includes(")")))
    return { kind: "phone", start: start - lead.length, end };
  if (groups.length === 1 && /^(?:19|20)[0-9]{6}$/.test(run) && isLabelDate(run)) return null;
  const letters = count < 9 ? serialLetters(plain.slice(Math.max(floor, start - 6), start), 9 - count) : "";
  if (count === 9 || letters !== "") return { kind: "serial", start: start - letters.length, end };
  return count <= longestPhone || groups.some((length) => length > 2) ? { kind: "phone", start, end } : null;
}

/** How many digits stand together, between separators. */
function groupsOf(run: string): number[] {
  return run.split(/[^0-9]+/).map((group) => group.length);
}

/** The one or two letters, and the space or hyphen behind them, that make a SHORT of the digits they stand before. */
function serialLetters(before: string, count: number): string {
  const pattern = count === 1 ? /(?<![A-Z0-9])[A-Z][ -]{1,2}$/ : /(?<![A-Z0-9])[A-Z] ?[A-Z][ -]{1,2}$/;
  const letters = pattern.exec(before)?.[0] ?? "";
  return wordsBeforeNumbers.includes(letters.replace(/[ -]+$/, "")) ? "" : letters;
}

function tokenStart(plain: string, start: number, floor: number): number {
  let at = start;
  while (at > floor && /[A-Z0-9]/.test(plain.charAt(at - 1))) at -= 1;
  return at;
}

function suffixEnd(plain: string, end: number): number {
  let at = end;
  while (at < end + longestSuffix && isLetter(plain[at])) at += 1;
  return at;
}

function isLetter(c: string | undefined): boolean {
  return c !== undefined && c >= "A" && c <= "Z";
}
