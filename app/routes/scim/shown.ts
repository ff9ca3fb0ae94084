import type { StandingUser } from "~/read-provided.server";
import { docOf } from "./resource";
import { isObject, userSchema } from "./wire";

/** A user as clients are shown them, without what they leave out (RFC 7644, 3.4.2.5). */
export function resourceOf(user: StandingUser, base: string, asked?: URLSearchParams): Record<string, unknown> {
  const { emails, phoneNumbers, name, userName, externalId, displayName, active } = docOf(user);
  const whole = {
    schemas: [userSchema],
    id: user.id,
    externalId,
    userName,
    displayName,
    name: withoutNulls({ ...name }),
    active,
    emails: emails.map((k) => withoutNulls({ ...k })),
    phoneNumbers: phoneNumbers.map((k) => withoutNulls({ ...k })),
    meta: { resourceType: "User", created: user.createdAt, location: locationOf(user, base), version: etagOf(user) },
  };
  return shownOf(withoutNulls(whole), asked);
}

export const locationOf = ({ id }: StandingUser, base: string): string => `${base}/Users/${id}`;
export const etagOf = ({ tag }: StandingUser): string => `W/"${tag}"`;

/** Nothing, an empty list and an empty object are the same as what is not said (RFC 7643, 2.5). */
function withoutNulls(from: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => !isNothing(value)));
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

const always = ["schemas", "id"];

function shownOf(whole: Record<string, unknown>, asked?: URLSearchParams): Record<string, unknown> {
  const only = namesIn(asked?.get("attributes"));
  const not = namesIn(asked?.get("excludedAttributes"));
  if (!only && !not) return whole;
  const isShown = (name: string) => (only ? only.has(name.toLowerCase()) : !not?.has(name.toLowerCase()));
  return Object.fromEntries(Object.entries(whole).filter(([name]) => always.includes(name) || isShown(name)));
}

/** The attributes that are named, with whatever stands behind a dot left off. */
function namesIn(list: string | null | undefined): Set<string> | null {
  if (!list) return null;
  const names = list.split(",").map((one) => one.trim().toLowerCase().replace(`${userSchema.toLowerCase()}:`, ""));
  return new Set(names.map((one) => one.split(".")[0] ?? one));
}
