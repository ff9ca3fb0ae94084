import { refuse } from "domain/event";
import type { GivenAnew } from "domain/holder-change";
import type { Door, Outcome } from "~/door.server";
import type { Who } from "./case.server";
import { isOwnPassword, type OwnPassword } from "./own-password.server";
import { giveFactor } from "./use-factor.server";

/** A signed-in holder's password, given anew, and where it came from. */
export interface GivenPassword extends OwnPassword {
  /** A code of the second factor, or a saved code, where one was typed. */
  code?: string;
}
/** A command about a holder's own account. */
export const ownCase = (who: Who, account: string) => ({ ...who, stream: "case", account, ticket: null }) as const;

/**
 * Goes on with whether the password was right, and with the second factor if that was given, as one who holds a stolen session must not guess at it; typed too often, it is
 * refused before it is compared.
 */
export async function withPassword(
  door: Door,
  who: Who,
  at: { account: string; command: string },
  given: GivenPassword,
  then: (given: GivenAnew) => Promise<Outcome>,
): Promise<Outcome> {
  const { account, command } = at;
  const passwordRight = await isOwnPassword(door, account, given);
  if (passwordRight === null)
    return door.ledger.enact({ ...ownCase(who, account), decide: () => refuse(command, "too-many-passwords") });
  if (!passwordRight || !given.code) return then({ passwordRight });
  const { refused, ...used } = await giveFactor(door, who, account, { act: "things", code: given.code });
  if (refused !== null) return door.ledger.enact({ ...ownCase(who, account), decide: () => refuse(command, refused) });
  return then({ passwordRight, ...used });
}
