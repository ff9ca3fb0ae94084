import type { ActionFunctionArgs } from "@remix-run/node";
import { withdrawDraft } from "~/desk/draft-policy.server";
import { acting, formOf, keyed, replyTo, unread } from "~/reply.server";
import { whoOf } from "~/visitor.server";
import { id } from "../ticket/form";

export { loader } from "../policies.draft/loader.server";
export { default, meta } from "../policies.draft/route";

const form = "withdrawal";

/** Takes the draft back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { draft: id });
  if (!read.ok) return unread(form, read);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, read.form));
  return acting(form, async () => {
    const done = await withdrawDraft(context.door, who, read.form.draft);
    return replyTo(done, { form, to: "/policies?done=withdrawal", command: "policy.withdraw" });
  });
}
