import type { ActionFunctionArgs } from "@remix-run/node";
import { reportDelivery } from "~/desk/report-delivery.server";

/** A gateway or relay reports what became of a message: 204 whatever it says, and 400 unless it signed that. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const posted = {
    handle: params.message ?? "",
    fields: [...new URLSearchParams(await request.text())],
    signature: request.headers.get("x-countersign-signature"),
  };
  const isSigned = await reportDelivery(context.house, context.visitor.request, posted);
  return new Response(null, { status: isSigned ? 204 : 400 });
}
