import { drawnOneIn, sampleReview } from "domain/second-review";
import { days, hours, type Instant } from "domain/time";
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
/** Pairs are looked at over this long, and at most so often. */
const watched = { overMs: days(90), everyMs: hours(1) };

/**
 * The worker's turn of drawing approvals for a second look, each as it comes: what was drawn before this process began is known
 * from the trail, and what was not drawn since the last that was is looked at once more.
 */
export function samplingReviews(house: House): () => Promise<number> {
  const odd = oddPairs(house);
  let seen: number | null = null;
  return async () => {
    const newest = await newestApproval(house.door);
    seen ??= await lastDrawn(house.door);
    if (newest <= seen) return 0;
    const approvals = await approvalsAfter(house.door, seen, atOnce);
    const drawn = drawnOf(approvals, await odd());
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

function drawnOf(approvals: readonly ApprovalToDraw[], odd: ReadonlySet<string>): Drawn[] {
  const share = (a: ApprovalToDraw) => (odd.has(pairKey(a.agent, a.by)) ? drawnOneIn.standingOut : drawnOneIn.usual);
  return approvals.map((a) => ({ ...a, oneIn: share(a) })).filter((a) => !a.isSampled && isDrawn(a.leaf, a.oneIn));
}

/** The pairs that stand out, as they were within the last hour. */
function oddPairs({ door }: House): () => Promise<ReadonlySet<string>> {
  let known: { at: Instant; pairs: ReadonlySet<string> } | null = null;
  return async () => {
    const now = door.clock.now();
    if (known && Math.abs(now - known.at) < watched.everyMs) return known.pairs;
    const pairs = watchPairs(await approvalsSince(door, now - watched.overMs)).filter((p) => p.standsOut);
    known = { at: now, pairs: new Set(pairs.map((p) => pairKey(p.agent, p.supervisor))) };
    return known.pairs;
  };
}

const pairKey = (agent: string, supervisor: string): string => JSON.stringify([agent, supervisor]);

function putBefore({ door }: House, { account, ticket, approval, by, agent, oneIn }: Drawn) {
  const who = { actor: worker, request: `draw:${approval}` };
  return enactCase(door, who, { account, ticket }, sampleReview({ approval, by, agent, oneIn }));
}
