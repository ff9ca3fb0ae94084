import { liveHolderSessions } from "db/holder-sessions";
import { holderPasswordSince } from "db/read/cases";
import type { Instant } from "domain/time";
import type { Door } from "./door.server";

/** What a holder's first page tells beside the account itself. */
export interface OwnFacts {
  /** When the password was set; null where none is. */
  passwordSetAt: Instant | null;
  passwordOld: boolean;
  /** In how many places they are signed in. */
  sessions: number;
}

/** Reads when a holder's password was set, and in how many places they are signed in. */
export async function readOwn(door: Door, account: string): Promise<OwnFacts> {
  const now = door.clock.now();
  const [passwordSetAt, sessions] = await Promise.all([
    holderPasswordSince(door.reader, account),
    liveHolderSessions(door.reader, account, now),
  ]);
  return { passwordSetAt, passwordOld: false, sessions: sessions.length };
}
