import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewPhoto } from "~/desk/view-ticket.server";
import { deskPage } from "~/page.server";
import { readPhoto } from "~/read.server";
import { turnAway } from "~/reply.server";
import { staffOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";
import { newLook, whoLooks } from "../ticket/look.server";

/** One photo's page, for who may see it; that it was looked at is an entry, and one with the picture it shows. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const ref = await refOf(context, params.number);
  const number = Number(params.number);
  const found = await readPhoto(context.door, staffOf(context), number, params.photo ?? "");
  if (!found) return turnAway(404);
  const look = newLook(context);
  const seen = await viewPhoto(context.door, whoLooks(context, look, found.photo.id), ref, found.photo.id);
  return seen.refused ? turnAway(403) : { ...(await deskPage(context)), number, look, ...found };
}
