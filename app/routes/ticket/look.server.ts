import { randomUUID } from "node:crypto";
import { minutes } from "domain/time";
import { parameter } from "~/page.server";
import { keyed } from "~/reply.server";
import { type Context, whoOf } from "~/visitor.server";

/** For how long the picture that a page shows belongs to the look at the page. */
const oneLookMs = minutes(1);

/** Names a page's look, for the page and for the picture in it. */
export const newLook = ({ door }: Context): string => `${door.clock.now()}.${randomUUID()}`;

/** The look a picture is fetched for, while it is fresh; a file that is opened by itself, or later, is a look of its own. */
export function lookOf(context: Context, request: Request): string {
  const look = parameter(request, "look") ?? "";
  const at = Number(/^(\d{1,15})\.[0-9a-f-]{36}$/.exec(look)?.[1]);
  return Math.abs(context.door.clock.now() - at) <= oneLookMs ? look : newLook(context);
}

/** Who looks at something: by the same look at the same thing the ledger enters it once, and a look it does not know it enters. */
export const whoLooks = (context: Context, look: string, at: string): ReturnType<typeof whoOf> =>
  whoOf(context, keyed(context.door, context.visitor, `look.${look}.${at}`, { at }));
