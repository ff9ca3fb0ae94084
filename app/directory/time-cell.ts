import { isLabelDate } from "domain/serial";
import { isoOf } from "domain/time";

// ISO 8601, extended or basic, with a zone; seconds and their fraction may be left out.
const extended = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)$/;
const basic = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d(?:\d\d)?)$/;

/** An ISO 8601 time with zone and a real date as every column holds times (UTC, milliseconds), or null. */
export function timeCell(cell: string): string | null {
  const [, year, month, day, hour, minute, second = "0", fraction = "", zone = ""] =
    extended.exec(cell) ?? basic.exec(cell) ?? [];
  if (!year || !month || !day || !isLabelDate(year + month + day)) return null;
  const ahead = minutesAhead(zone);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || ahead === null) return null;
  const ms = fraction.slice(0, 3).padEnd(3, "0");
  if (ahead === 0) return `${year}-${month}-${day}T${hour}:${minute}:${second.padStart(2, "0")}.${ms}Z`;
  const at = new Date(0);
  at.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  at.setUTCHours(Number(hour), Number(minute) - ahead, Number(second), Number(ms));
  return at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999 ? isoOf(at.getTime()) : null;
}

function minutesAhead(zone: string): number | null {
  if (zone === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(":", "") || 0)];
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
