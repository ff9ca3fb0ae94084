import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewReplay } from "~/desk/view-replay.server";
import { deskPage, parameter } from "~/page.server";
import { readDraft } from "~/read-policies.server";
import { turnAway } from "~/reply.server";
import { staffOf, whoOf } from "~/visitor.server";

/** The draft that waits with what it would have changed, or the document to begin one from; that past tickets were judged again is an entry. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await readDraft(context.door, staffOf(context));
  const seen = page.draft && { policy: page.draft.policy.digest, as: "page" as const };
  if (seen && (await viewReplay(context.door, whoOf(context), seen)).refused) return turnAway(403);
  return { ...(await deskPage(context)), page, done: parameter(request, "done") };
}
