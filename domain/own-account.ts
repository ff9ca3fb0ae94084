import type { Account } from "./account";
import { type Decide, isFrozen } from "./case";
import { event, type Recorded, refuse } from "./event";
import { isHolder } from "./holder-acts";
import { accountNews } from "./notify-account";
import type { Instant } from "./time";

/** Folds what its holder does about an account by themselves, or has stopped. */
export function foldOwnAccount(a: Account, e: Recorded): Account {
  switch (e.type) {
    case "password.changed":
      return { ...withoutWays(a, e), sessionsEndedAt: e.at };
    case "holder.signed-out-everywhere":
      return { ...a, sessionsEndedAt: e.at };
    case "account.stopped":
      return { ...withoutWays(a, e), stoppedAt: e.at };
    default:
      return a;
  }
}

/** A way to a new password that was sent before is dead. */
const withoutWays = (a: Account, e: Recorded): Account =>
  a.forgotten ? { ...a, forgotten: a.forgotten.map((f) => (f.usedAt === null ? { ...f, revokedAt: e.at } : f)) } : a;

/** What the desk found about the typed passwords, before the lock. */
export interface PasswordChange {
  /** Tells this change's notices from another's. */
  change: string;
  passwordRight: boolean;
  /** The new one is the present one. */
  same: boolean;
  /** When the account's sessions had last ended, as it stood before the password on file was read. */
  sessionsEndedAt: Instant | null;
}

/** Changes the password in the holder's own session, with the present one given anew; every session ends, and all contacts are told. */
export function changePassword(typed: PasswordChange): Decide {
  const refused = (reason: string) => refuse("password.change", reason);
  return (c, facts, now) => {
    if (!isHolder(facts)) return refused("not-your-role");
    if (!typed.passwordRight) return refused("wrong-password");
    if (isFrozen(c, facts)) return refused("account-frozen");
    if ((c.account?.sessionsEndedAt ?? null) !== typed.sessionsEndedAt) return refused("session-ended");
    if (typed.same) return refused("same-password");
    return [
      event("password.changed", { change: typed.change }),
      ...accountNews(c, facts, now, "password-changed", `change.${typed.change}`),
    ];
  };
}

/** Ends one of the holder's sessions; null is one that is not there. */
export function endSession(session: string | null): Decide {
  return (_c, facts) => {
    if (!isHolder(facts)) return refuse("session.end", "not-your-role");
    return session === null
      ? refuse("session.end", "no-such-session")
      : [event("holder.session-ended", { ended: session })];
  };
}

/** Ends every session of the holder, this one with them. */
export function signOutEverywhere(): Decide {
  return (_c, facts) =>
    isHolder(facts) ? [event("holder.signed-out-everywhere", {})] : refuse("session.end", "not-your-role");
}
