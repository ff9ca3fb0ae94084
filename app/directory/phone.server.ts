import { asciiDigits } from "domain/digits";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";

const e164 = /^\+[1-9]\d{1,14}$/;
const written = /[\p{White_Space}\p{Pd}()./]/gu;

/** A phone number in E.164 that libphonenumber thinks possible, or null: how a directory file writes one. */
export function exactPhone(cell: string): string | null {
  const number = e164.test(cell) ? parsePhoneNumberFromString(cell) : undefined;
  return number?.isPossible() ? number.number : null;
}

/** The same of a number as people type one: with spaces, dashes, brackets and any script's digits, but with its country. */
export const cleanPhone = (typed: string): string | null =>
  exactPhone(
    asciiDigits(typed.normalize("NFKC"))
      .replace(/\p{Cf}/gu, "")
      .replace(written, "")
      // What many countries dial before the country (ITU-T E.123).
      .replace(/^00(?=[1-9])/, "+"),
  );
