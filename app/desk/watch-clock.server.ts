import { noticeClock } from "domain/desk";
import type { Actor } from "domain/staff";
import { seconds } from "domain/time";
import type { Door } from "~/door.server";

const system: Actor = { id: "system", role: "system", auth: "none", session: null };
const toleranceMs = seconds(5);

/**
 * Watches the machine's wall clock against its monotonic one; call it often. A jump of more than five seconds since the
 * last call is an entry, and no reset starts until an admin says it is understood. A clock that a demo shifts by file is
 * shifted on purpose and does not count: only the machine's own clock is watched.
 */
export function watchClock(door: Door): () => Promise<void> {
  let aheadMs = Date.now() - performance.now();
  return async () => {
    const now = Date.now() - performance.now();
    const byMs = Math.round(now - aheadMs);
    aheadMs = now;
    if (Math.abs(byMs) > toleranceMs)
      await door.ledger.enact({ stream: "desk", actor: system, request: "clock", decide: noticeClock(byMs) });
  };
}
