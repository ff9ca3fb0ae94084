import type { Account } from "./account";
import type { Recorded } from "./event";
import { hours, type Instant, lifetime } from "./time";

/** That one account's holder may vouch for another's, or was asked to; both accounts have it, under the same id. */
export interface Link {
  id: string;
  /** The other account; null where no account has the address that was invited. */
  other: string | null;
  /** `owner` invited, and is who will be vouched for; `voucher` was invited. */
  side: "owner" | "voucher";
  /** The owner says that this is who set their devices up. */
  installer: boolean;
  invitedAt: Instant;
  acceptedAt: Instant | null;
}

/** Folds an entry into an account's links; one that was declined or ended is gone. */
export function foldLinks(a: Account, e: Recorded): Account {
  switch (e.type) {
    case "link.invited": {
      const { link: id, other, installer } = e.data;
      const begun = withLink(a, { id, other, side: "owner", installer, invitedAt: e.at, acceptedAt: null });
      return { ...begun, invitations: [...invitedToday(a, e.at), e.at] };
    }
    case "link.received": {
      const { link: id, other } = e.data;
      return withLink(a, { id, other, side: "voucher", installer: false, invitedAt: e.at, acceptedAt: null });
    }
    case "link.accepted":
      return changed(a, (link) => (link.id === e.data.link ? { ...link, acceptedAt: e.at } : link));
    case "link.declined":
    case "link.ended":
      return a.links ? { ...a, links: a.links.filter((link) => link.id !== e.data.link) } : a;
    default:
      return a;
  }
}

const withLink = (a: Account, link: Link): Account => ({ ...a, links: [...(a.links ?? []), link] });
const changed = (a: Account, change: (link: Link) => Link): Account =>
  a.links ? { ...a, links: a.links.map(change) } : a;

/** Links of an account that stand: accepted ones, and invitations of the last 14 days. */
export const linksOf = (account: Account | null, side: Link["side"], now: Instant): Link[] =>
  (account?.links ?? []).filter(
    (link) => link.side === side && (link.acceptedAt !== null || now - link.invitedAt < lifetime.invitationMs),
  );

/** When the account invited somebody within the last 24 hours. */
export const invitedToday = (account: Account | null, now: Instant): Instant[] =>
  (account?.invitations ?? []).filter((at) => now - at < hours(24));

/** From when on a linked person may vouch; null for one who never may. */
export const mayVouchFrom = (link: Link): Instant | null =>
  link.acceptedAt === null || link.installer ? null : link.acceptedAt + lifetime.linkAgeMs;

/** Whether anybody could vouch for this account now, whoever that is. */
export const hasVoucher = (account: Account | null, now: Instant): boolean =>
  linksOf(account, "owner", now).some((link) => now >= (mayVouchFrom(link) ?? Number.POSITIVE_INFINITY));
