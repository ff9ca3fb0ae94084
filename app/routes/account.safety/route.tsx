import type { ActionFunctionArgs } from "@remix-run/node";
import { safetyKinds } from "domain/safety";
import { z } from "zod";
import { flagSafety } from "~/desk/guard-safety.server";
import { actingIn, formOf, keyed, portalRefused, seeOther, unread } from "~/reply.server";
import { holderIn, whoOf } from "~/visitor.server";

export { loader } from "../account/loader.server";
export { default, meta } from "../account/route";

/** "I am not safe", from the holder's own session; said twice it is as good as said once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { kind: z.enum(safetyKinds) });
  if (!read.ok) return unread("safety", read);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { safety: read.form }));
  return actingIn(context, "safety", async () => {
    const where = { account: holderIn(context).account, ticket: null };
    const { refused } = await flagSafety(context.door, who, where, read.form.kind);
    return refused === null || refused === "already-flagged"
      ? seeOther("/account?done=safety")
      : portalRefused(context, "safety", refused);
  });
}
