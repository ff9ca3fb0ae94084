import type { LoaderFunctionArgs } from "@remix-run/node";
import { requesterCall } from "~/caller.server";
import { parameter, portalPage } from "~/page.server";
import { readRequest } from "~/read.server";
import { turnAway } from "~/reply.server";
import { requesterIn } from "~/visitor.server";

/** The status page of the requester's own request. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const requester = requesterIn(context);
  const status = await readRequest(context.door, requester.ticket);
  const call = await requesterCall(context.door, requester);
  return status ? { ...(await portalPage(context)), status, call, done: parameter(request, "done") } : turnAway(404);
}
