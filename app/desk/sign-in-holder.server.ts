import { refuse } from "domain/event";
import { holderSignIn, holderSignOut } from "domain/holder";
import { cleanUsername } from "domain/look-up";
import type { Door, Outcome } from "~/door.server";
import { accountByUsername, holderHash } from "~/facts.server";
import { verifyPassword } from "~/passwords.server";
import type { Who } from "./case.server";

export interface HolderSignIn {
  /** Null when signed in; otherwise the reason, which the page tells in one sentence for every wrong pair. */
  refused: string | null;
  account: string | null;
}

/** Signs a holder in with user name and password; unknown names cost the same work and get the same answer. */
export async function signInHolder(
  door: Door,
  who: Who,
  typed: { username: string; password: string },
): Promise<HolderSignIn> {
  const account = await accountByUsername(door, cleanUsername(typed.username));
  const stored = account ? await holderHash(door, account) : null;
  const passwordRight = await verifyPassword(stored, typed.password);
  if (!account) return unknownHolder(door, who);
  const outcome = await door.ledger.enact({
    ...who,
    stream: "case",
    account,
    ticket: null,
    decide: holderSignIn(passwordRight),
  });
  const failed = outcome.events.find((e) => e.type === "holder.sign-in-failed");
  const refused = outcome.refused ?? (failed?.type === "holder.sign-in-failed" ? failed.data.why : null);
  return { refused, account: refused ? null : account };
}

/** Enters that a holder signed out; the session row goes with the cookie. */
export const signOutHolder = (door: Door, who: Who, account: string): Promise<Outcome> =>
  door.ledger.enact({ ...who, stream: "case", account, ticket: null, decide: holderSignOut() });

/** An unknown name costs a commit and leaves an entry too. */
async function unknownHolder(door: Door, who: Who): Promise<HolderSignIn> {
  const decide = () => refuse("holder.sign-in", "wrong-password");
  const { refused } = await door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
  return { refused, account: null };
}
