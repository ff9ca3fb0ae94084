import { type ActionFunctionArgs, json } from "@remix-run/node";
import { findForErasure } from "~/desk/find-for-erasure.server";
import { acting, formOf, keyedByContent, refused, seeOther, text, unread } from "~/reply.server";
import { whoOf } from "~/visitor.server";

export { loader } from "../erasures/loader.server";
export { default, meta } from "../erasures/route";

/**
 * Finds accounts and shows them beside what was typed, which stands in no address; an internal id leads to its page at once.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { q: text(320) });
  if (!read.ok) return unread("find", read);
  const who = whoOf(context, keyedByContent(context.door, context.visitor, read.key, read.form));
  return acting("find", async () => {
    const { q } = read.form;
    const found = await findForErasure(context.door, who, q);
    if (found.refused !== null) return refused("find", found.refused, { typed: read.typed, field: "q" });
    if (found.accounts[0] === q.trim()) return seeOther(`/erasures/${q.trim()}`);
    return json({ problem: null, find: { q, hits: found.hits } });
  });
}
