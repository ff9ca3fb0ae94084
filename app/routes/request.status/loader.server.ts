import type { LoaderFunctionArgs } from "@remix-run/node";
import { requesterCall } from "~/desk/caller-number.server";
import { parameter, portalPage } from "~/page.server";
import { readRequest } from "~/read.server";
import { turnAway } from "~/reply.server";
import { callerWordOf } from "~/ui/words/caller-words";
import { requesterIn } from "~/visitor.server";

/** The status page of the requester's own request. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const requester = requesterIn(context);
  const status = await readRequest(context.door, requester.ticket);
  const shown = status && status.steps.length > 0 ? await requesterCall(context.door, requester) : null;
  const call = shown && shown !== "entered-again" ? { ...shown, word: callerWordOf(shown.word) } : shown;
  return status ? { ...(await portalPage(context)), status, call, done: parameter(request, "done") } : turnAway(404);
}
