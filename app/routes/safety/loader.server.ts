import type { LoaderFunctionArgs } from "@remix-run/node";
import { enterView } from "~/desk/view-list.server";
import { deskPage, parameter } from "~/page.server";
import { readSafety } from "~/read-safety.server";
import { staffOf, whoOf } from "~/visitor.server";

/** Who is being pressed and who is in danger; that a supervisor looked is an entry. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await enterView(context.door, whoOf(context), "safety");
  const after = parameter(request, "after");
  const safety = await readSafety(context.door, staffOf(context), after);
  return { ...(await deskPage(context)), safety, further: after !== null, done: parameter(request, "done") };
}
