import { asciiDigits } from "./digits";

/** A full name as it is looked up: compatible forms joined, case and spacing ignored. */
export const cleanName = (typed: string): string => typed.normalize("NFKC").toLowerCase().trim().replace(/\s+/gu, " ");

/** A user name as it is looked up: case and outer spaces ignored. */
export const cleanUsername = (typed: string): string => typed.normalize("NFKC").toLowerCase().trim();

/** A code as typed or pasted: any decimal digits, with spaces and dashes anywhere; null unless six digits are left. */
export function cleanCode(typed: string): string | null {
  const digits = asciiDigits(typed.normalize("NFKC")).replace(/[\s\u2010-\u2015-]/gu, "");
  return /^\d{6}$/.test(digits) ? digits : null;
}
