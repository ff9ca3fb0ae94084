import type { Config } from "./config.server";
import { clearCookie, readCookie, setCookie } from "./cookies.server";
import { type Left, lefts } from "./ui/words/left";
import type { Context } from "./visitor.server";

/** The Set-Cookie headers of a browser that is sent to sign in: the page it wanted, and that a session it had is over. */
export function beforeSignIn(config: Config, cookies: string | null | undefined, page: string): string[] {
  const wanted = setCookie(config, "cs-back", encodeURIComponent(page));
  return readCookie(config, cookies, "cs-holder") === null
    ? [wanted]
    : [wanted, sayingLeft(config, "ended"), clearCookie(config, "cs-holder")];
}

/** The Set-Cookie header by which the sign-in says why one stands before it. */
export const sayingLeft = (config: Config, why: Left): string => setCookie(config, "cs-left", why);

/** Why somebody stands before the sign-in who was signed in until now, or null. */
export function leftOf({ door }: Context, request: Request): Left | null {
  const said = readCookie(door.config, request.headers.get("Cookie"), "cs-left");
  return lefts.find((why) => why === said) ?? null;
}

/** Where a holder goes on who just signed in, the page that they wanted or their account, with the headers that forget both. */
export function afterSignIn(context: Context, request: Request): { to: string; forget: string[] } {
  const { config } = context.door;
  const cookies = request.headers.get("Cookie");
  const page = context.pageOf(decoded(readCookie(config, cookies, "cs-back")));
  const isOwn = page.startsWith("/account/") && !page.startsWith("/account/sign-in");
  const known = (["cs-back", "cs-left"] as const).filter((name) => readCookie(config, cookies, name) !== null);
  return { to: isOwn ? page : "/account", forget: known.map((name) => clearCookie(config, name)) };
}

function decoded(cookie: string | null): string {
  try {
    return decodeURIComponent(cookie ?? "");
  } catch {
    return "";
  }
}
