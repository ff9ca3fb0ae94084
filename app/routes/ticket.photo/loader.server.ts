import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewPhoto } from "~/desk/view-ticket.server";
import { deskPage } from "~/page.server";
import { readTicket } from "~/read.server";
import { turnAway } from "~/reply.server";
import { staffOf, whoOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";

/** One photo's page; that it was looked at is an entry. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const ref = await refOf(context, params.number);
  const ticket = await readTicket(context.door, staffOf(context), Number(params.number));
  const nth = ticket?.photos.findIndex((p) => p.id === params.photo) ?? -1;
  const photo = ticket?.photos[nth];
  if (!ticket || !photo) return turnAway(404);
  const seen = await viewPhoto(context.door, whoOf(context), ref, photo.id);
  return seen.refused ? turnAway(403) : { ...(await deskPage(context)), number: ticket.number, photo, nth: nth + 1 };
}
