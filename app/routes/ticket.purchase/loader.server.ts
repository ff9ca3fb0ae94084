import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewPurchase } from "~/desk/view-ticket.server";
import { deskPage } from "~/page.server";
import { readPurchase } from "~/read.server";
import { turnAway } from "~/reply.server";
import { staffOf, whoOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";

/** One proof of purchase's page, for who may see it; that it was looked at is an entry. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const ref = await refOf(context, params.number);
  const number = Number(params.number);
  const found = await readPurchase(context.door, staffOf(context), number, params.purchase ?? "");
  if (!found) return turnAway(404);
  const seen = await viewPurchase(context.door, whoOf(context), ref, found.purchase.id);
  return seen.refused ? turnAway(403) : { ...(await deskPage(context)), number, ...found };
}
