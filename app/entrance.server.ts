import type { Role } from "domain/staff";
import { clearCookie, readCookie, setCookie, sign, verify } from "./cookies.server";
import type { PendingEnrolment, SignedIn } from "./desk/sign-in.server";
import { signOut } from "./desk/sign-out.server";
import { seeOther } from "./reply.server";
import { pathOf, placesOf } from "./ui/shell/desk";
import { actingAs, type Context } from "./visitor.server";

/** Where a role works. */
export const homeOf = (role: Role): string => pathOf[placesOf[role][0] ?? "queue"];

/** Goes on as one who signed in: to the page that was asked for, if the role may open it, or to where it works. */
export async function goIn(
  context: Context,
  request: Request,
  { token, role }: Extract<SignedIn, { kind: "signed-in" }>,
): Promise<Response> {
  const { config } = context.door;
  await leaveSession(context);
  const to = decoded(readCookie(config, request.headers.get("Cookie"), "cs-to"));
  const path = to && isPathHere(to) && context.mayOpen(to, role) ? to : homeOf(role);
  return seeOther(path, [
    setCookie(config, "cs", token),
    clearCookie(config, "cs-enrol"),
    clearCookie(config, "cs-to"),
  ]);
}

/** Goes on to set up an authenticator; the right password is remembered for ten minutes, signed. */
export function goEnrol({ door }: Context, pending: PendingEnrolment): Response {
  return seeOther("/enrolment", [
    setCookie(door.config, "cs-enrol", sign(door.secrets, "cs-enrol", { ...pending }, door.clock.now())),
  ]);
}

/** The enrolment this browser's right password was for, or null. */
export function pendingIn({ door }: Context, request: Request): PendingEnrolment | null {
  const cookie = readCookie(door.config, request.headers.get("Cookie"), "cs-enrol");
  const payload = verify(door.secrets, "cs-enrol", cookie, door.clock.now());
  return payload?.staff && payload.seed ? { staff: payload.staff, seed: payload.seed } : null;
}

/** The Set-Cookie header that remembers where one wanted to go, or none: it is believed only after signing in. */
export function rememberTo({ door }: Context, request: Request): string | null {
  const to = new URL(request.url).searchParams.get("to");
  return to !== null && isPathHere(to) ? setCookie(door.config, "cs-to", encodeURIComponent(to)) : null;
}

/** Ends the session this browser has, if it has one: signing in and out both leave it. */
export async function leaveSession({ house, visitor }: Context): Promise<void> {
  const { actor, request } = actingAs(visitor, "staff");
  if (visitor.session) await signOut(house, { actor, request }, visitor.session.id);
}

const mostPath = 1000;

/** Visible ASCII from one slash on: what a Location header takes as it is, and no other host. */
const isPathHere = (path: string): boolean => /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && path.length <= mostPath;

function decoded(cookie: string | null): string | null {
  try {
    return cookie === null ? null : decodeURIComponent(cookie);
  } catch {
    return null;
  }
}
