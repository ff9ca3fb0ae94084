import { event, refuse } from "domain/event";
import { cleanUsername } from "domain/look-up";
import { read, searched } from "domain/reading";
import type { Door } from "~/door.server";
import { accountByUsername } from "~/facts.server";
import { isAccount } from "~/read-erasures.server";
import type { Who } from "./case.server";

const admins = ["admin"] as const;

/** Finds an account by its internal id or, exactly, by its user name; the search is an entry, and a miss counts. */
export async function findForErasure(
  door: Door,
  who: Who,
  typed: string,
): Promise<{ refused: string } | { refused: null; account: string }> {
  const text = typed.trim();
  if (text === "") return { refused: await refuseSearch(door, who, "nothing-typed") };
  const byId = isId(text) && (await isAccount(door, text));
  const account = byId ? text : await accountByUsername(door, cleanUsername(text));
  const decide = searched({ kind: byId ? "id" : "username", hits: account ? 1 : 0 }, admins);
  const query = { countMisses: true };
  const outcome = await door.ledger.enact({ ...who, stream: "reads", subject: account, object: null, query, decide });
  if (outcome.refused !== null) return { refused: outcome.refused };
  return account ? { refused: null, account } : { refused: "no-such-account" };
}

/** Enters that an admin looked at an account. */
export async function viewAccount(door: Door, who: Who, account: string): Promise<string | null> {
  const decide = read("account.view", admins, event("account.viewed", { why: "erasure" }));
  const outcome = await door.ledger.enact({ ...who, stream: "reads", subject: account, object: null, decide });
  return outcome.refused;
}

const isId = (text: string): boolean => /^[A-Za-z0-9-]{1,64}$/.test(text);

async function refuseSearch(door: Door, who: Who, reason: string): Promise<string> {
  const decide = () => refuse("account.search", reason);
  await door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
  return reason;
}
