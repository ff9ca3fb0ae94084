import {
  endHolderSession,
  forgetHolderSessions,
  holderNoteMs,
  holderOfSession,
  noteHolderSession,
  type SeenFrom,
  startHolderSession,
} from "db/holder-sessions";
import { destinationOf } from "domain/check-code";
import { authenticatorOf } from "domain/second-factor";
import type { Instant } from "domain/time";
import { clearCookie, readCookie, setCookie, sign, verify } from "./cookies.server";
import { type House, loadCase } from "./door.server";
import { refByTicket } from "./facts.server";
import { idOf, newToken } from "./staff.server";

/** A holder signed in to the portal. */
export interface Holder {
  account: string;
  /** The id the session is stored under. */
  session: string;
  /** How it was signed in: `password`, or `password+` the second factor. */
  auth: string;
  /** When it was signed in. */
  since: Instant;
}
/** A requester who proved reference and code. */
export interface Requester {
  ticket: string;
  account: string;
  /** The contact whose code let them in: good for as long as the link would go there. */
  contact: string;
  /** How often the requester had come in by then; null in a session from before that was counted. */
  turn: number | null;
}

/** Nothing is known of the browser. */
const fromNowhere: SeenFrom = { browser: null, system: null, place: null };

/**
 * Begins a holder's session at the time of its entry, so that whatever ended sessions since then ends it too; gives the Set-Cookie header.
 * A second factor that is turned on leaves the session alive it is turned on in, so one that began in the meantime is looked for here.
 */
export async function startHolder(
  house: House,
  account: string,
  at: Instant,
  auth = "password",
  from = fromNowhere,
): Promise<string> {
  const { token, id } = newToken();
  await startHolderSession(house.writer, id, { account, auth, since: at, from });
  const own = authenticatorOf((await loadCase(house.door.reader.sql, account, null)).account);
  if (own && own.at >= at) await endHolderSession(house.writer, id);
  return setCookie(house.door.config, "cs-holder", token);
}

/** Ends a holder's session; gives the Set-Cookie header. */
export async function endHolder(house: House, holder: Holder): Promise<string> {
  await endHolderSession(house.writer, holder.session);
  return clearCookie(house.door.config, "cs-holder");
}

/** Forgets the sessions of holders that ran out. */
export const endOldHolders = ({ door, writer }: House): Promise<void> => forgetHolderSessions(writer, door.clock.now());

/** The holder a Cookie header belongs to, or null; that they were seen is noted once a minute. */
export async function holderOf(house: House, cookies: string | null): Promise<Holder | null> {
  const token = readCookie(house.door.config, cookies, "cs-holder");
  if (!token) return null;
  const session = idOf(token);
  const now = house.door.clock.now();
  const live = await holderOfSession(house.door.reader, session, now);
  if (!live) return null;
  const { seenAt, ...holder } = live;
  if (now - seenAt >= holderNoteMs) await noteHolderSession(house.writer, session, now);
  return { ...holder, session };
}

/** The Set-Cookie header of a requester let in: good for this ticket, this contact and 24 h. */
export function startRequester({ door }: House, { ticket, contact, turn }: Requester): string {
  // The account is left out: whoever may read this cookie must not learn by it that two names are one account's.
  const payload = { ticket, contact, ...(turn === null ? {} : { turn: String(turn) }) };
  return setCookie(door.config, "cs-request", sign(door.secrets, "cs-request", payload, door.clock.now()));
}

export const endRequester = ({ door }: House): string => clearCookie(door.config, "cs-request");

/** The requester a Cookie header belongs to, or null: also once the ticket's link would go to another contact. */
export async function requesterOf({ door }: House, cookies: string | null): Promise<Requester | null> {
  const cookie = readCookie(door.config, cookies, "cs-request");
  const payload = verify(door.secrets, "cs-request", cookie, door.clock.now());
  if (!payload?.ticket || !payload.contact) return null;
  const { ticket, contact } = payload;
  const account = (await refByTicket(door, ticket))?.account ?? "";
  const now = (await loadCase(door.reader.sql, account, ticket)).ticket;
  const turn = payload.turn === undefined ? null : Number(payload.turn);
  return now && destinationOf(now) === contact ? { ticket, account, contact, turn } : null;
}
