import { type ListedSession, liveHolderSessions } from "db/holder-sessions";
import { holderPasswordSince } from "db/read/cases";
import { isPasswordOld } from "domain/password";
import { documentOf } from "domain/policies";
import type { Instant } from "domain/time";
import type { Door } from "./door.server";
import { deskOf } from "./facts.server";

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
  const [passwordSetAt, sessions, { policy, policies }] = await Promise.all([
    holderPasswordSince(door.reader, account),
    readSessions(door, account),
    deskOf(door),
  ]);
  const passwordOld = isPasswordOld(documentOf(policy, policies), passwordSetAt, door.clock.now());
  return { passwordSetAt, passwordOld, sessions: sessions.length };
}

/** The live sessions of an account, the newest first. */
export const readSessions = (door: Door, account: string): Promise<ListedSession[]> =>
  liveHolderSessions(door.reader, account, door.clock.now());
