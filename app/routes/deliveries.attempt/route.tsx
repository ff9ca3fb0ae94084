import type { ActionFunctionArgs } from "@remix-run/node";
import { retryDelivery } from "~/desk/retry-message.server";
import { handleOf } from "~/read-deliveries.server";
import { acting, formOf, keyed, replyTo, turnAway, unread } from "~/reply.server";
import { formOfMessage } from "~/ui/deliveries/retry-form";
import { whoOf } from "~/visitor.server";

export { loader } from "../deliveries/loader.server";
export { default, meta } from "../deliveries/route";

/** Has a message that failed for good tried again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const message = params.message ?? "";
  const form = formOfMessage(handleOf(message));
  const read = await formOf(request, {});
  if (!read.ok) return unread(form, read);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { form }));
  return acting(form, async () => {
    const outcome = await retryDelivery(context.door, who, message);
    if (outcome === null) return turnAway(404);
    return replyTo(outcome, { form, to: "/deliveries?done=retry", command: "message.retry" });
  });
}
