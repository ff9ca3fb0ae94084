import type { ActionFunctionArgs } from "@remix-run/node";
import { refByTicket } from "~/facts.server";
import { rememberOwn } from "~/own-requests.server";
import { formOf, seeOther, turnAway } from "~/reply.server";
import { holderIn } from "~/visitor.server";
import { id } from "../ticket/form";

/** "It was me": this browser is not asked again about that request. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { ticket: id });
  if (!read.ok) return turnAway(400);
  const ref = await refByTicket(context.door, read.form.ticket);
  if (!ref || ref.account !== holderIn(context).account) return turnAway(404);
  return seeOther("/account", [rememberOwn(context, request, read.form.ticket)]);
}
