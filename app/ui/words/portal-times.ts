import { days, type Instant } from "domain/time";

/** A time as people say it in a sentence: "today at 15:41", "Wednesday at 15:41", "Wednesday 3 June at 15:41". */
export function momentWords(at: Instant, now: Instant, zone: string): string {
  return `${dayWords(at, now, zone)} at ${format(at, zone, { hour: "2-digit", minute: "2-digit" })}`;
}

function dayWords(at: Instant, now: Instant, zone: string): string {
  const [day, today] = [dayOf(at, zone), dayOf(now, zone)];
  if (day === today) return "today";
  if (day === dayOf(now + days(1), zone)) return "tomorrow";
  if (day === dayOf(now - days(1), zone)) return "yesterday";
  const near = Math.abs(at - now) < days(6);
  if (near) return format(at, zone, { weekday: "long" });
  return `${format(at, zone, { weekday: "long" })} ${format(at, zone, { day: "numeric", month: "long" })}`;
}

const dayOf = (at: Instant, zone: string): string =>
  format(at, zone, { day: "numeric", month: "numeric", year: "numeric" });

const format = (at: Instant, zone: string, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-GB", { ...how, timeZone: zone, hourCycle: "h23" }).format(at);
