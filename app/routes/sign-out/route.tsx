import type { ActionFunctionArgs } from "@remix-run/node";
import { clearCookie } from "~/cookies.server";
import { leaveSession } from "~/entrance.server";
import { formOf, seeOther } from "~/reply.server";

/** Ends the session at once, here and in the database. */
export async function action({ request, context }: ActionFunctionArgs) {
  await formOf(request, {});
  await leaveSession(context);
  return seeOther("/sign-in", [clearCookie(context.door.config, "cs")]);
}
