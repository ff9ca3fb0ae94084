import type { Finding } from "./finding";

/** The e-mail addresses in a plain text, found from each @ outwards; white space may stand on both sides of it. */
export function addressesIn(plain: string): Finding[] {
  const findings: Finding[] = [];
  let floor = 0;
  for (let at = plain.indexOf("@"); at >= 0; at = plain.indexOf("@", at + 1)) {
    const [before, after] = spacesBeside(plain, at);
    const localEnd = at - before;
    const start = localStart(plain, localEnd);
    const end = domainEnd(plain, at + 1 + after);
    if (end < 0 || start === localEnd || before > 0 !== after > 0) continue;
    findings.push({ kind: "address", start: Math.max(start, floor), end });
    floor = end;
  }
  return findings;
}

function spacesBeside(plain: string, at: number): [before: number, after: number] {
  const before = / {0,2}$/.exec(plain.slice(Math.max(0, at - 2), at))?.[0].length ?? 0;
  const after = /^ {0,2}/.exec(plain.slice(at + 1, at + 3))?.[0].length ?? 0;
  return [before, after];
}

function localStart(plain: string, end: number): number {
  let start = end;
  while (start > 0 && /[^\s@<>()[\]{}|,;:"]/.test(plain.charAt(start - 1))) start -= 1;
  return start;
}

/** Where the domain (two labels or more, the last not a number) that begins here ends, or -1 if none does. */
function domainEnd(plain: string, start: number): number {
  const domain = /[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+/uy;
  domain.lastIndex = start;
  const labels = (domain.exec(plain)?.[0] ?? "").split(".");
  while (labels.length > 1 && !/^\p{L}[\p{L}\p{M}\p{N}-]+$/u.test(labels.at(-1) ?? "")) labels.pop();
  return labels.length > 1 ? start + labels.join(".").length : -1;
}
