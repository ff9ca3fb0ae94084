import type { ActionFunctionArgs } from "@remix-run/node";
import { proveInSession } from "~/desk/prove-ownership.server";
import { refByTicket } from "~/facts.server";
import { statusOf } from "~/refusal-status";
import { actingIn, formOf, keyed, problem, seeOther, turnAway, unread } from "~/reply.server";
import { factorRefusal } from "~/ui/words/second-factor";
import { holderIn, whoOf } from "~/visitor.server";
import { id } from "../ticket/form";

export { loader } from "../account/loader.server";
export { default, meta } from "../account/route";

/** Shows that the account is the holder's own, by a session that was signed in with its second factor. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { ticket: id });
  if (!read.ok) return unread("objection", read);
  const { account, since } = holderIn(context);
  const ref = await refByTicket(context.door, read.form.ticket);
  if (!ref || ref.account !== account) return turnAway(404);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, read.form));
  return actingIn(context, "objection", async () => {
    const { refused } = await proveInSession(context.door, who, ref, since);
    if (refused === null || refused === "already-proved") return seeOther("/account");
    return problem(statusOf(refused), { form: "objection", sentence: factorRefusal(context.language, refused) });
  });
}
