import type { Finding } from "./finding";
import { isLabelDate, regionPattern, shortPattern } from "./serial";

const labelCore = new RegExp(`([0-9]{8})(?:[A-Z]{2})?(?:${regionPattern})(?:${shortPattern})`, "g");
const longestModel = 60;

/** The whole labels in a plain text, by what follows their date once all white space is left out, as when cleaned. */
export function labelsIn(plain: string): Finding[] {
  const places: number[] = [];
  for (let at = 0; at < plain.length; at++) if (plain[at] !== " " && plain[at] !== "\n") places.push(at);
  const findings: Finding[] = [];
  for (const { 0: core, 1: date, index } of plain.replace(/[ \n]+/g, "").matchAll(labelCore)) {
    if (date === undefined || !isLabelDate(date)) continue;
    const start = modelStart(plain, places[index] ?? 0, findings.at(-1)?.end ?? 0);
    const coreEnd = (places[index + core.length - 1] ?? 0) + 1;
    const suffix = /^[A-Z]{0,8}/.exec(plain.slice(coreEnd, coreEnd + 8))?.[0] ?? "";
    findings.push({ kind: "serial", start, end: coreEnd + suffix.length });
  }
  return findings;
}

/** Where the model before the date of a label begins, with the pieces before it that look like parts of a model. */
function modelStart(plain: string, date: number, floor: number): number {
  const pieces = plain
    .slice(Math.max(floor, date - longestModel), date)
    .split(" ")
    .reverse();
  let start = date;
  for (const [nth, piece] of pieces.entries()) {
    const model = /[A-Z0-9\-/()+.]*$/.exec(piece)?.[0] ?? "";
    const space = nth === 0 ? 0 : 1;
    if (space && !/[0-9]|[-/(]$/.test(model)) break;
    start -= space + model.length;
    if (model !== piece) break;
  }
  const opening = /^[^A-Z0-9]*/.exec(plain.slice(start, date))?.[0] ?? "";
  return start + opening.length;
}
