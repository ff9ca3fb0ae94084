import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewAccount } from "~/desk/find-for-erasure.server";
import { deskPage, parameter } from "~/page.server";
import { readForErasure } from "~/read-erasures.server";
import { turnAway } from "~/reply.server";
import { staffOf, whoOf } from "~/visitor.server";
import { accountIn } from "./act.server";

/** One account before an admin; that it was looked at is an entry. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const account = await accountIn(context, params.account);
  if (await viewAccount(context.door, whoOf(context), account)) return turnAway(403);
  const view = (await readForErasure(context.door, staffOf(context), account)) ?? turnAway(404);
  return { ...(await deskPage(context)), view, done: parameter(request, "done") };
}
