import type { Account } from "./account";
import type { Recorded } from "./event";
import type { Instant } from "./time";

/** A set of saved recovery codes: how many were made and which of them are spent, by their ids; the codes themselves are nowhere. */
export interface SavedCodes {
  set: string;
  madeAt: Instant;
  count: number;
  spent: { code: string; ticket: string; at: Instant }[];
}

/** How many codes a set has. */
export const codesInSet = 10;
/** Letters and digits of a code: 80 random bits. */
export const codeLength = 16;
/** Crockford's base 32: no I, L, O and no U. */
export const codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The ids of a set's codes, in the order they are shown. */
export const codeIdsOf = (set: string): string[] => Array.from({ length: codesInSet }, (_, n) => `${set}.${n + 1}`);

/** Folds an entry into an account's saved codes. */
export function foldSavedCodes(a: Account, e: Recorded): Account {
  if (e.type === "saved-codes.made")
    return { ...a, savedCodes: { set: e.data.set, madeAt: e.at, count: e.data.count, spent: [] } };
  const code = codeSpentBy(e);
  if (code === null || !a.savedCodes) return a;
  const spent = { code, ticket: e.object ?? "", at: e.at };
  return { ...a, savedCodes: { ...a.savedCodes, spent: [...a.savedCodes.spent, spent] } };
}

/** The code that an entry spends: in a ticket, or in place of a second factor. */
function codeSpentBy(e: Recorded): string | null {
  if (e.type === "saved-code.checked") return e.data.code;
  if (e.type === "factor.used") return e.data.code ?? null;
  return e.type === "holder.signed-in" && e.data.secondFactor !== "none" ? (e.data.code ?? null) : null;
}

/** Whether a code is one of the set in force that nobody used. */
export function isUnspent(account: Account | null, code: string | null): boolean {
  const codes = account?.savedCodes;
  if (!codes || code === null) return false;
  return code.startsWith(`${codes.set}.`) && !codes.spent.some((one) => one.code === code);
}

/** How many codes of the set in force were not used yet. */
export const codesLeft = (account: Account | null): number =>
  (account?.savedCodes?.count ?? 0) - (account?.savedCodes?.spent.length ?? 0);

/** A code as typed: case, spaces and dashes ignored, look-alikes read as what they stand for; null for what is no code. */
export function cleanSavedCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\u2010-\u2015\u200b-\u200d\ufeff-]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter)) ? code : null;
}

/** A code as it is shown: four groups of four. */
export const groupedCode = (code: string): string => code.match(/.{4}/g)?.join("-") ?? code;
