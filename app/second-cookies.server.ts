import { type CookieName, clearCookie, readCookie, setCookie, sign, verify } from "./cookies.server";
import type { PendingFactor } from "./desk/enrol-factor.server";
import type { PendingSignIn } from "./desk/second-step.server";
import type { Context } from "./visitor.server";

/** The Set-Cookie header that remembers a right password, signed, for the ten minutes its second step may take. */
export const rememberPassword = ({ door }: Context, { account, ended, mark }: PendingSignIn): string =>
  setCookie(door.config, "cs-second", sign(door.secrets, "cs-second", { account, ended, mark }, door.clock.now()));

/** The right password this browser gave, or null. */
export function pendingSignIn(context: Context, request: Request): PendingSignIn | null {
  const { account, ended, mark } = payloadOf(context, request, "cs-second");
  return account && ended !== undefined && mark ? { account, ended, mark } : null;
}

/** The same of an authenticator that is being set up. */
export const rememberFactor = ({ door }: Context, { account, factor, replaces }: PendingFactor): string =>
  setCookie(door.config, "cs-factor", sign(door.secrets, "cs-factor", { account, factor, replaces }, door.clock.now()));

/** The authenticator that this browser's holder is setting up or set up a moment ago, or null. */
export function pendingFactor(context: Context, request: Request): PendingFactor | null {
  const { account, factor, replaces } = payloadOf(context, request, "cs-factor");
  const isTheirs = account !== undefined && account === context.visitor.holder?.account;
  return isTheirs && factor && replaces !== undefined ? { account, factor, replaces } : null;
}

/** The Set-Cookie header that has the sign-in page filled with the name of a holder who just came back by a link. */
export const rememberName = ({ door }: Context, username: string): string =>
  setCookie(door.config, "cs-name", sign(door.secrets, "cs-name", { username }, door.clock.now()));

/** The name this browser was told a moment ago, or null. */
export const nameToSignIn = (context: Context, request: Request): string | null =>
  payloadOf(context, request, "cs-name").username ?? null;

/**
 * The Set-Cookie header that remembers that a request was this holder's own. In this browser alone: whoever else is in the account
 * must not be able to hide a request from its owner.
 */
export function rememberMine(context: Context, request: Request, ticket: string): string {
  const tickets = [...requestsOfMine(context, request).filter((one) => one !== ticket), ticket].slice(-mostMine);
  const payload = { account: context.visitor.holder?.account ?? "", tickets: tickets.join(" ") };
  return setCookie(
    context.door.config,
    "cs-mine",
    sign(context.door.secrets, "cs-mine", payload, context.door.clock.now()),
  );
}

/** The requests of which its holder said in this browser that they were their own. */
export function requestsOfMine(context: Context, request: Request): string[] {
  const { account, tickets } = payloadOf(context, request, "cs-mine");
  return account !== undefined && account === context.visitor.holder?.account ? (tickets ?? "").split(" ") : [];
}

/** More than an account can have in the time that a browser remembers. */
const mostMine = 20;

export const forgetPassword = ({ door }: Context): string => clearCookie(door.config, "cs-second");
export const forgetFactor = ({ door }: Context): string => clearCookie(door.config, "cs-factor");

function payloadOf({ door }: Context, request: Request, name: CookieName): Record<string, string | undefined> {
  const cookie = readCookie(door.config, request.headers.get("Cookie"), name);
  return verify(door.secrets, name, cookie, door.clock.now()) ?? {};
}
