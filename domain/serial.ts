/** The regions a whole label may name, as a regular expression source. */
export const regionPattern = "CH|TW|JP|EU|WR|RR";

/** SHORT, the 9-character part of a serial, as a regular expression source: 9 digits, 1 letter + 8, or 2 letters + 7. */
export const shortPattern = "[0-9]{9}|[A-Z][0-9]{8}|[A-Z]{2}[0-9]{7}";

const wholeLabel = new RegExp(
  `^([A-Z0-9\\-/()+.]+?)(?:[0-9]{2})?([0-9]{8})(?:[A-Z]{2})?(?:${regionPattern})(${shortPattern})[A-Z]{0,8}$`,
);
const shortOnly = new RegExp(`^(?:${shortPattern})$`);
const prefix = /^\p{White_Space}*(?:S\/N\p{White_Space}*:|SERIAL\p{White_Space}*NO[.:]*)/u;
const lookAlikeSets = ["0OQD", "1IL", "2Z", "5S", "6G", "8B"] as const;
const lookAlikeClass = new Map(lookAlikeSets.flatMap((set) => [...set].map((c) => [c, set.charAt(0)] as const)));

/** A typed serial as it is compared: NFKC, upper-case, no zero-width characters, no `S/N:` or `Serial No`, no white space. */
export function cleanSerial(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(prefix, "")
    .replace(/\p{White_Space}/gu, "");
}

/** The SHORT of a typed serial and, if a whole label was typed, that label cleaned; null if it is not a serial. */
export function parseSerial(typed: string): { short: string; full: string | null } | null {
  const cleaned = cleanSerial(typed);
  if (shortOnly.test(cleaned)) return { short: cleaned, full: null };
  const [, , date, short] = wholeLabel.exec(cleaned) ?? [];
  if (date === undefined || short === undefined || !isLabelDate(date)) return null;
  return { short, full: cleaned };
}

/** The MODEL of a whole label, cleaned; null where that is not one. */
export const labelModel = (full: string): string | null => wholeLabel.exec(full)?.[1] ?? null;

/** True of two different SHORTs of one length that differ only by characters people mistake for each other. */
export function nearSerial(a: string, b: string): boolean {
  if (a === b || a.length !== b.length) return false;
  return [...a].every(
    (c, at) => c === b[at] || lookAlikeSets.some((set) => set.includes(c) && set.includes(b[at] ?? " ")),
  );
}

/** How far apart two serials may be counted and still look tried one after the other. */
const neighbourhood = 3;

/** The SHORTs whose number is at most three above or below this one's, with its letters. */
export function neighbours(short: string): string[] {
  const [letters = ""] = /^[A-Z]*/.exec(short) ?? [];
  const digits = short.slice(letters.length);
  const number = Number(digits);
  const steps = Array.from({ length: neighbourhood }, (_, i) => i + 1);
  return steps
    .flatMap((step) => [number - step, number + step])
    .filter((n) => n >= 0 && String(n).length <= digits.length)
    .map((n) => letters + String(n).padStart(digits.length, "0"));
}

/** A SHORT with each character replaced by the first of its look-alike set; equal for two SHORTs that are near or the same. */
export function lookAlikeKey(short: string): string {
  return [...short].map((c) => lookAlikeClass.get(c) ?? c).join("");
}

/** True of eight digits YYYYMMDD that name a day of the Gregorian calendar, from the year 1 on. */
export function isLabelDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
  if (!year || !month || !day || month > 12) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= longest;
}
