import type { ActionFunctionArgs } from "@remix-run/node";
import { reportPressure } from "~/desk/report-pressure.server";
import { formOf, keyed, turnAway } from "~/reply.server";
import { whoOf } from "~/visitor.server";
import { answerOn, refOf } from "../ticket/act.server";

/**
 * The agent is being pressed: the answer has no content, so that the browser stays on the page it shows, with or without
 * scripts. A refusal looks the same; it stands on the trail.
 */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const ref = await refOf(context, params.number);
  return answerOn(context, params.number, async () => {
    const read = await formOf(request, {});
    if (!read.ok) return turnAway(400);
    const sent = keyed(context.door, context.visitor, read.key, { acknowledgement: ref.ticket });
    const { refused } = await reportPressure(context.door, whoOf(context, sent), ref);
    return refused === "not-your-ticket" ? turnAway(404) : new Response(null, { status: 204 });
  });
}
