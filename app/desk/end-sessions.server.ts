import { endSession, signOutEverywhere } from "domain/own-account";
import type { Door, Outcome } from "~/door.server";
import { readSessions } from "~/read-own.server";
import { sessionName } from "~/staff.server";
import type { Who } from "./case.server";

/** Ends one of a holder's sessions, by the name that their page knows it by. */
export async function endSessionNamed(door: Door, who: Who, account: string, name: string): Promise<Outcome> {
  const session = (await readSessions(door, account)).find(({ id }) => sessionName(id) === name);
  return door.ledger.enact({
    ...who,
    stream: "case",
    account,
    ticket: null,
    decide: endSession(session ? name : null),
    keep: session ? [{ keep: "end-holder-session", account, session: session.id }] : [],
  });
}

/** Ends every session of a holder at once. */
export const endEverySession = (door: Door, who: Who, account: string): Promise<Outcome> =>
  door.ledger.enact({
    ...who,
    stream: "case",
    account,
    ticket: null,
    decide: signOutEverywhere(),
    keep: [{ keep: "end-holder-sessions", account }],
  });
