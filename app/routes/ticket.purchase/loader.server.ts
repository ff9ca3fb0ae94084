import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewPurchase } from "~/desk/view-ticket.server";
import { deskPage } from "~/page.server";
import { readPurchase } from "~/read.server";
import { turnAway } from "~/reply.server";
import { staffOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";
import { newLook, whoLooks } from "../ticket/look.server";

/** One proof of purchase's page, for who may see it; that it was looked at is an entry, and one with the picture it shows. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const ref = await refOf(context, params.number);
  const number = Number(params.number);
  const found = await readPurchase(context.door, staffOf(context), number, params.purchase ?? "");
  if (!found) return turnAway(404);
  const look = newLook(context);
  const seen = await viewPurchase(context.door, whoLooks(context, look, found.purchase.id), ref, found.purchase.id);
  return seen.refused ? turnAway(403) : { ...(await deskPage(context)), number, look, ...found };
}
