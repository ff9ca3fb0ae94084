import type { LoaderFunctionArgs } from "@remix-run/node";
import type { CaseRef } from "~/desk/case.server";
import { viewSecondReviews } from "~/desk/view-reports.server";
import { deskPage } from "~/page.server";
import { readSecondLook, refByApproval } from "~/read-second-reviews.server";
import { turnAway } from "~/reply.server";
import { type Context, staffOf, whoOf } from "~/visitor.server";

/** One drawn approval; that somebody looked at it is an entry. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const drawn = await drawnIn(context, params.approval);
  const entered = await viewSecondReviews(context.door, whoOf(context), drawn);
  if (entered.refused) return turnAway(403);
  const view = (await readSecondLook(context.door, staffOf(context), drawn.approval)) ?? turnAway(404);
  return { ...(await deskPage(context)), view };
}

/** The drawn approval that the address names by the seq of its entry; 404 where there is none. */
export async function drawnIn({ door }: Context, named: string | undefined): Promise<CaseRef & { approval: number }> {
  const approval = named !== undefined && /^\d{1,15}$/.test(named) ? Number(named) : turnAway(404);
  const ref = (await refByApproval(door, approval)) ?? turnAway(404);
  return { ...ref, approval };
}
