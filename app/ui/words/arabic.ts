import { days, hours, type Millis, minutes } from "domain/time";

/** A noun as Arabic counts it: none, one and two in words of their own, the others after a figure. */
export interface Counted {
  zero: string;
  one: string;
  two: string;
  few: string;
  many: string;
  other: string;
}
const rules = new Intl.PluralRules("ar");

/** A count with its noun in Arabic: "لا رموز", "رمز واحد", "رمزان", "3 رموز", "11 رمزًا", "100 رمز". */
export function arabicCount(n: number, noun: Counted): string {
  const form = rules.select(n);
  return form === "zero" || form === "one" || form === "two" ? noun[form] : `${n} ${noun[form]}`;
}

/** A list in Arabic: "أ", "أ وب", "أ وب وج". */
export const arabicList = (items: readonly string[]): string => items.join(" و");

/** An address, a mask, a number or a link inside an Arabic sentence: kept from left to right, and the sentence in its order. */
export const ltr = (text: string): string => `\u2066${text}\u2069`;

/** A name inside an Arabic sentence: kept in its own direction. */
export const own = (text: string): string => `\u2068${text}\u2069`;

/** A length of time in Arabic, as it stands after "for" and "of": "10 دقائق", "24 ساعة", "يومين". */
export function arabicLength(ms: Millis): string {
  if (ms >= days(2)) return arabicCount(Math.round(ms / days(1)), day);
  if (ms >= hours(1)) return arabicCount(Math.round(ms / hours(1)), hour);
  return arabicCount(Math.max(1, Math.round(ms / minutes(1))), minute);
}
const day = { zero: "لا أيام", one: "يوم واحد", two: "يومين", few: "أيام", many: "يومًا", other: "يوم" };
const hour = { zero: "لا ساعات", one: "ساعة واحدة", two: "ساعتين", few: "ساعات", many: "ساعة", other: "ساعة" };
const minute = { zero: "لا دقائق", one: "دقيقة واحدة", two: "دقيقتين", few: "دقائق", many: "دقيقة", other: "دقيقة" };
