import type { Account } from "./account";
import type { Recorded } from "./event";

type Side = Pick<Account, "live" | "claimed" | "disputed" | "inPortal"> | null;

/** Folds what was asked for in the portal into its account, or into what stands in for one. */
export function foldAsked(a: Account, e: Recorded): Account {
  if (e.type !== "ticket.opened" || !e.data.asked || e.object === null) return a;
  const inPortal = [...(a.inPortal ?? []).filter((id) => a.live.includes(id)), e.object];
  return { ...a, inPortal, ...(e.data.standIn ? { standIn: true } : {}) };
}

/** Live tickets of the account that an agent opened and none has claimed: what strangers ask for in the portal is in nobody's way. */
export const waitingAtDesk = (account: Side): string[] => waiting(account).filter((id) => !isAsked(account, id));

/** Live tickets of the account that were asked for in the portal and that no agent has claimed. */
export const waitingInPortal = (account: Side): string[] => waiting(account).filter((id) => isAsked(account, id));

const waiting = (account: Side): string[] =>
  (account?.live ?? []).filter((id) => id !== account?.claimed && !account?.disputed.includes(id));

const isAsked = (account: Side, id: string): boolean => (account?.inPortal ?? []).includes(id);
