import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewReplay } from "~/desk/view-replay.server";
import { readDraft, replayCsv } from "~/read-policies.server";
import { turnAway } from "~/reply.server";
import { staffOf, whoOf } from "~/visitor.server";

/** The tickets that would have gone differently under the draft, as a CSV file; that it was taken is an entry. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { draft } = await readDraft(context.door, staffOf(context));
  if (!draft) return turnAway(404);
  const seen = { policy: draft.policy.digest, as: "file" as const };
  if ((await viewReplay(context.door, whoOf(context), seen)).refused) return turnAway(403);
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="replay-${draft.policy.id}-${draft.policy.version}.csv"`,
    "Cache-Control": "no-store",
  };
  return new Response(replayCsv(draft.replay.rows), { headers });
}
