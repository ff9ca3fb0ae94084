import type { Finding } from "./finding";
import { plainText } from "./plain-text";
import { addressesIn } from "./scan-addresses";
import { labelsIn } from "./scan-labels";
import { codesIn, numbersIn } from "./scan-numbers";
import { savedCodesIn } from "./scan-saved-codes";

export type { Finding } from "./finding";

type Span = { start: number; end: number };

const before = "(?<![A-Z0-9]|[A-Z0-9][-./])";
const after = "(?![0-9]|[-./][0-9])";
const year = "(?:19|20)[0-9]{2}";
const ticketNumber = /(?<![A-Z0-9])CS-[0-9]{1,8}(?![A-Z0-9])/g;
const timeOfDay = /(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,3})?)?(?![0-9:])/g;
const years = new RegExp(`${before}${year} ?[-/] ?${year}${after}`, "g");
const yearFirst = new RegExp(`${before}${year}[-./]([0-9]{1,2})[-./]([0-9]{1,2})${after}`, "g");
const yearLast = new RegExp(`${before}([0-9]{1,2})[-./]([0-9]{1,2})[-./](?:${year}|[0-9]{2})${after}`, "g");

/** What a free text must not hold (serials, six-digit and saved codes, addresses, phone numbers), in order; in time linear in its length. */
export function scanText(text: string): Finding[] {
  const { plain, from, to } = plainText(text);
  const addresses = addressesIn(plain);
  const noAddresses = blank(plain, addresses);
  const noDates = blank(noAddresses, harmlessIn(noAddresses));
  const saved = savedCodesIn(noDates);
  const noSaved = blank(noDates, saved);
  const labels = labelsIn(noSaved);
  const noLabels = blank(noSaved, labels);
  const numbers = numbersIn(noLabels);
  const codes = codesIn(blank(noLabels, numbers));
  return inOrder([...addresses, ...saved, ...labels, ...numbers, ...codes]).map(({ kind, start, end }) => ({
    kind,
    start: from[start] ?? 0,
    end: to[end - 1] ?? text.length,
  }));
}

/** The text with each finding replaced by a tombstone such as `[removed: serial]`. */
export function redactText(text: string, findings: readonly Finding[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { kind, start, end } of inOrder(findings)) {
    if (end <= at) continue;
    parts.push(text.slice(at, Math.max(at, start)), `[removed: ${kind}]`);
    at = end;
  }
  return parts.join("") + text.slice(at);
}

/** Ticket numbers, times and dates: numbers that a note may hold and that would look like others. */
function harmlessIn(plain: string): Span[] {
  const certain = [ticketNumber, timeOfDay, years].flatMap((pattern) => [...plain.matchAll(pattern)]);
  const dates = [yearFirst, yearLast].flatMap((pattern) => [...plain.matchAll(pattern)].filter(isDayAndMonth));
  return [...certain, ...dates].map(({ 0: part, index }) => ({ start: index, end: index + part.length }));
}

function isDayAndMonth([, one, other]: RegExpMatchArray): boolean {
  const [a, b] = [Number(one), Number(other)];
  return Math.min(a, b) >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
}

/** The text with the spans overwritten by characters that no pattern reads across. */
function blank(plain: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const span of inOrder(spans)) {
    const start = Math.max(at, span.start);
    if (span.end <= start) continue;
    parts.push(plain.slice(at, start), "\0".repeat(span.end - start));
    at = span.end;
  }
  return parts.join("") + plain.slice(at);
}

function inOrder<S extends Span>(spans: readonly S[]): S[] {
  return [...spans].sort((a, b) => a.start - b.start);
}
