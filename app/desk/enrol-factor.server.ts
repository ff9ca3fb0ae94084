import { randomBytes } from "node:crypto";
import { enrolFactor, nameOf, offerFactor } from "domain/change-factor";
import { refuse } from "domain/event";
import { renderSVG } from "uqr";
import { uuidv7 } from "uuidv7";
import type { Door } from "~/door.server";
import { recordOf } from "~/facts.server";
import { offeredSeed, sealFactor } from "~/holder-factor.server";
import { authenticator, stepOf } from "~/staff-secrets.server";
import { caseNow, found, type Who } from "./case.server";
import { isOwnPassword, type OwnPassword } from "./own-password.server";
import { giveFactor } from "./use-factor.server";

/** An authenticator that is being set up in one browser; `replaces` names what was on by then, or is empty. */
export interface PendingFactor {
  account: string;
  factor: string;
  replaces: string;
}
/** What an authenticator is set up from. */
export interface FactorSecret {
  /** An SVG document of the address. */
  qrSvg: string;
  /** The seed in base32. */
  typedKey: string;
  /** The otpauth address, which an app on the same phone opens. */
  address: string;
}

/** Makes a seed for a holder's authenticator: with the password, and the second factor that is on. */
export async function offerAuthenticator(
  door: Door,
  who: Who,
  account: string,
  typed: OwnPassword & { code: string },
): Promise<{ refused: string | null; pending: PendingFactor | null }> {
  const own = { ...who, stream: "case", account, ticket: null } as const;
  const passwordRight = await isOwnPassword(door, account, typed);
  if (passwordRight === null) {
    const decide = () => refuse("factor.offer", "too-many-passwords");
    return { refused: (await door.ledger.enact({ ...own, decide })).refused, pending: null };
  }
  const given = passwordRight ? await giveFactor(door, who, account, { act: "factor", code: typed.code }) : noUse;
  if (given.refused !== null) return { refused: given.refused, pending: null };
  const replaces = await onNow(door, account);
  const factor = uuidv7().replaceAll("-", "");
  const outcome = await door.ledger.enact({
    ...own,
    decide: offerFactor({ factor, passwordRight, use: given.use }),
    keep: [await sealFactor(door, account, factor, randomBytes(20))],
  });
  const offered = found(outcome, "factor.offered");
  return { refused: outcome.refused, pending: offered && { account, factor: offered.data.factor, replaces } };
}

const noUse = { refused: null, use: null } as const;

async function onNow(door: Door, account: string): Promise<string> {
  const record = await recordOf(door, account);
  return nameOf(await caseNow(door, { account, ticket: null }), { record }) ?? "";
}

/** The secret of an authenticator that waits for its first code, or null when it was replaced or is on already. */
export async function factorSecret(door: Door, { account, factor }: PendingFactor): Promise<FactorSecret | null> {
  const seed = await offeredSeed(door, account, factor);
  if (!seed) return null;
  const name = (await door.vault.open(account, "username"))?.toString("utf8") ?? "";
  const totp = authenticator(seed, name, "Account help");
  const address = totp.toString();
  return { qrSvg: renderSVG(address, { border: 4 }), typedKey: totp.secret.base32, address };
}

/** Turns it on with its first code; the holder's other sessions end. */
export async function confirmAuthenticator(
  door: Door,
  who: Who,
  pending: PendingFactor,
  typed: { code: string; session: string },
): Promise<{ refused: string | null }> {
  const { account, factor } = pending;
  const seed = await offeredSeed(door, account, factor);
  const step = seed && stepOf(seed, typed.code, door.clock.now());
  const { refused } = await door.ledger.enact({
    ...who,
    stream: "case",
    account,
    ticket: null,
    decide: enrolFactor({ factor, step, replaces: pending.replaces || null }),
    keep: [{ keep: "factor-confirmed", account, factor, at: door.clock.now(), session: typed.session }],
  });
  return { refused };
}
