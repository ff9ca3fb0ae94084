import type { ActionFunctionArgs } from "@remix-run/node";
import { takePurchase } from "~/desk/purchase.server";
import { acting, keyed, portalRefused, seeOther } from "~/reply.server";
import { fileOf } from "~/upload.server";
import { requesterIn, whoOf } from "~/visitor.server";

export { loader } from "../request.status/loader.server";
export { default, meta } from "../request.status/route";

export async function action({ request, context }: ActionFunctionArgs) {
  const { ticket, account } = requesterIn(context);
  const upload = await fileOf(request, "purchase");
  const who = whoOf(context, keyed(context.door, context.visitor, upload.key, { ticket, purchase: upload.digest }));
  return acting("purchase", async () => {
    const taken = await takePurchase(context.door, who, { ticket, account }, upload.bytes);
    return taken.refused
      ? portalRefused("purchase", taken.refused, { field: "purchase" })
      : seeOther("/request/status?done=purchase");
  });
}
