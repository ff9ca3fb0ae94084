import type { Instant } from "domain/time";
import { readCookie, setCookie, sign, verify } from "~/cookies.server";
import type { Context } from "~/visitor.server";

/** Where this browser asked for a way to a new password, as it was typed, and when it last did; whose it is, nobody looked. */
export interface AskedHere {
  contact: string;
  at: Instant;
}

/** What a Cookie header says of it, or null. */
export function askedHere({ door }: Context, request: Request): AskedHere | null {
  const cookie = readCookie(door.config, request.headers.get("cookie"), "cs-forgot");
  const kept = verify(door.secrets, "cs-forgot", cookie, door.clock.now());
  return kept?.contact ? { contact: kept.contact, at: Number(kept.at) } : null;
}

/** The Set-Cookie header that keeps it: signed, so that no page shows anything it was not told. */
export const keepAsked = ({ door }: Context, contact: string): string =>
  setCookie(door.config, "cs-forgot", sign(door.secrets, "cs-forgot", { contact }, door.clock.now()));
