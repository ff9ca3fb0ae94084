import { drawnOneIn, sampleReview } from "domain/second-review";
import { days } from "domain/time";
import { isDrawn } from "domain/trail/draw";
import { watchPairs } from "domain/watchers";
import type { House } from "~/door.server";
import {
  type ApprovalToDraw,
  approvalsAfter,
  approvalsSince,
  lastDrawn,
  newestApproval,
} from "~/read-second-reviews.server";
import { enactCase } from "./case.server";
import { worker } from "./deliver-messages.server";
import { eachAlone } from "./each-alone.server";

const atOnce = 500;
/** Pairs are looked at over this long. */
const watchedMs = days(90);

/**
 * The worker's turn of drawing approvals for a second look, each as it comes: what was drawn before this process began is known
 * from the trail, and what was not drawn since the last that was is looked at once more.
 */
export function samplingReviews(house: House): () => Promise<number> {
  let seen: number | null = null;
  return async () => {
    const newest = await newestApproval(house.door);
    seen ??= await lastDrawn(house.door);
    if (newest <= seen) return 0;
    const approvals = await approvalsAfter(house.door, seen, atOnce);
    const drawn = await drawnOf(house, approvals);
    const done = await eachAlone(
      "second review",
      drawn,
      (d) => String(d.approval),
      (d) => putBefore(house, d),
    );
    // One that failed is drawn again in the next turn, with those after it.
    if (done === drawn.length) seen = approvals.at(-1)?.approval ?? newest;
    return done;
  };
}

type Drawn = ApprovalToDraw & { oneIn: number };

async function drawnOf({ door }: House, approvals: readonly ApprovalToDraw[]): Promise<Drawn[]> {
  if (approvals.length === 0) return [];
  const pairs = watchPairs(await approvalsSince(door, door.clock.now() - watchedMs));
  const odd = new Set(pairs.filter((p) => p.standsOut).map((p) => pairKey(p.agent, p.supervisor)));
  return approvals
    .map((a) => ({ ...a, oneIn: odd.has(pairKey(a.agent, a.by)) ? drawnOneIn.standingOut : drawnOneIn.usual }))
    .filter((a) => !a.isSampled && isDrawn(a.leaf, a.oneIn));
}

const pairKey = (agent: string, supervisor: string): string => JSON.stringify([agent, supervisor]);

function putBefore({ door }: House, { account, ticket, approval, by, agent, oneIn }: Drawn) {
  const who = { actor: worker, request: `draw:${approval}` };
  return enactCase(door, who, { account, ticket }, sampleReview({ approval, by, agent, oneIn }));
}
