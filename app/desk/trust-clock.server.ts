import { type Millis, minutes, seconds } from "domain/time";
import { type House, lastTrusted, noteTrusted } from "~/door.server";
import { isClockJumped, ledgerNow } from "~/facts.server";
import { enterJump, machineTicks, type Ticks, toleranceMs, watchClock } from "./watch-clock.server";

const recentMs: Millis = minutes(10);
const settlingMs: Millis = minutes(5);
const noteEveryMs: Millis = seconds(30);

/** The clock of one worker. */
export interface TrustedClock {
  /** Looks at the clock; true where time-outs may be carried out by it. Rejects when a jump could not be entered. */
  check(): Promise<boolean>;
}

/**
 * Begins to watch the clock. One that stands behind the newest entry is a jump at once. One that no worker trusted within
 * the last ten minutes may have come up wrong, as nothing on the machine can tell how long it was off: for five minutes it
 * is only watched, and a correction in that time is a jump. A clock that is moved by a file is trusted as it is.
 */
export async function trustClock(house: House, ticks: Ticks = machineTicks): Promise<TrustedClock> {
  const { door, writer } = house;
  const watch = watchClock(door, ticks);
  const begun = ticks.steady();
  const behindMs = (await ledgerNow(door)) - door.clock.now();
  if (behindMs > toleranceMs && !(await isClockJumped(door))) await enterJump(door, -behindMs);
  let isSettled = door.config.clockFile !== null || (await wasTrusted(house));
  let notedAt = Number.NEGATIVE_INFINITY;
  const check = async () => {
    await watch();
    isSettled ||= ticks.steady() - begun >= settlingMs;
    if (isSettled && ticks.steady() - notedAt >= noteEveryMs) {
      await noteTrusted(writer, door.clock.now());
      notedAt = ticks.steady();
    }
    return isSettled;
  };
  return { check };
}

async function wasTrusted({ door }: House): Promise<boolean> {
  const before = await lastTrusted(door.reader);
  const agoMs = door.clock.now() - (before ?? 0);
  return before !== null && agoMs >= -toleranceMs && agoMs <= recentMs;
}
