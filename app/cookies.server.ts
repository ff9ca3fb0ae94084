import { createHmac, timingSafeEqual } from "node:crypto";
import { days, hours, type Instant, type Millis, minutes } from "domain/time";
import type { Config } from "./config.server";
import type { Secrets } from "./secrets.server";

/** Every cookie there is, with how long the browser keeps it. */
const lifetimes = {
  /** The session of a member of staff: a token. */
  cs: hours(12),
  /** The session of a holder: a token. */
  "cs-holder": hours(12),
  /** What a requester proved with reference and code: signed. */
  "cs-request": hours(24),
  /** What somebody said so far who asks for help: signed. */
  "cs-ask": minutes(30),
  /** Where a way to a new password was asked to, and when: signed. */
  "cs-forgot": minutes(30),
  /** A right password that still lacks its authenticator: signed. */
  "cs-enrol": minutes(10),
  /** A holder's right password that still lacks the second factor: signed. */
  "cs-second": minutes(10),
  /** What a holder signs in as who came back by a link: signed. */
  "cs-name": minutes(10),
  /** The requests of which a holder said in this browser that they were their own: signed. */
  "cs-mine": days(30),
  /** An authenticator that a holder is setting up in this browser: signed. */
  "cs-factor": minutes(10),
  /** Where to go after signing in: a path, believed only when it is known. */
  "cs-to": minutes(10),
  /** Which page of their account a holder wanted when they had to sign in: a path, believed only when it is known. */
  "cs-back": minutes(10),
  /** Why somebody stands before the sign-in of the portal, who was signed in until now. */
  "cs-left": minutes(10),
  /** The language of the public pages. */
  "cs-language": days(365),
} as const;
export type CookieName = keyof typeof lifetimes;

/**
 * Secure and `__Host-`, which ties a cookie to this very host over TLS. A desk over plain HTTP, which only a demo or a
 * test may be, goes without both: not every client takes such cookies there, loopback or not.
 */
export const isPlain = (config: Config): boolean => config.mode !== "production" && config.ownUrl.startsWith("http://");

/** The value of a Set-Cookie header. */
export function setCookie(config: Config, name: CookieName, value: string): string {
  return `${cookieName(config, name)}=${value}; ${attributes(config)}; Max-Age=${Math.floor(lifetimes[name] / 1000)}`;
}

/** The Set-Cookie header that takes a cookie back. */
export const clearCookie = (config: Config, name: CookieName): string =>
  `${cookieName(config, name)}=; ${attributes(config)}; Max-Age=0`;

/** The value of a cookie in a Cookie header, or null. */
export function readCookie(config: Config, header: string | null | undefined, name: CookieName): string | null {
  const start = `${cookieName(config, name)}=`;
  const found = (header ?? "")
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(start));
  return found && found.length > start.length ? found.slice(start.length) : null;
}

type Signed = Record<string, string>;

/** `base64url(JSON).base64url(HMAC-SHA-256)`, the HMAC over the cookie's name and when it was made as well. */
export function sign(secrets: Secrets, name: CookieName, payload: Signed, now: Instant): string {
  const body = Buffer.from(JSON.stringify({ ...payload, at: String(now) }), "utf8").toString("base64url");
  return `${body}.${macOf(secrets, name, body).toString("base64url")}`;
}

/** What was signed under this name within the cookie's lifetime, or null. */
export function verify(secrets: Secrets, name: CookieName, value: string | null, now: Instant): Signed | null {
  const [body, mac] = value?.split(".") ?? [];
  if (!body || !mac) return null;
  const [given, right] = [Buffer.from(mac, "base64url"), macOf(secrets, name, body)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const payload = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Signed;
  return isFresh(Number(payload.at), now, lifetimes[name]) ? payload : null;
}

const isFresh = (at: Instant, now: Instant, lifetimeMs: Millis): boolean => at <= now && now - at < lifetimeMs;
/** A cookie's name as the browser knows it. */
export const cookieName = (config: Config, name: CookieName): string => (isPlain(config) ? name : `__Host-${name}`);
const attributes = (config: Config): string => `Path=/; HttpOnly; SameSite=Lax${isPlain(config) ? "" : "; Secure"}`;
const macOf = (secrets: Secrets, name: CookieName, body: string): Buffer =>
  createHmac("sha256", secrets.cookie).update(`${name}\n${body}`, "utf8").digest();
