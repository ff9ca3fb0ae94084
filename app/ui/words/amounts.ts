import { days, hours, type Millis, minutes } from "domain/time";

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A count in words up to ten, in figures above: "two", "12". */
export const numberWord = (n: number): string => small[n] ?? String(n);

/** A count with its noun: "1 row", "3 rows". */
export const countOf = (n: number, one: string, many: string): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/** A number of bytes: "512 bytes", "34 kB", "1.5 MB", "2.3 GB". */
export function bytesWords(n: number): string {
  const scaled = (by: number) => (n / by).toLocaleString("en", { maximumFractionDigits: 1 });
  if (n >= 1_000_000_000) return `${scaled(1_000_000_000)} GB`;
  if (n >= 1_000_000) return `${scaled(1_000_000)} MB`;
  return n >= 1_000 ? `${Math.round(n / 1_000).toLocaleString("en")} kB` : countOf(n, "byte", "bytes");
}

/** A length of time as people say it: "10 minutes", "24 hours", "72 hours", "7 days". */
export function lengthWords(ms: Millis): string {
  if (ms >= days(4)) return countOf(Math.round(ms / days(1)), "day", "days");
  if (ms >= hours(1)) return countOf(Math.round(ms / hours(1)), "hour", "hours");
  return countOf(Math.max(1, Math.round(ms / minutes(1))), "minute", "minutes");
}

/** A list as a sentence has it: "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** The same with a choice: "a", "a or b", "a, b or c". */
export function orWords(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} or ${last}`;
}

/** A sentence's first letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
