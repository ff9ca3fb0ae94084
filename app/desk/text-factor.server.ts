import { textFactor } from "domain/change-factor";
import type { Door, Outcome } from "~/door.server";
import type { Who } from "./case.server";

/** Sends six digits to the phone that is a signed-in holder's second factor. */
export const textOwnFactor = (door: Door, who: Who, account: string): Promise<Outcome> =>
  door.ledger.enact({ ...who, stream: "case", account, ticket: null, decide: textFactor() });
