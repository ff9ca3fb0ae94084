import type { LoaderFunctionArgs } from "@remix-run/node";
import { readObjectionLink } from "~/desk/object-to-ticket.server";
import { parameter, portalPage } from "~/page.server";
import { turnAway } from "~/reply.server";
import { whoOf } from "~/visitor.server";

/** The page behind a notice's link; reading it changes nothing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const about = await readObjectionLink(context.door, whoOf(context), token);
  if (!about) return turnAway(404);
  return { ...(await portalPage(context)), about, path: `/objection/${token}`, done: parameter(request, "done") };
}
