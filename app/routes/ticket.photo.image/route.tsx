import type { LoaderFunctionArgs } from "@remix-run/node";
import { caseNow } from "~/desk/case.server";
import { viewPhoto } from "~/desk/view-ticket.server";
import { readPhoto } from "~/read.server";
import { turnAway } from "~/reply.server";
import { inertAnswer } from "~/send-file.server";
import { staffOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";
import { lookOf, whoLooks } from "../ticket/look.server";

/** The photo itself: always the JPEG we made of it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ref = await refOf(context, params.number);
  const found = await readPhoto(context.door, staffOf(context), Number(params.number), params.photo ?? "");
  const photo = found && (await caseNow(context.door, ref)).ticket?.photos.find((p) => p.id === found.photo.id);
  const bytes = photo ? await context.door.vault.open(photo.upload, "photo") : null;
  if (!photo || !bytes) return turnAway(404);
  const look = whoLooks(context, lookOf(context, request), photo.id);
  const seen = await viewPhoto(context.door, look, ref, photo.id);
  if (seen.refused) return turnAway(403);
  return inertAnswer(bytes, { name: "label.jpg", type: "image/jpeg" });
}
