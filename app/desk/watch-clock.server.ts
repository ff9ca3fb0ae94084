import { noticeClock } from "domain/desk";
import type { Actor } from "domain/staff";
import { type Instant, type Millis, seconds } from "domain/time";
import type { Door } from "~/door.server";

const system: Actor = { id: "system", role: "system", auth: "none", session: null };
/** How far from where it should be the clock may stand without a word. */
export const toleranceMs = seconds(5);
// A clock that is set right by its rate, as NTP does it, gains or loses at most 500 millionths.
const slewed = 500e-6;

/** The machine's two clocks: the one on the wall, which can be set, and one that only goes on. */
export interface Ticks {
  wall(): Instant;
  steady(): Millis;
}
export const machineTicks: Ticks = { wall: () => Date.now(), steady: () => performance.now() };

/**
 * Watches the wall clock against the steady one; call it often. Steps add up: once they come to more than five seconds,
 * less what slewing explains, that is an entry, and no reset starts until an admin says it is understood. A call that
 * could not enter a jump rejects, and the next one finds it again. A clock that a demo shifts by file is shifted on
 * purpose and does not count: only the machine's own clock is watched.
 */
export function watchClock(door: Door, ticks: Ticks = machineTicks): () => Promise<void> {
  let steady = ticks.steady();
  let aheadMs = ticks.wall() - steady;
  return async () => {
    const now = ticks.steady();
    const isAheadMs = ticks.wall() - now;
    const explained = slewed * (now - steady);
    aheadMs += Math.max(-explained, Math.min(explained, isAheadMs - aheadMs));
    steady = now;
    const byMs = Math.round(isAheadMs - aheadMs);
    if (Math.abs(byMs) <= toleranceMs) return;
    await enterJump(door, byMs);
    aheadMs = isAheadMs;
  };
}

/** Enters that the clock is not where it should be. */
export async function enterJump(door: Door, byMs: Millis): Promise<void> {
  await door.ledger.enact({ stream: "desk", actor: system, request: "clock", decide: noticeClock(byMs) });
}
