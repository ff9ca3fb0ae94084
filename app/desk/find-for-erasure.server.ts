import { event, refuse } from "domain/event";
import { read, searched } from "domain/reading";
import type { Door } from "~/door.server";
import { accountsFitting, type Fitting } from "~/read-erasures.server";
import type { Who } from "./case.server";

const admins = ["admin"] as const;

/** Finds every account that this fits exactly; the search is an entry, and a miss counts. */
export async function findForErasure(
  door: Door,
  who: Who,
  typed: string,
): Promise<{ refused: string } | ({ refused: null } & Fitting)> {
  if (typed.trim() === "") return { refused: await refuseSearch(door, who, "nothing-typed") };
  const fitting = await accountsFitting(door, typed);
  const { kind, accounts } = fitting;
  const subject = accounts.length === 1 ? (accounts[0] ?? null) : null;
  const decide = searched({ kind, hits: accounts.length }, admins);
  const query = { count: "misses" } as const;
  const outcome = await door.ledger.enact({ ...who, stream: "reads", subject, object: null, query, decide });
  if (outcome.refused !== null) return { refused: outcome.refused };
  if (fitting.tooMany) return { refused: "too-many-hits" };
  return accounts.length > 0 ? { refused: null, ...fitting } : { refused: "no-such-account" };
}

/** Enters that an admin looked at an account. */
export async function viewAccount(door: Door, who: Who, account: string): Promise<string | null> {
  const decide = read("account.view", admins, event("account.viewed", { why: "erasure" }));
  const outcome = await door.ledger.enact({ ...who, stream: "reads", subject: account, object: null, decide });
  return outcome.refused;
}

async function refuseSearch(door: Door, who: Who, reason: string): Promise<string> {
  const decide = () => refuse("account.search", reason);
  await door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
  return reason;
}
