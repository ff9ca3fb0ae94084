import { readCookie, setCookie } from "./cookies.server";
import type { Context } from "./visitor.server";

/** More than a holder has at a time: the oldest are asked about again. */
const most = 10;

/** The requests that somebody said in this browser were their own. It is kept here and not on the account: a thief who says so must hush nothing elsewhere. */
export const ownRequests = ({ door }: Context, request: Request): string[] =>
  (readCookie(door.config, request.headers.get("Cookie"), "cs-mine") ?? "")
    .split(".")
    .filter((ticket) => /^[A-Za-z0-9-]{1,64}$/.test(ticket))
    .slice(0, most);

/** The Set-Cookie header that keeps one more. */
export function rememberOwn(context: Context, request: Request, ticket: string): string {
  const others = ownRequests(context, request).filter((one) => one !== ticket);
  return setCookie(context.door.config, "cs-mine", [ticket, ...others].slice(0, most).join("."));
}
