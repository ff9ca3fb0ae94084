import type { ActionFunctionArgs } from "@remix-run/node";
import { objectInSession } from "~/desk/object-to-ticket.server";
import { refByTicket } from "~/facts.server";
import { actingIn, formOf, keyed, portalRefused, seeOther, turnAway, unread } from "~/reply.server";
import { holderIn, whoOf } from "~/visitor.server";
import { id } from "../ticket/form";

export { loader } from "../account/loader.server";
export { default, meta } from "../account/route";

/** "This was not me", from the holder's own signed-in session. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { ticket: id });
  if (!read.ok) return unread("objection", read);
  const ref = await refByTicket(context.door, read.form.ticket);
  if (!ref || ref.account !== holderIn(context).account) return turnAway(404);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, read.form));
  return actingIn(context, "objection", async () => {
    const outcome = await objectInSession(context.door, who, ref);
    return outcome.refused ? portalRefused(context, "objection", outcome.refused) : seeOther("/account?done=objection");
  });
}
