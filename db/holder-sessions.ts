import type { Account } from "domain/account";
import { hours, type Instant, instantOf, isoOf } from "domain/time";
import type { Db } from "./engine";

/** A holder's session ends this long after it began, whatever is done with it. */
export const holderSessionMs = hours(12);

/** A holder's session that is alive, how it was signed in, and when. */
export interface LiveSession {
  account: string;
  auth: string;
  since: Instant;
}

/** Stores a holder's session under the SHA-256 of its token; forgets the account's old ones. */
export async function startHolderSession(
  writer: Db,
  id: string,
  { account, auth, since: now }: LiveSession,
): Promise<void> {
  await writer.sql
    .deleteFrom("holder_session")
    .where("account_id", "=", account)
    .where("expires_at", "<=", isoOf(now))
    .execute();
  const row = { id, account_id: account, created_at: isoOf(now), expires_at: isoOf(now + holderSessionMs), auth };
  await writer.sql.insertInto("holder_session").values(row).execute();
}

/** The live session of this id, or null; one from before the account's sessions were ended is dead. */
export async function holderOfSession(reader: Db, id: string, now: Instant): Promise<LiveSession | null> {
  const row = await reader.sql
    .selectFrom("holder_session")
    .leftJoin("account_state", "account_state.account_id", "holder_session.account_id")
    .select([
      "holder_session.account_id as account",
      "holder_session.auth",
      "holder_session.created_at",
      "holder_session.expires_at",
      "account_state.doc",
    ])
    .where("holder_session.id", "=", id)
    .executeTakeFirst();
  if (!row || instantOf(row.expires_at) <= now) return null;
  const ended = row.doc ? (JSON.parse(row.doc) as Account).sessionsEndedAt : null;
  const since = instantOf(row.created_at);
  return ended !== null && since <= ended ? null : { account: row.account, auth: row.auth ?? "password", since };
}

export async function endHolderSession(writer: Db, id: string): Promise<void> {
  await writer.sql.deleteFrom("holder_session").where("id", "=", id).execute();
}
