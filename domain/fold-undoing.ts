import type { Account } from "./account";
import type { EventData, Recorded } from "./event";
import { withFactorBefore } from "./fold-factor";
import type { Instant } from "./time";

/** Folds the end of a dispute, the undoing of a recovery and a thaw into the recovery side of an account. */
export function foldUndoing(a: Account, e: Recorded): Account {
  switch (e.type) {
    case "ticket.resumed":
      return { ...a, disputed: a.disputed.filter((id) => id !== e.object) };
    case "account.reversed":
      return reversed(a, e.data, { ticket: e.object ?? "", at: e.at });
    case "account.thawed":
      return { ...a, frozenAt: null, thawedAt: e.at };
    case "requester.knocked-out":
      return { ...a, knockedOut: [...(a.knockedOut ?? []), e.data] };
    default:
      return a;
  }
}

interface Undone {
  from: Instant;
  /** How many recoveries are undone, this one and the later ones. */
  recoveries: number;
  restored: string[];
  ended: string[];
}

/**
 * What a recovery and the later ones did to the contacts of an account: which it took off, and which it put on and left there;
 * null where an earlier one was reversed, and this one with it: what it took off may have been put on by that one.
 */
export function undoneBy(a: Account, ticket: string): Undone | null {
  const recovery = a.recoveries.find((r) => r.ticket === ticket);
  if (!recovery || recovery.undone) return null;
  const from = recovery.at;
  const later = a.added.filter((c) => c.at >= from).map((c) => c.id);
  const restored = Object.keys(a.removed).filter((id) => (a.removed[id] ?? 0) >= from && !later.includes(id));
  const recoveries = a.recoveries.filter((r) => r.at >= from).length;
  return { from, recoveries, restored, ended: later.filter((id) => a.removed[id] === undefined) };
}

function reversed(a: Account, d: EventData["account.reversed"], e: { ticket: string; at: Instant }): Account {
  const undone = undoneBy(a, e.ticket);
  if (!undone) return a;
  const kept = Object.entries(a.removed).filter(([id]) => !undone.restored.includes(id));
  const ended = undone.ended.map((id) => [id, e.at] as const);
  const back = withFactorBefore(a, undone.from, e.at);
  return {
    ...back,
    removed: Object.fromEntries([...kept, ...ended]),
    // An entry that does not say how many folds as it did before they were marked.
    recoveries: d.recoveries === undefined ? a.recoveries : a.recoveries.map((r) => marked(r, undone.from)),
    secondFactorRemovedAt: d.secondFactor && wasImported(a, undone.from) ? null : a.secondFactorRemovedAt,
    sessionsEndedAt: e.at,
  };
}

/** What was imported was the one that went; one of their own is back by itself. */
const wasImported = (a: Account, from: Instant): boolean => (a.secondFactorRemovedAt ?? -1) >= from;

const marked = (r: Account["recoveries"][number], from: Instant): Account["recoveries"][number] =>
  r.at >= from ? { ...r, undone: true } : r;
