import type { LoaderFunctionArgs } from "@remix-run/node";
import { caseNow } from "~/desk/case.server";
import { viewPurchase } from "~/desk/view-ticket.server";
import { readPurchase } from "~/read.server";
import { turnAway } from "~/reply.server";
import { inertAnswer } from "~/send-file.server";
import { staffOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";
import { lookOf, whoLooks } from "../ticket/look.server";

const served = {
  picture: { name: "proof-of-purchase.jpg", type: "image/jpeg" },
  document: { name: "proof-of-purchase.pdf", type: "application/pdf" },
} as const;

/** The proof of purchase itself: the JPEG we made of it, or the PDF that was sent, under a name of ours. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ref = await refOf(context, params.number);
  const found = await readPurchase(context.door, staffOf(context), Number(params.number), params.purchase ?? "");
  const { ticket } = await caseNow(context.door, ref);
  const purchase = found && ticket?.purchases?.find((p) => p.id === found.purchase.id);
  const bytes = purchase ? await context.door.vault.open(purchase.upload, "purchase") : null;
  if (!purchase || !bytes) return turnAway(404);
  const look = whoLooks(context, lookOf(context, request), purchase.id);
  const seen = await viewPurchase(context.door, look, ref, purchase.id);
  return seen.refused ? turnAway(403) : inertAnswer(bytes, served[purchase.form]);
}
