/** The days of a week as a setting names them, from Monday. */
export const weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
export type Weekday = (typeof weekdays)[number];

/** When somebody answers: from one day to another, from one time of day to another, in the desk's zone. */
export interface CallHours {
  from: Weekday;
  to: Weekday;
  opens: string;
  closes: string;
}
/** The telephone of the desk. */
export interface CallUs {
  /** As people read it; a call goes to its plus and its digits. */
  phone: string;
  hours: CallHours | null;
}

const written =
  /^(?<phone>\+[1-9][\d ()-]{5,22}\d)(?:, *(?<from>[A-Z][a-z])(?:-(?<to>[A-Z][a-z]))? +(?<opens>\d\d:\d\d)-(?<closes>\d\d:\d\d))?$/;
const isWeekday = (day: string | undefined): day is Weekday => weekdays.some((known) => known === day);
const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time);

/** A number, and after a comma its hours: `+44 20 7946 0018, Mo-Fr 09:00-17:00`; null for what is written in another way. */
export function callUsOf(text: string): CallUs | null {
  const parts = written.exec(text.trim())?.groups;
  if (!parts?.phone) return null;
  const { phone, from, to = from, opens = "", closes = "" } = parts;
  if (from === undefined) return { phone, hours: null };
  if (!isWeekday(from) || !isWeekday(to) || !isTime(opens) || !isTime(closes) || opens >= closes) return null;
  return { phone, hours: { from, to, opens, closes } };
}

/** What a telephone dials for it (RFC 3966). */
export const telOf = ({ phone }: Pick<CallUs, "phone">): string => `tel:+${phone.replace(/\D/g, "")}`;
