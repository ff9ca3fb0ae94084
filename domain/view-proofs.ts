import type { Account } from "./account";
import { linksOf, mayVouchFrom } from "./link";
import { quarantineEnd } from "./quarantine";
import { codesLeft } from "./saved-codes";
import { type Instant, lifetime } from "./time";

/** What a holder sees of the ways to prove that they keep themselves: saved codes, and people linked to the account. */
export interface ProofsView {
  codes: { left: number; of: number; madeAt: Instant } | null;
  /** Making codes takes the second factor, too: one is on. */
  asksFactor: boolean;
  /** The account was recovered lately: nothing new is made until then. */
  quarantinedUntil: Instant | null;
  /** Those who were invited to vouch for this holder; `mayVouchFrom` is null while they did not accept, and for an installer. */
  people: PersonView[];
  /** Those who ask this holder to vouch for them. */
  invitations: { link: string; name: string | null; at: Instant }[];
  /** Those this holder may be asked to vouch for, and from when on. */
  vouchees: { link: string; name: string | null; since: Instant; mayVouchFrom: Instant }[];
  now: Instant;
}
export interface PersonView {
  link: string;
  /** The address that was invited, masked. */
  address: string | null;
  since: Instant;
  linked: boolean;
  installer: boolean;
  mayVouchFrom: Instant | null;
}

/** What the holder's page rests on beside the account. */
export interface ProofsReading {
  account: Account | null;
  asksFactor: boolean;
  /** Masks of the invited addresses and names of those who invited, by link. */
  addresses: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
  /** When this holder vouched last. */
  vouchedAt: Instant | null;
}

/** The holder's saved codes and links, as they stand now. */
export function proofsView(
  { account, asksFactor, addresses, names, vouchedAt }: ProofsReading,
  now: Instant,
): ProofsView {
  const set = account?.savedCodes;
  const asked = linksOf(account, "voucher", now);
  const nameOf = (link: string) => names.get(link) ?? null;
  return {
    codes: set ? { left: codesLeft(account), of: set.count, madeAt: set.madeAt } : null,
    asksFactor,
    quarantinedUntil: quarantineEnd(account, now),
    people: linksOf(account, "owner", now).map((link) => ({
      link: link.id,
      address: addresses.get(link.id) ?? null,
      since: link.acceptedAt ?? link.invitedAt,
      linked: link.acceptedAt !== null,
      installer: link.installer,
      mayVouchFrom: mayVouchFrom(link),
    })),
    invitations: asked
      .filter((link) => link.acceptedAt === null)
      .map((link) => ({ link: link.id, name: nameOf(link.id), at: link.invitedAt })),
    vouchees: asked.flatMap((link) => {
      const from = mayVouchFrom(link);
      if (from === null || link.acceptedAt === null) return [];
      const again = vouchedAt === null ? 0 : vouchedAt + lifetime.vouchAgainMs;
      return [{ link: link.id, name: nameOf(link.id), since: link.acceptedAt, mayVouchFrom: Math.max(from, again) }];
    }),
    now,
  };
}
