import type { ActionFunctionArgs } from "@remix-run/node";
import { findForErasure } from "~/desk/find-for-erasure.server";
import { acting, formOf, keyedByContent, refused, seeOther, text, unread } from "~/reply.server";
import { whoOf } from "~/visitor.server";

export { loader } from "../erasures/loader.server";
export { default } from "../erasures/route";

/** Finds an account and goes to its page, whose address holds nothing but its internal id. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { q: text(320) });
  if (!read.ok) return unread("find", read);
  const who = whoOf(context, keyedByContent(context.door, context.visitor, read.key, read.form));
  return acting("find", async () => {
    const found = await findForErasure(context.door, who, read.form.q);
    return found.refused === null
      ? seeOther(`/erasures/${found.account}`)
      : refused("find", found.refused, { typed: read.typed, field: "q" });
  });
}
