import type { Member } from "domain/staff";
import { hours, type Instant, instantOf, isoOf, minutes } from "domain/time";
import type { Adapter } from "lucia";
import type { Clock } from "./clock";
import type { Db } from "./engine";

/** Idle for this long, or this old, a staff session is over; its last use is written at most once a minute. */
export const sessionLimits = { idleMs: minutes(30), absoluteMs: hours(12), noteMs: minutes(1) } as const;

/** What the session library stores and gives back beside a session and its user. */
export interface SessionAttributes {
  auth: string;
}
export interface UserAttributes {
  member: Member;
}
/** A session as it is stored: under the SHA-256 of its token, with times of the house's clock. */
export interface StoredSession {
  id: string;
  staff: string;
  auth: string;
  createdAt: Instant;
  seenAt: Instant;
  expiresAt: Instant;
}
/** The session library's seven methods, and the two questions it does not know to ask. */
export interface StaffSessions extends Adapter {
  find(id: string): Promise<StoredSession | null>;
  ended(now: Instant, most: number): Promise<StoredSession[]>;
}

/**
 * Sessions of staff over the table `session`. The library counts in the machine's time; what is stored is the time of
 * the house's clock, so every time is moved over on its way through.
 */
export function staffSessions(reader: Db, writer: Db, clock: Clock): StaffSessions {
  const ahead = () => clock.now() - Date.now();
  const dated = (s: StoredSession) => ({
    id: s.id,
    userId: s.staff,
    expiresAt: new Date(s.expiresAt - ahead()),
    attributes: { auth: s.auth },
  });
  const remove = (column: "id" | "staff_id", value: string) =>
    writer.sql.deleteFrom("session").where(column, "=", value).execute();
  const find = async (id: string) =>
    storedOf(await reader.sql.selectFrom("session").selectAll().where("id", "=", id).executeTakeFirst());
  return {
    find,
    ended: (now, most) => endedBy(reader, now, most),
    getSessionAndUser: async (id) => {
      const session = await find(id);
      const member = session ? await activeMember(reader, session.staff) : null;
      return [session && dated(session), member && { id: member.id, attributes: { member } }];
    },
    getUserSessions: async (staff) => {
      const rows = await reader.sql.selectFrom("session").selectAll().where("staff_id", "=", staff).execute();
      return rows.flatMap((row) => storedOf(row) ?? []).map(dated);
    },
    setSession: async (s) => {
      const now = clock.now();
      const row = {
        id: s.id,
        staff_id: s.userId,
        auth: s.attributes.auth,
        created_at: isoOf(now),
        seen_at: isoOf(now),
        expires_at: isoOf(s.expiresAt.getTime() + ahead()),
      };
      await writer.sql.insertInto("session").values(row).execute();
    },
    updateSessionExpiration: (id, expiresAt) => prolong(writer, id, expiresAt.getTime() + ahead()),
    deleteSession: async (id) => void (await remove("id", id)),
    deleteUserSessions: async (staff) => void (await remove("staff_id", staff)),
    deleteExpiredSessions: async () =>
      void (await writer.sql.deleteFrom("session").where("expires_at", "<=", isoOf(clock.now())).execute()),
  };
}

/** Moves the end of a session to `until`, which is the idle limit after now, but never past its absolute limit. */
async function prolong(writer: Db, id: string, until: Instant): Promise<void> {
  const row = await writer.sql.selectFrom("session").select("created_at").where("id", "=", id).executeTakeFirst();
  if (!row) return;
  const expiresAt = Math.min(until, instantOf(row.created_at) + sessionLimits.absoluteMs);
  const change = { seen_at: isoOf(until - sessionLimits.idleMs), expires_at: isoOf(expiresAt) };
  await writer.sql.updateTable("session").set(change).where("id", "=", id).execute();
}

async function activeMember(reader: Db, id: string): Promise<Member | null> {
  const row = await reader.sql
    .selectFrom("staff")
    .select("doc")
    .where("id", "=", id)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  return row ? (JSON.parse(row.doc) as Member) : null;
}

async function endedBy(reader: Db, now: Instant, most: number): Promise<StoredSession[]> {
  const rows = await reader.sql
    .selectFrom("session")
    .selectAll()
    .where("expires_at", "<=", isoOf(now))
    .limit(most)
    .execute();
  return rows.flatMap((row) => storedOf(row) ?? []);
}

interface Row {
  id: string;
  staff_id: string;
  auth: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
}

function storedOf(row: Row | undefined): StoredSession | null {
  if (!row) return null;
  const { id, staff_id: staff, auth } = row;
  return {
    id,
    staff,
    auth,
    createdAt: instantOf(row.created_at),
    seenAt: instantOf(row.seen_at),
    expiresAt: instantOf(row.expires_at),
  };
}
