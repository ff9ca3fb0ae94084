import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPacket } from "~/desk/review-ticket.server";
import { viewTicket } from "~/desk/view-ticket.server";
import { deskPage } from "~/page.server";
import { readPacket } from "~/read.server";
import { turnAway } from "~/reply.server";
import { staffOf, whoOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";

/** The packet before a supervisor; that it was opened is an entry, and no approval counts without it; outside review the look is one. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const ref = await refOf(context, params.number);
  const first = await readPacket(context.door, staffOf(context), Number(params.number));
  if (!first) return turnAway(404);
  const who = whoOf(context);
  if (first.state !== "in_review") {
    const seen = await viewTicket(context.door, who, ref, first);
    return seen.refused ? turnAway(403) : { ...(await deskPage(context)), packet: first };
  }
  const opened = await openPacket(context.door, who, ref);
  // Gone out of review since it was read, it is shown as it is now.
  if (opened.refused && opened.refused !== "not-in-review") return turnAway(403);
  const packet = (await readPacket(context.door, staffOf(context), Number(params.number))) ?? turnAway(404);
  return { ...(await deskPage(context)), packet };
}
