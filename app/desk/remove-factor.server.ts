import { removeFactor } from "domain/change-factor";
import { refuse } from "domain/event";
import type { Door } from "~/door.server";
import type { Who } from "./case.server";
import { isOwnPassword, type OwnPassword } from "./own-password.server";
import { giveFactor } from "./use-factor.server";

/** Turns a holder's second factor off: with the password, and the second factor itself or a saved code. */
export async function removeAuthenticator(
  door: Door,
  who: Who,
  account: string,
  typed: OwnPassword & { code: string },
): Promise<{ refused: string | null }> {
  const own = { ...who, stream: "case", account, ticket: null } as const;
  const passwordRight = await isOwnPassword(door, account, typed);
  if (passwordRight === null)
    return door.ledger.enact({ ...own, decide: () => refuse("factor.remove", "too-many-passwords") });
  if (!passwordRight) return door.ledger.enact({ ...own, decide: removeFactor({ passwordRight, use: null }) });
  const given = await giveFactor(door, who, account, { act: "factor", code: typed.code });
  if (given.refused !== null) return given;
  return door.ledger.enact({ ...own, decide: removeFactor({ passwordRight, use: given.use }) });
}
