import type { ActionFunctionArgs } from "@remix-run/node";
import { takePurchase } from "~/desk/purchase.server";
import { acting, keyed, refused, seeOther } from "~/reply.server";
import { fileOf } from "~/upload.server";
import { whoOf } from "~/visitor.server";
import { answerOn, refOf } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ref = await refOf(context, params.number);
  return answerOn(context, params.number, async () => {
    const upload = await fileOf(request, "purchase");
    const sent = { ticket: ref.ticket, purchase: upload.digest };
    const who = whoOf(context, keyed(context.door, context.visitor, upload.key, sent));
    return acting("purchases", async () => {
      const taken = await takePurchase(context.door, who, ref, upload.bytes);
      return taken.refused
        ? refused("purchases", taken.refused, { field: "purchase" })
        : seeOther(`/tickets/${params.number}?done=purchases`);
    });
  });
}
