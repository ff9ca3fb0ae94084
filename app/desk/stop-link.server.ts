import type { NoticeOf } from "domain/stop-account";
import type { Instant } from "domain/time";
import type { Door } from "~/door.server";
import { sameText } from "./secret-compare.server";

/** A notice about an account: whom it went to, and when. */
export interface StopLink extends NoticeOf {
  account: string;
}

/** The path of the link in a notice that stops the account: `/not-me/<account>.<contact>.<time, in base 36>.<token>`; nothing of it is stored. */
export function stopPath(door: Door, { account, contact, sentAt }: StopLink): string {
  const id = `${account}.${contact}.${sentAt.toString(36)}`;
  return `/not-me/${id}.${door.secrets.token("not-me", id, 1)}`;
}

/** What such a token is about, or null when none like it was ever made. */
export function readStopLink(door: Door, token: string): StopLink | null {
  const [account = "", contact = "", time = "", mac = "", ...more] = token.split(".");
  const named = /^[0-9a-f]{32}$/.test(account) && /^[0-9a-f]{32}$/.test(contact) && /^[1-9a-z][0-9a-z]{7}$/.test(time);
  if (!named || more.length > 0) return null;
  const right = sameText(door.secrets.token("not-me", `${account}.${contact}.${time}`, 1), mac);
  return right ? { account, contact, sentAt: toInstant(time) } : null;
}

const toInstant = (time: string): Instant => Number.parseInt(time, 36);
