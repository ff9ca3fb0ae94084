import type { Account } from "./account";
import type { Recorded } from "./event";
import type { Instant } from "./time";

/** What an identity provider did to an account; absent until it did something. */
export interface Provided {
  /** When it made the account; absent where it did not. */
  bornAt?: Instant;
  /** How many changes of its were entered. */
  version: number;
  /** Contacts that it put on, and those of them or of an import that it took off. */
  added: string[];
  dropped: string[];
  /** Since when it has the account switched off. */
  offAt: Instant | null;
  /** It does not know the account any more. */
  gone: boolean;
}

export const nothingProvided: Provided = { version: 0, added: [], dropped: [], offAt: null, gone: false };

/** Since when an account is switched off by the identity provider, or null. */
export const offSince = (account: Pick<Account, "provided"> | null): Instant | null => account?.provided?.offAt ?? null;

/** Folds what an identity provider did to an account. */
export function foldProvided(a: Account, e: Recorded): Account {
  const provided = { ...nothingProvided, ...a.provided };
  const changed = (change: Partial<Provided> = {}): Account => ({
    ...a,
    provided: { ...provided, ...change, version: provided.version + 1 },
  });
  switch (e.type) {
    case "account.provisioned":
      return changed({ bornAt: e.data.createdAt });
    case "account.described":
      return changed();
    case "provided-contact.added": {
      const { contact: id, kind, since } = e.data;
      const added = [...a.added, { id, kind, at: since ?? e.at }];
      return { ...changed({ added: [...provided.added, id] }), added };
    }
    case "provided-contact.removed": {
      const { contact: id } = e.data;
      // One that a recovery took off before ended then.
      const removed = { ...a.removed, [id]: a.removed[id] ?? e.at };
      return { ...changed({ dropped: [...provided.dropped, id] }), removed };
    }
    case "account.deactivated":
      return { ...changed({ offAt: provided.offAt ?? e.at, gone: e.data.gone }), sessionsEndedAt: e.at };
    case "account.reactivated":
      return changed({ offAt: null, gone: false });
    default:
      return a;
  }
}
