import type { ActionFunctionArgs } from "@remix-run/node";
import { clearCookie } from "~/cookies.server";
import { objectInSession } from "~/desk/object-to-ticket.server";
import { refByTicket } from "~/facts.server";
import { holderOf } from "~/holder.server";
import { actingIn, formOf, keyed, portalRefused, seeOther, turnAway, unread } from "~/reply.server";
import { holderIn, whoOf } from "~/visitor.server";
import { sayingLeft } from "~/way-back.server";
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
    if (outcome.refused) return portalRefused(context, "objection", outcome.refused);
    // After a recovery that ran the account is locked by it, and this session ended with all others.
    const goesOn = await holderOf(context.house, request.headers.get("Cookie"));
    if (goesOn) return seeOther("/account?done=objection");
    const { config } = context.door;
    return seeOther("/account/sign-in", [clearCookie(config, "cs-holder"), sayingLeft(config, "locked")]);
  });
}
