import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewGlasses } from "~/desk/break-glass.server";
import { deskPage, parameter } from "~/page.server";
import { readGlasses } from "~/read-glass.server";
import { turnAway } from "~/reply.server";
import { staffOf, whoOf } from "~/visitor.server";
import { numberIn } from "./act.server";

/** What was opened by break-glass, and before supervisors what waits for a second one; that it was looked at is an entry. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const entered = await viewGlasses(context.door, whoOf(context));
  if (entered.refused) return turnAway(403);
  const page = await readGlasses(context.door, staffOf(context));
  const about = numberIn(parameter(request, "ticket") ?? "");
  return { ...(await deskPage(context)), page, done: parameter(request, "done"), about };
}
