import type { ActionFunctionArgs } from "@remix-run/node";
import { askOnceMore } from "~/desk/ask-again.server";
import { overRefusal } from "~/desk/request-over.server";
import { startRequester } from "~/holder.server";
import { acting, formOf, keyed, portalRefused, seeOther, unread } from "~/reply.server";
import { requesterIn, whoOf } from "~/visitor.server";

export { loader } from "../request.status/loader.server";
export { default, meta } from "../request.status/route";

/** A recovery did not let its requester in: another request follows it, and this browser goes on with that one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { ticket, account, contact } = requesterIn(context);
  const read = await formOf(request, {});
  if (!read.ok) return unread("again", read);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { again: ticket }));
  return acting("again", async () => {
    const over = await overRefusal(context.door, who, { ticket, account });
    if (over) return portalRefused(context, "again", over);
    const asked = await askOnceMore(context.door, who, { ticket, account }, contact);
    if (asked.refused !== null) return portalRefused(context, "again", asked.refused);
    return seeOther("/request/status", [startRequester(context.house, asked.request)]);
  });
}
