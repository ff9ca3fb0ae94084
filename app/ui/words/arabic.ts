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
