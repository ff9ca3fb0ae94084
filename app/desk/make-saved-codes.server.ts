import { refuse } from "domain/event";
import { makeSavedCodes } from "domain/make-saved-codes";
import { codeAlphabet, codeIdsOf, codeLength, groupedCode } from "domain/saved-codes";
import { uuidv7 } from "uuidv7";
import type { Door } from "~/door.server";
import type { Who } from "./case.server";
import { compareOwnPassword, type OwnPassword } from "./own-password.server";
import { randomLetters } from "./random-letters.server";
import { savedCodeDigest } from "./saved-code-digest.server";

export interface CodesMade {
  refused: string | null;
  /** The codes as they are shown this once; null where they were shown before, or none were made. */
  codes: string[] | null;
}

/** Makes a holder's saved codes: only their digests are kept, so that nobody sees them a second time. */
export async function makeCodes(door: Door, who: Who, account: string, typed: OwnPassword): Promise<CodesMade> {
  const own = { ...who, stream: "case", account, ticket: null } as const;
  const compared = await compareOwnPassword(door, account, typed);
  if (compared === "too-many-passwords") {
    const decide = () => refuse("saved-codes.make", compared);
    return { refused: (await door.ledger.enact({ ...own, decide })).refused, codes: null };
  }
  const set = uuidv7().replaceAll("-", "");
  const made = codeIdsOf(set).map((id) => ({ id, code: randomLetters(codeAlphabet, codeLength) }));
  const codes = made.map(({ id, code }) => ({ id, digest: savedCodeDigest(door, account, code) }));
  const outcome = await door.ledger.enact({
    ...own,
    decide: makeSavedCodes({ set, passwordRight: compared === "right" }),
    keep: [{ keep: "saved-codes", account, codes }],
  });
  const shown = outcome.refused === null && !outcome.replayed;
  return { refused: outcome.refused, codes: shown ? made.map(({ code }) => groupedCode(code)) : null };
}
