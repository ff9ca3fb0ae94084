import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { passTime } from "~/demo.server";
import { formOf, seeOther } from "~/reply.server";

/** Moves the demo's clock and goes back to the page it was asked from. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { hours: z.coerce.number().int() });
  if (read.ok) passTime(context.door, read.form.hours);
  const from = request.headers.get("Referer");
  const here = from && URL.canParse(from) && new URL(from).origin === context.door.config.ownUrl ? new URL(from) : null;
  return seeOther(here ? `${here.pathname}${here.search}` : "/demo");
}
