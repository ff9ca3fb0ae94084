import { hours, type Instant } from "./time";

/** The moment a day begins anywhere on earth, of a date written 2020-01-31; null for anything that is no date. */
export function dayBegins(text: string): Instant | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  if (!year || !month || !day) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isDay = new Date(at).toISOString().startsWith(text.trim());
  // The first clocks to show a date are fourteen hours ahead of UTC.
  return isDay ? at - hours(14) : null;
}
