import { createHash, randomBytes } from "node:crypto";
import {
  type SessionAttributes,
  type StaffSessions,
  type StoredSession,
  sessionLimits,
  staffSessions,
  type UserAttributes,
} from "db/staff-sessions";
import { signOut } from "domain/member";
import type { Actor, Member } from "domain/staff";
import type { Instant } from "domain/time";
import { Lucia, TimeSpan } from "lucia";
import type { House } from "./door.server";

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

/** A token only the browser has, and the id it is stored under: its SHA-256. */
export interface SessionToken {
  token: string;
  id: string;
}
export interface StaffSession {
  id: string;
  member: Member;
  auth: string;
  expiresAt: Instant;
}

/** Draws 32 random bytes for a new session. */
export function newToken(): SessionToken {
  const token = randomBytes(32).toString("base64url");
  return { token, id: idOf(token) };
}

/** What a session is stored and named by; the token cannot be found from it. */
export const idOf = (token: string): string => createHash("sha256").update(token, "utf8").digest("hex");

/** The part of a session's id that entries name it by. */
export const sessionName = (id: string): string => id.slice(0, 16);

/** Begins a session for a member whose sign-in is on the trail already. */
export async function startSession(house: House, staffId: string, auth: string, { id }: SessionToken): Promise<void> {
  await libraryOf(house).createSession(staffId, { auth }, { sessionId: id });
}

/**
 * The live session of a token, or null; one that ran out is ended here, and that is an entry. It is used by this only
 * when somebody did something: a page that looks at itself again would otherwise never be idle.
 */
export async function staffSession(house: House, token: string, used: boolean): Promise<StaffSession | null> {
  const id = idOf(token);
  const stored = await sessionsOf(house).find(id);
  if (!stored) return null;
  const now = house.door.clock.now();
  if (stored.expiresAt <= now) {
    await endOld(house, stored, now);
    return null;
  }
  const { user } = await libraryOf(house, used).validateSession(id);
  if (!user) return null;
  if (used && now - stored.seenAt >= sessionLimits.noteMs)
    await sessionsOf(house).updateSessionExpiration(id, new Date(Date.now() + sessionLimits.idleMs));
  return { id, member: user.member, auth: stored.auth, expiresAt: stored.expiresAt };
}

/** Ends one session at once; the caller enters why. */
export const endSession = (house: House, id: string): Promise<void> => libraryOf(house).invalidateSession(id);

/** Ends up to `most` sessions whose time ran out while nobody used them; each end is an entry. */
export async function endOldSessions(house: House, most = 100): Promise<number> {
  const now = house.door.clock.now();
  const old = await sessionsOf(house).ended(now, most);
  for (const session of old) await endOld(house, session, now);
  return old.length;
}

const sessionsOf = ({ door, writer }: House): StaffSessions => staffSessions(door.reader, writer, door.clock);

/** The library; where a session is only looked at, it may not prolong it. */
function libraryOf(house: House, used = true) {
  const sessions = sessionsOf(house);
  const adapter = used ? sessions : { ...sessions, updateSessionExpiration: async () => undefined };
  return new Lucia<SessionAttributes, UserAttributes>(adapter, {
    sessionExpiresIn: new TimeSpan(sessionLimits.idleMs, "ms"),
    getSessionAttributes: ({ auth }) => ({ auth }),
    getUserAttributes: ({ member }) => ({ member }),
  });
}

/** The key makes it one entry, whichever request or sweep notices first. */
async function endOld(house: House, stored: StoredSession, now: Instant): Promise<void> {
  const why = now >= stored.createdAt + sessionLimits.absoluteMs ? "ended" : "idle";
  const actor: Actor = { id: "system", role: "system", auth: "none", session: sessionName(stored.id) };
  const key = { key: `session-over.${stored.id}`, digest: stored.id };
  await house.door.ledger.enact({
    stream: "staff",
    id: stored.staff,
    actor,
    request: `session.${sessionName(stored.id)}`,
    key,
    decide: signOut(why),
  });
  await endSession(house, stored.id);
}
