import { refuse } from "domain/event";
import { makeSavedCodes } from "domain/make-saved-codes";
import { codeAlphabet, codeIdsOf, codeLength, groupedCode } from "domain/saved-codes";
import { uuidv7 } from "uuidv7";
import type { Door } from "~/door.server";
import type { Who } from "./case.server";
import { isOwnPassword } from "./own-password.server";
import { randomLetters } from "./random-letters.server";
import { savedCodeDigest } from "./saved-code-digest.server";
import { giveFactor } from "./use-factor.server";

export interface CodesMade {
  refused: string | null;
  /** The codes as they are shown this once; null where they were shown before, or none were made. */
  codes: string[] | null;
}

/**
 * Makes a holder's saved codes: only their digests are kept, so that nobody sees them a second time. Where a second factor is on
 * it takes a code of it, or the `use` that turning it on in this browser was.
 */
export async function makeCodes(
  door: Door,
  who: Who,
  account: string,
  typed: { password: string; source: string; code?: string; use?: string | null },
): Promise<CodesMade> {
  const own = { ...who, stream: "case", account, ticket: null } as const;
  const passwordRight = await isOwnPassword(door, account, typed);
  if (passwordRight === null) {
    const decide = () => refuse("saved-codes.make", "too-many-passwords");
    return { refused: (await door.ledger.enact({ ...own, decide })).refused, codes: null };
  }
  const given =
    passwordRight && typed.code ? await giveFactor(door, who, account, { act: "codes", code: typed.code }) : null;
  if (given && given.refused !== null) return { refused: given.refused, codes: null };
  const set = uuidv7().replaceAll("-", "");
  const made = codeIdsOf(set).map((id) => ({ id, code: randomLetters(codeAlphabet, codeLength) }));
  const codes = made.map(({ id, code }) => ({ id, digest: savedCodeDigest(door, account, code) }));
  const outcome = await door.ledger.enact({
    ...own,
    decide: makeSavedCodes({ set, passwordRight, use: given ? given.use : (typed.use ?? null) }),
    keep: [{ keep: "saved-codes", account, codes }],
  });
  const shown = outcome.refused === null && !outcome.replayed;
  return { refused: outcome.refused, codes: shown ? made.map(({ code }) => groupedCode(code)) : null };
}
