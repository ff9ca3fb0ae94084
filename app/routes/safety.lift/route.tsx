import type { ActionFunctionArgs } from "@remix-run/node";
import { liftSafety } from "~/desk/guard-safety.server";
import { isAccount } from "~/read-erasures.server";
import { acting, formOf, keyed, refused, seeOther, text, turnAway, unread } from "~/reply.server";
import { whoOf } from "~/visitor.server";
import { id } from "../ticket/form";

export { loader } from "../safety/loader.server";
export { default, meta } from "../safety/route";

/** Lifts an account's flag with a reason and a fresh code, or says so first. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const account = params.account ?? "";
  if (!id.safeParse(account).success || !(await isAccount(context.door, account))) return turnAway(404);
  const form = `lift.${account}`;
  const read = await formOf(request, { reason: text(500), code: text(20) });
  if (!read.ok) return unread(form, read);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { account, form: read.form }));
  return acting(form, async () => {
    const done = await liftSafety(context.door, who, account, read.form);
    if (done.refused === null) return seeOther(`/safety?done=${done.checked ? "lift-first" : "lift"}`);
    const step = done.checked === "step";
    const field = step ? "code" : done.refused === "reason-missing" ? "reason" : undefined;
    return refused(form, done.refused, { typed: read.typed, field, command: step ? "staff.step-up" : "safety.lift" });
  });
}
