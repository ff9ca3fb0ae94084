import { days, type Instant } from "domain/time";
import { type Language, languageFacts } from "../languages";
import { zoneCity } from "./clock";

const nearDays = {
  en: { today: "today", tomorrow: "tomorrow", yesterday: "yesterday" },
  ar: { today: "اليوم", tomorrow: "غدًا", yesterday: "أمس" },
};
const joined = {
  en: (day: string, clock: string): string => `${day} at ${clock}`,
  ar: (day: string, clock: string): string => `${day} الساعة ${clock}`,
};
const named = { en: (weekday: string): string => weekday, ar: (weekday: string): string => `يوم ${weekday}` };

/** A time as people say it in a sentence: "today at 15:41", "Wednesday at 15:41", "Wednesday 3 June at 15:41". */
export function momentWords(language: Language, at: Instant, now: Instant, zone: string): string {
  const format = (time: Instant, how: Intl.DateTimeFormatOptions) => formatted(language, zone, time, how);
  return joined[language](dayWords(language, at, now, zone), format(at, { hour: "2-digit", minute: "2-digit" }));
}

function dayWords(language: Language, at: Instant, now: Instant, zone: string): string {
  const near = nearDays[language];
  const dayOf = (time: Instant) => formatted("en", zone, time, { day: "numeric", month: "numeric", year: "numeric" });
  const [day, today] = [dayOf(at), dayOf(now)];
  if (day === today) return near.today;
  if (day === dayOf(now + days(1))) return near.tomorrow;
  if (day === dayOf(now - days(1))) return near.yesterday;
  const weekday = named[language](formatted(language, zone, at, { weekday: "long" }));
  if (Math.abs(at - now) < days(6)) return weekday;
  return `${weekday} ${formatted(language, zone, at, { day: "numeric", month: "long" })}`;
}

/** A zone as a page names it: by its city in English, by its own name in Arabic. */
export function zoneWords(language: Language, zone: string, at: Instant): string {
  if (language === "en") return zoneCity(zone);
  const parts = new Intl.DateTimeFormat(languageFacts[language].locale, {
    timeZone: zone,
    timeZoneName: "long",
  }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zoneCity(zone);
}

const formatted = (language: Language, zone: string, at: Instant, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(languageFacts[language].locale, { ...how, timeZone: zone, hourCycle: "h23" }).format(at);
