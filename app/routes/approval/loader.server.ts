import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPacket } from "~/desk/review-ticket.server";
import { deskPage } from "~/page.server";
import { readPacket } from "~/read.server";
import { turnAway } from "~/reply.server";
import { staffOf, whoOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";

/** The packet before a supervisor; that it was opened is an entry, and no approval counts without it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const ref = await refOf(context, params.number);
  const first = await readPacket(context.door, staffOf(context), Number(params.number));
  if (!first) return turnAway(404);
  if (first.state !== "in_review") return { ...(await deskPage(context)), packet: first };
  await openPacket(context.door, whoOf(context), ref);
  const packet = (await readPacket(context.door, staffOf(context), Number(params.number))) ?? turnAway(404);
  return { ...(await deskPage(context)), packet };
}
