import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewDeliveries } from "~/desk/view-deliveries.server";
import { deskPage, parameter } from "~/page.server";
import { readDeliveries } from "~/read-deliveries.server";
import { staffOf, whoOf } from "~/visitor.server";

/** How messages go out, and those that did not; the look is an entry. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const view = parameter(request, "view") === "waiting" ? "waiting" : "failed";
  await viewDeliveries(context.door, whoOf(context), view);
  const cursor = parameter(request, "after");
  const page = await readDeliveries(context.door, staffOf(context), { view, cursor });
  return { ...(await deskPage(context)), page, further: cursor !== null, done: parameter(request, "done") !== null };
}
