import type { LoaderFunctionArgs } from "@remix-run/node";
import { parameter, portalPage } from "~/page.server";
import { readAccount } from "~/read.server";
import { holderIn } from "~/visitor.server";

/** The signed-in holder's own page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = await readAccount(context.door, holderIn(context).account);
  return { ...(await portalPage(context)), account, done: parameter(request, "done") };
}
