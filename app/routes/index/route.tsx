import type { LoaderFunctionArgs } from "@remix-run/node";
import { homeOf } from "~/entrance.server";
import { seeOther } from "~/reply.server";

/** The start: where one's role works, or where one signs in; on a portal by itself, what it can help with. */
export function loader({ context }: LoaderFunctionArgs): Response {
  if (context.portal) return seeOther("/help");
  const { member } = context.visitor;
  if (member) return seeOther(homeOf(member.role));
  return seeOther(context.door.config.mode === "demo" ? "/demo" : "/sign-in");
}
