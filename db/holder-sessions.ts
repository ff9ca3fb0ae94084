import type { Account } from "domain/account";
import { hours, type Instant, instantOf, isoOf, minutes } from "domain/time";
import type { Db } from "./engine";
import type { Tables } from "./schema";

/** A holder's session ends this long after it began, whatever is done with it. */
export const holderSessionMs = hours(12);
/** How often it is noted that a session was seen. */
export const holderNoteMs = minutes(1);

/** With what and from where a session began, as coarse as it is told; null where it is not known. */
export interface SeenFrom {
  browser: string | null;
  system: string | null;
  place: string | null;
}
/** How and with what a session begins. */
export interface NewSession {
  account: string;
  auth: string;
  since: Instant;
  from: SeenFrom;
}
/** A holder's session that is alive, how it was signed in, when, and when it was last seen. */
export interface LiveSession {
  account: string;
  auth: string;
  since: Instant;
  seenAt: Instant;
}
/** The same as a list of an account's sessions has it. */
export interface ListedSession extends SeenFrom {
  id: string;
  startedAt: Instant;
  seenAt: Instant;
}

/** Stores a holder's session under the SHA-256 of its token. */
export async function startHolderSession(
  writer: Db,
  id: string,
  { account, auth, since, from }: NewSession,
): Promise<void> {
  const times = { created_at: isoOf(since), seen_at: isoOf(since), expires_at: isoOf(since + holderSessionMs) };
  await writer.sql
    .insertInto("holder_session")
    .values({ id, account_id: account, auth, ...times, ...from })
    .execute();
}

/** The live session of this id, or null; one from before the account's sessions were ended is dead. */
export async function holderOfSession(reader: Db, id: string, now: Instant): Promise<LiveSession | null> {
  const row = await reader.sql
    .selectFrom("holder_session")
    .leftJoin("account_state", "account_state.account_id", "holder_session.account_id")
    .selectAll("holder_session")
    .select("account_state.doc")
    .where("holder_session.id", "=", id)
    .executeTakeFirst();
  if (!row || !isLiveSession(row, endOf(row.doc), now)) return null;
  const { account_id: account, auth } = row;
  return { account, auth: auth ?? "password", since: instantOf(row.created_at), seenAt: seenAtOf(row) };
}

/** The live sessions of an account, the newest first. */
export async function liveHolderSessions(reader: Db, account: string, now: Instant): Promise<ListedSession[]> {
  const rows = await reader.sql
    .selectFrom("holder_session")
    .leftJoin("account_state", "account_state.account_id", "holder_session.account_id")
    .selectAll("holder_session")
    .select("account_state.doc")
    .where("holder_session.account_id", "=", account)
    .where("holder_session.expires_at", ">", isoOf(now))
    .orderBy("holder_session.created_at", "desc")
    .orderBy("holder_session.id")
    .limit(mostShown)
    .execute();
  return rows
    .filter((row) => isLiveSession(row, endOf(row.doc), now))
    .map((row) => ({
      id: row.id,
      startedAt: instantOf(row.created_at),
      seenAt: seenAtOf(row),
      browser: row.browser,
      system: row.system,
      place: row.place,
    }));
}

const mostShown = 100;

/** Notes that a session was seen. */
export async function noteHolderSession(writer: Db, id: string, now: Instant): Promise<void> {
  await writer.sql
    .updateTable("holder_session")
    .set({ seen_at: isoOf(now) })
    .where("id", "=", id)
    .execute();
}

/** Forgets the sessions that ran out, and with them where they were seen. */
export async function forgetHolderSessions(writer: Db, now: Instant): Promise<void> {
  await writer.sql.deleteFrom("holder_session").where("expires_at", "<=", isoOf(now)).execute();
}

export async function endHolderSession(writer: Db, id: string): Promise<void> {
  await writer.sql.deleteFrom("holder_session").where("id", "=", id).execute();
}

type Row = Pick<Tables["holder_session"], "created_at" | "expires_at" | "seen_at">;

const isLiveSession = (row: Row, ended: Instant | null, now: Instant): boolean =>
  instantOf(row.expires_at) > now && (ended === null || instantOf(row.created_at) > ended);

const endOf = (doc: string | null): Instant | null => (doc ? (JSON.parse(doc) as Account).sessionsEndedAt : null);

const seenAtOf = (row: Row): Instant => instantOf(row.seen_at ?? row.created_at);
