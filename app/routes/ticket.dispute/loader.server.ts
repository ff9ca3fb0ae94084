import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewTicket } from "~/desk/view-ticket.server";
import { deskPage } from "~/page.server";
import { readDispute } from "~/read-disputes.server";
import { turnAway } from "~/reply.server";
import { staffOf, whoOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";

/** A dispute before a supervisor; the look is an entry. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const ref = await refOf(context, params.number);
  const dispute = await readDispute(context.door, staffOf(context), Number(params.number));
  if (!dispute) return turnAway(404);
  const seen = await viewTicket(context.door, whoOf(context), ref, dispute);
  return seen.refused ? turnAway(403) : { ...(await deskPage(context)), dispute };
}
