import { type CallHours, type CallUs, type Weekday, weekdays } from "domain/call-us";
import type { Language } from "../languages";
import { ltr } from "./arabic";
import { zoneCity } from "./clock";

/** The second of January 2023 was a Monday. */
const dayIn = (language: string, day: Weekday): string =>
  new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(
    Date.UTC(2023, 0, 2 + weekdays.indexOf(day)),
  );

const en = {
  title: "How to reach us",
  call: "Call us:",
  hours: ({ from, to, opens, closes }: CallHours, zone: string): string =>
    `${dayIn("en", from)}${from === to ? "" : ` to ${dayIn("en", to)}`}, ${opens} to ${closes}, ${zone === "UTC" ? "UTC" : `${zone} time`}`,
  ask: "Ask us for help here",
  /** The same in a message. */
  said: (phone: string, hours: string | null): string => `Call us: ${phone}${hours ? ` (${hours})` : ""}.`,
  askAt: (url: string): string => `Ask us for help here: ${url}`,
};
const ar: typeof en = {
  title: "كيف تصل إلينا",
  call: "اتصل بنا:",
  hours: ({ from, to, opens, closes }, zone) =>
    `${dayIn("ar", from)}${from === to ? "" : ` إلى ${dayIn("ar", to)}`}، من ${ltr(opens)} إلى ${ltr(closes)}، بتوقيت ${ltr(zone)}`,
  ask: "اطلب مساعدتنا هنا",
  said: (phone, hours) => `اتصل بنا: ${ltr(phone)}${hours ? ` (${hours})` : ""}.`,
  askAt: (url) => `اطلب مساعدتنا هنا: ${url}`,
};

/** Where "ask us for help" leads: to a telephone, where the desk has one, and to the guided request. */
export const callUsWords = { en, ar };

/** When somebody answers the telephone, with the city whose time it is; null where no hours are named. */
export const hoursTold = (language: Language, { hours }: CallUs, zone: string): string | null =>
  hours && callUsWords[language].hours(hours, zoneCity(zone));
