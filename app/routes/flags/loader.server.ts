import type { LoaderFunctionArgs } from "@remix-run/node";
import { enterView } from "~/desk/view-list.server";
import { deskPage, parameter } from "~/page.server";
import { readFlags } from "~/read-flags.server";
import { staffOf, whoOf } from "~/visitor.server";

/** What looked wrong, account by account; the look is an entry. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await enterView(context.door, whoOf(context), "flags");
  const cursor = parameter(request, "after");
  const page = await readFlags(context.door, staffOf(context), cursor);
  return { ...(await deskPage(context)), ...page, further: cursor !== null, done: parameter(request, "done") };
}
