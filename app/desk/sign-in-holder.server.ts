import { refuse } from "domain/event";
import { type HolderTry, holderSignIn, holderSignOut } from "domain/holder";
import { cleanUsername } from "domain/look-up";
import { isLostByRecovery } from "domain/second-factor";
import type { Instant } from "domain/time";
import { type Door, loadCase, loadCaseFacts, type Outcome } from "~/door.server";
import { accountByUsername, holderHash, ledgerNow } from "~/facts.server";
import { verifyPassword } from "~/passwords.server";
import { accountNow, found, type Who } from "./case.server";
import type { PendingSignIn } from "./second-step.server";

export interface HolderSignIn {
  /** Null when signed in; otherwise the reason, which the page tells in one sentence for every wrong pair. */
  refused: string | null;
  account: string | null;
  /** When this was entered: a session begins at its entry. */
  at: Instant;
  /** How a session is named that begins with it. */
  auth: string;
  /** The password was right, and the second factor is to come. */
  pending: PendingSignIn | null;
}

/** Signs a holder in with user name and password, or asks for the second factor; unknown names cost the same work and get the same answer. */
export async function signInHolder(
  door: Door,
  who: Who,
  typed: { username: string; password: string; source: string },
): Promise<HolderSignIn> {
  const name = `holder ${cleanUsername(typed.username)}`;
  if (!door.guesses.take(name, typed.source, door.clock.now())) return refusedHolder(door, who, "too-many-tries");
  const account = await accountByUsername(door, cleanUsername(typed.username));
  const tried = await tryOf(door, account ?? nobody, typed.password);
  if (!account) {
    await lookAtNobody(door, who);
    return refusedHolder(door, who, "wrong-password");
  }
  const outcome = await door.ledger.enact({
    ...who,
    stream: "case",
    account,
    ticket: null,
    decide: holderSignIn(tried),
  });
  const done = outcomeOf(outcome, account);
  if (!isPasswordRight(done, outcome)) return done;
  door.guesses.forgive(name, typed.source);
  return done.account ? done : { ...done, pending: await pendingOf(door, account, tried) };
}

/** An authenticator whose seed is elsewhere is told on the page of the second step, to whom has the password alone. */
const isPasswordRight = (done: HolderSignIn, outcome: Outcome): boolean =>
  done.account !== null || done.refused === "second-factor-needed" || found(outcome, "factor.asked") !== null;

/** What a sign-in came to, either of its steps. */
export function outcomeOf(outcome: Outcome, account: string): HolderSignIn {
  const signedIn = found(outcome, "holder.signed-in")?.data;
  const refused = outcome.refused ?? found(outcome, "holder.sign-in-failed")?.data.why ?? null;
  const auth = signedIn && signedIn.secondFactor !== "none" ? `password+${signedIn.secondFactor}` : "password";
  return { refused, account: signedIn ? account : null, at: enteredAt(outcome), auth, pending: null };
}

async function pendingOf(door: Door, account: string, { sessionsEndedAt }: HolderTry): Promise<PendingSignIn> {
  return {
    account,
    ended: sessionsEndedAt === null ? "" : String(sessionsEndedAt),
    mark: await passwordMark(door, account),
  };
}

/** Whether a holder who signed in is led to turn their second factor on again. */
export const turnsOnAgain = async (door: Door, account: string): Promise<boolean> =>
  isLostByRecovery(await accountNow(door, account));

/** Names the hash on file of an account's password, without telling it. */
export const passwordMark = async (door: Door, account: string): Promise<string> =>
  door.secrets.lookup("request", `password ${await holderHash(door, account)}`).toString("hex");

/** Enters that a holder signed out; the session row goes with the cookie. */
export const signOutHolder = (door: Door, who: Who, account: string): Promise<Outcome> =>
  door.ledger.enact({ ...who, stream: "case", account, ticket: null, decide: holderSignOut() });

/** No account has this id; it is looked up like any other. */
const nobody = "nobody";

/** Reads of nobody's account what a wrong password has read of somebody's: a name must not be told from another by the time it takes. */
async function lookAtNobody(door: Door, { actor }: Who): Promise<void> {
  const { sql } = door.reader;
  const now = await ledgerNow(door);
  await loadCaseFacts(sql, await loadCase(sql, nobody, null), nobody, actor, now, { standIn: true });
}

/** Reads when sessions ended before the hash: a reset between the two makes the try too early, never too late. */
async function tryOf(door: Door, account: string, password: string): Promise<HolderTry> {
  const before = await loadCase(door.reader.sql, account, null);
  const passwordRight = await verifyPassword(await holderHash(door, account), password, "holder");
  return { passwordRight, sessionsEndedAt: before.account?.sessionsEndedAt ?? null };
}

/** An unknown name costs a commit and leaves an entry too, as does a try too many at any name. */
export async function refusedHolder(door: Door, who: Who, reason: string): Promise<HolderSignIn> {
  const decide = () => refuse("holder.sign-in", reason);
  const outcome = await door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
  return { refused: outcome.refused, account: null, at: enteredAt(outcome), auth: "none", pending: null };
}

const enteredAt = ({ events }: Outcome): Instant => events[0]?.at ?? 0;
