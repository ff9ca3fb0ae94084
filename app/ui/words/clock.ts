import { days, hours, type Instant, type Millis, minutes } from "domain/time";
import { type Language, languageFacts } from "../languages";

/** A length of time in a table: "55 min", "1 h 20", "22 h", "3 d"; rounded down to what it shows. */
export function shortLength(ms: Millis): string {
  if (ms < minutes(1)) return "under 1 min";
  if (ms < hours(1)) return `${Math.floor(ms / minutes(1))} min`;
  if (ms >= days(2)) return `${Math.floor(ms / days(1))} d`;
  const whole = Math.floor(ms / hours(1));
  const rest = Math.floor((ms % hours(1)) / minutes(1));
  return whole >= 10 || rest === 0 ? `${whole} h` : `${whole} h ${String(rest).padStart(2, "0")}`;
}

/** What is left until a time, or how far it has passed: "55 min left", "3 h over". */
export const leftWords = (until: Instant, now: Instant): string =>
  until >= now ? `${shortLength(until - now)} left` : `${shortLength(now - until)} over`;

export type TimeForm = "clock" | "day" | "date" | "short" | "month" | "full";
const forms: Record<TimeForm, Intl.DateTimeFormatOptions> = {
  clock: { hour: "2-digit", minute: "2-digit" },
  day: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  date: { day: "numeric", month: "short", year: "numeric" },
  short: { day: "numeric", month: "short" },
  month: { month: "short", year: "numeric" },
  full: { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
};

/** A time in a zone (IANA name), on a 24-hour clock. */
export const timeWords = (at: Instant, zone: string, form: TimeForm, language: Language = "en"): string =>
  formatter(zone, form, language).format(at);

/** The shortest form that cannot be mistaken: the clock today, the day this year, else the date. */
export function nearestForm(at: Instant, now: Instant, zone: string): TimeForm {
  const [one, other] = [timeWords(at, zone, "date"), timeWords(now, zone, "date")];
  if (one === other) return "clock";
  return one.slice(-4) === other.slice(-4) ? "day" : "date";
}

/** From one UTC day to another, both as 2026-01-31: "5 Dec", "29 Nov to 5 Dec"; with the years where they differ. */
export function daysWords(from: string, to: string): string {
  const form = from.slice(0, 4) === to.slice(0, 4) ? "short" : "date";
  const [first, last] = [from, to].map((day) => timeWords(Date.parse(day), "UTC", form));
  return first === last ? `${first}` : `${first} to ${last}`;
}

/** The city that names a zone: "Lisbon" for Europe/Lisbon. */
export const zoneCity = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

const made = new Map<string, Intl.DateTimeFormat>();

/** Formatters are dear to make and few. */
function formatter(zone: string, form: TimeForm, language: Language): Intl.DateTimeFormat {
  const key = `${zone} ${form} ${language}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(languageFacts[language].locale, {
    ...forms[form],
    timeZone: zone,
    hourCycle: "h23",
  });
  made.set(key, fresh);
  return fresh;
}
