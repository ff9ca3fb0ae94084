import type { LoaderFunctionArgs } from "@remix-run/node";
import { parameter, portalPage } from "~/page.server";
import { readRequest } from "~/read.server";
import { turnAway } from "~/reply.server";
import { requesterIn } from "~/visitor.server";

/** The status page of the requester's own request. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const status = await readRequest(context.door, requesterIn(context).ticket);
  return status ? { ...(await portalPage(context)), status, done: parameter(request, "done") } : turnAway(404);
}
