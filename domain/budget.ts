import type { Account, AttemptKind } from "./account";
import type { Channel } from "./event";
import { days, hours, type Instant, type Millis } from "./time";

export interface Budget {
  kinds: readonly AttemptKind[];
  channel: Channel | null;
  inMs: Millis;
  most: number;
}
/** Kinds whose failed tries count as failed factors, and that nothing but budgets of their own locks. */
const lockedApart: readonly AttemptKind[] = ["photo", "saved-code"];
const failedFactors: readonly AttemptKind[] = ["serial", "answers", "purchase", ...lockedApart];

/** product.md, "Attempts": each row is a budget of failed tries on the account within a length of time. */
export const budgets: readonly Budget[] = [
  { kinds: ["answers"], channel: null, inMs: hours(24), most: 2 },
  { kinds: ["answers"], channel: null, inMs: days(30), most: 4 },
  { kinds: ["serial"], channel: null, inMs: hours(24), most: 4 },
  { kinds: ["serial"], channel: null, inMs: days(30), most: 8 },
  { kinds: failedFactors, channel: null, inMs: hours(24), most: 6 },
  { kinds: failedFactors, channel: null, inMs: days(30), most: 12 },
  { kinds: failedFactors, channel: "portal", inMs: hours(24), most: 2 },
  { kinds: failedFactors, channel: "portal", inMs: days(30), most: 4 },
  { kinds: ["photo"], channel: null, inMs: hours(24), most: 5 },
  { kinds: ["photo"], channel: null, inMs: days(30), most: 10 },
  { kinds: ["photo"], channel: "portal", inMs: hours(24), most: 2 },
  { kinds: ["photo"], channel: "portal", inMs: days(30), most: 4 },
  { kinds: ["purchase"], channel: null, inMs: hours(24), most: 5 },
  { kinds: ["purchase"], channel: null, inMs: days(30), most: 10 },
  { kinds: ["purchase"], channel: "portal", inMs: hours(24), most: 2 },
  { kinds: ["purchase"], channel: "portal", inMs: days(30), most: 4 },
  { kinds: ["saved-code"], channel: null, inMs: hours(24), most: 5 },
  { kinds: ["saved-code"], channel: null, inMs: days(30), most: 10 },
  { kinds: ["saved-code"], channel: "portal", inMs: hours(24), most: 2 },
  { kinds: ["saved-code"], channel: "portal", inMs: days(30), most: 4 },
];

/** Whether a used-up budget locks this kind: photos and saved codes count as failed factors, but only budgets of their own lock them. */
export const locks = (b: Budget, kind: AttemptKind): boolean =>
  lockedApart.includes(kind) ? b.kinds.every((k) => k === kind) : b.kinds.includes(kind);

/** How many more tries of this kind, by this channel, the account allows now; 0 is a lock. */
export function triesLeft(account: Account | null, kind: AttemptKind, channel: Channel, now: Instant): number {
  const applying = budgets.filter((b) => locks(b, kind) && (b.channel === null || b.channel === channel));
  return Math.max(0, Math.min(...applying.map((b) => b.most - used(account, b, now))));
}

function used(account: Account | null, b: Budget, now: Instant): number {
  const counted = (account?.attempts ?? []).filter(
    (t) =>
      t.result !== "passed" &&
      b.kinds.includes(t.kind) &&
      (b.channel === null || t.channel === b.channel) &&
      now - t.at < b.inMs,
  );
  return counted.length;
}
