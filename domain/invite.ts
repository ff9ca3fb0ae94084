import { type Case, type CaseFacts, contactsNow, type Decide, isFrozen } from "./case";
import { event, refuse } from "./event";
import { isHolder } from "./holder-acts";
import { invitedToday, type Link, linksOf } from "./link";
import { accountNews } from "./notify-account";
import { inQuarantine } from "./quarantine";
import type { Instant } from "./time";

/** People an account may have linked or invited at once, whom it may invite in a day, and invitations that may wait for one. */
const mostLinks = 5;
const mostInvitationsADay = 5;
const mostWaiting = 10;

/**
 * Invites whoever has an address to vouch for this account. Nothing here depends on whether an account has it: `other` is
 * null where none does, and that invitation waits until it lapses.
 */
export function invite(link: { id: string; other: string | null; installer: boolean }): Decide {
  const refused = (reason: string) => refuse("link.invite", reason);
  return (c, facts, now) => {
    const no = ownerRefusal(c, facts, now);
    if (no) return refused(no);
    if (link.other === facts.record.id) return refused("own-address");
    if (linksOf(c.account, "owner", now).length >= mostLinks) return refused("too-many-links");
    if (invitedToday(c.account, now).length >= mostInvitationsADay) return refused("too-many-invitations");
    const { id, other, installer } = link;
    return [event("link.invited", { link: id, other, installer }), ...accountNews(c, facts, now, "link-invited", id)];
  };
}

/**
 * Lays an invitation before the account it is for, as long as the address is one it is reached by (`contacts`: those that
 * have it); what is refused here the one who invites never hears of.
 */
export function receiveInvitation(link: { id: string; from: string; contacts: readonly string[] }): Decide {
  const refused = (reason: string) => refuse("link.receive", reason);
  return (c, facts, now) => {
    if (facts.actor.id !== `holder:${link.from}`) return refused("not-your-role");
    if (isFrozen(c, facts)) return refused("account-frozen");
    const live = contactsNow(c, facts).filter((k) => k.endedAt === null);
    if (!live.some((k) => link.contacts.includes(k.id))) return refused("no-such-contact");
    const links = linksOf(c.account, "voucher", now);
    if (links.some((one) => one.other === link.from)) return refused("already-invited");
    if (links.filter((one) => one.acceptedAt === null).length >= mostWaiting) return refused("too-many-invitations");
    return [
      event("link.received", { link: link.id, other: link.from }),
      ...accountNews(c, facts, now, "link-received", link.id),
    ];
  };
}

/** Who answers an invitation, and on which of the two accounts it is entered. */
export interface Answering {
  link: string;
  /** The account that was invited. */
  voucher: string;
}

/** Accepts an invitation, on the side of the account that invited or on one's own. */
export const acceptInvitation = (x: Answering): Decide => answer("link.accept", "link.accepted", x);
/** Declines one, likewise. */
export const declineInvitation = (x: Answering): Decide => answer("link.decline", "link.declined", x);

function answer(command: string, type: "link.accepted" | "link.declined", x: Answering): Decide {
  const refused = (reason: string) => refuse(command, reason);
  return (c, facts, now) => {
    if (facts.actor.id !== `holder:${x.voucher}`) return refused("not-your-role");
    const link = linkWith(c, facts, x, now);
    if (!link) return refused("no-such-invitation");
    if (link.acceptedAt !== null) return refused("already-linked");
    if (type === "link.accepted" && isFrozen(c, facts)) return refused("account-frozen");
    const about = type === "link.accepted" ? "link-accepted" : "link-declined";
    return [event(type, { link: link.id, other: link.other ?? "" }), ...accountNews(c, facts, now, about, link.id)];
  };
}

/**
 * Ends a link or takes an invitation back, on either side, at the word of either. Within 30 days of a recovery the account
 * that invited keeps who may vouch for it: whoever recovered it may be a thief, and a new link carries nothing for 90 days.
 */
export function endLink(x: { link: string; by: string }): Decide {
  const refused = (reason: string) => refuse("link.end", reason);
  return (c, facts, now) => {
    const link = (c.account?.links ?? []).find((one) => one.id === x.link);
    const both = [facts.record.id, link?.other];
    if (facts.actor.id !== `holder:${x.by}` || !both.includes(x.by)) return refused("not-your-role");
    if (!link) return refused("no-such-link");
    const own = link.side === "owner" && x.by === facts.record.id && link.acceptedAt !== null;
    if (own && inQuarantine(c.account, now)) return refused("in-quarantine");
    return [
      event("link.ended", { link: link.id, other: link.other }),
      ...accountNews(c, facts, now, "link-ended", link.id),
    ];
  };
}

/** The invitation, as this account has it: its owner names the voucher, and the voucher's own account the owner. */
function linkWith(c: Case, facts: CaseFacts, x: Answering, now: Instant): Link | null {
  const own = facts.record.id === x.voucher;
  const links = linksOf(c.account, own ? "voucher" : "owner", now);
  return links.find((link) => link.id === x.link && (own || link.other === x.voucher)) ?? null;
}

function ownerRefusal(c: Case, facts: CaseFacts, now: Instant): string | null {
  if (!isHolder(facts)) return "not-your-role";
  if (isFrozen(c, facts)) return "account-frozen";
  return inQuarantine(c.account, now) ? "in-quarantine" : null;
}
