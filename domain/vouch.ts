import { type Case, type CaseFacts, type Decide, decision, isFrozen } from "./case";
import { event, refuse, type Verdict } from "./event";
import { hasVoucher, type Link, linksOf, mayVouchFrom } from "./link";
import { accountNews } from "./notify-account";
import { freshEvidence } from "./policy";
import type { Ticket } from "./ticket";
import { type Instant, lifetime, minutes } from "./time";
import { checkRefusal, isAhead, lacksNewContact } from "./verify";
import { isOpenVouch, mostVouchTries, type VouchAsked } from "./vouch-asked";

const mostNumbers = 5;
const againAfterMs = minutes(2);

/** What the loader reads of the person who vouches, under the lock. */
export interface Voucher {
  /** Their account is frozen or disputed. */
  frozen: boolean;
  /** The newest vouch they gave, for whomever. */
  vouchedAt: Instant | null;
  /** They have, or had, the very contact that this ticket would bind. */
  ownsNewContact: boolean;
  /** Their account is one of a member of staff: who works here gives no proof of a requester, whosever ticket it is. */
  ofStaff: boolean;
}

/** Makes a number that the requester reads to somebody they linked; it says nothing of who that may be. */
export function askVouch(): Decide {
  return decision("vouch.ask", ["agent", "requester"], (c, facts, now, refused) => {
    const no = checkRefusal(c, facts);
    if (no) return refused(no);
    // A stranger in the portal must not learn whether anybody is linked: there the number is given in any case.
    if (facts.actor.role === "agent" && !hasVoucher(c.account, now)) return refused("nobody-may-vouch");
    if (freshEvidence(c.ticket, facts.rules, now).some((v) => v.factor === "vouch")) return refused("already-vouched");
    const last = c.ticket.vouch;
    if (last && isOpenVouch(last, now) && now - last.askedAt < againAfterMs) return refused("number-just-given");
    if (last && last.generation >= mostNumbers) return refused("too-many-numbers");
    const generation = (last?.generation ?? 0) + 1;
    return [event("vouch.asked", { generation, expiresAt: now + lifetime.vouchNumberMs })];
  });
}

/** What the desk found about who types a number, and about the number. */
export interface TypedNumber {
  /** The generation it was compared with, 0 where none stood. */
  generation: number;
  right: boolean;
  /** The browser that types it is also signed in to this very request. */
  isRequester: boolean;
}

/** Lays before a linked person what they are asked to vouch for, once they typed the number the requester read to them. */
export function openVouch(typed: TypedNumber): Decide {
  return vouching("vouch.open", ({ link, vouch, now, facts, refused }) => {
    const { generation, tries } = vouch;
    if (tries >= mostVouchTries) return refused("too-many-tries");
    if (!isOpenVouch(vouch, now) || generation !== typed.generation) return refused("no-such-number");
    if (!typed.right) return [event("vouch.refused", { generation, tries: tries + 1 })];
    const no = ownRefusal(facts, typed);
    return no ? refused(no) : [event("vouch.opened", { generation, link: link.id })];
  });
}

/** Counts a linked person's word as evidence: said in their own session, after they were shown what it is for. */
export function giveVouch(given: { evidence: string; isRequester: boolean }): Decide {
  return vouching("vouch.give", ({ link, vouch, now, facts, refused }) => {
    if (!isOpenVouch(vouch, now) || vouch.openedBy !== link.id) return refused("no-such-number");
    const no = ownRefusal(facts, given);
    const { generation } = vouch;
    return no ? refused(no) : [event("vouch.given", { generation, link: link.id, evidence: given.evidence })];
  });
}

/** Tells the contacts of whoever vouched, so that nobody vouches in their name unnoticed. */
export function tellVoucher(evidence: string): Decide {
  return (c, facts, now) => {
    if (facts.actor.id !== `voucher:${facts.record.id}`) return refuse("vouch.tell", "not-your-role");
    const [first, ...more] = accountNews(c, facts, now, "vouch-given", evidence);
    return first ? [first, ...more] : refuse("vouch.tell", "no-such-contact");
  };
}

interface Vouching {
  link: Link;
  vouch: VouchAsked;
  facts: CaseFacts;
  now: Instant;
  refused(reason: string): Verdict;
}

/** A decision of a linked person: what is so of the link is asked first, so that it never tells whether there is a ticket. */
function vouching(command: string, body: (v: Vouching) => Verdict): Decide {
  const refused = (reason: string) => refuse(command, reason);
  return (c, facts, now) => {
    if (facts.actor.role !== "voucher") return refused("not-your-role");
    const link = voucherLink(c, facts, now);
    if (typeof link === "string") return refused(link);
    const { ticket } = c;
    if (!ticket?.vouch || !takesVouch({ ...c, ticket }, facts)) return refused("no-such-number");
    return body({ link, vouch: ticket.vouch, facts, now, refused });
  };
}

/** The link by which the acting account may vouch now, or why it may not; nothing of it depends on the ticket. */
export function voucherLink(c: Pick<Case, "account">, facts: CaseFacts, now: Instant): Link | string {
  const link = linksOf(c.account, "owner", now).find(
    (one) => one.acceptedAt !== null && facts.actor.id === `voucher:${one.other}`,
  );
  if (!link) return "not-linked";
  const voucher = facts.voucher ?? unknown;
  return linkRefusal(link, voucher, now) ?? (voucher.ofStaff ? "staff-may-not-vouch" : link);
}

/** Why this person may not vouch by this link now, or null. */
export function linkRefusal(link: Link, voucher: Pick<Voucher, "frozen" | "vouchedAt">, now: Instant): string | null {
  if (link.installer) return "installer-may-not-vouch";
  if (now < (mayVouchFrom(link) ?? Number.POSITIVE_INFINITY)) return "link-too-young";
  if (voucher.frozen) return "account-frozen";
  const again = voucher.vouchedAt !== null && now - voucher.vouchedAt < lifetime.vouchAgainMs;
  return again ? "vouched-lately" : null;
}

/** Without the facts about the person nobody vouches. */
const unknown: Voucher = { frozen: true, vouchedAt: null, ownsNewContact: true, ofStaff: true };

/** Whether the ticket takes a vouch at all. */
export const takesVouch = (c: Case & { ticket: Ticket }, facts: CaseFacts): boolean =>
  (c.ticket.state === "verifying" || isAhead(c.ticket)) && !isFrozen(c, facts) && !lacksNewContact(c.ticket);

/** Nobody vouches for a request of their own: one they made in the portal, or one whose link would come to them. */
const ownRefusal = (facts: CaseFacts, { isRequester }: { isRequester: boolean }): string | null =>
  isRequester || (facts.voucher ?? unknown).ownsNewContact ? "own-request" : null;
