import { type Account, contactsOf } from "./account";
import { type CaseFacts, isFrozen, secondFactorOf } from "./case";
import { offSince } from "./fold-provided";
import type { Contact } from "./loss";
import { quarantineEnd } from "./quarantine";
import { object } from "./reset";
import type { Ticket } from "./ticket";
import { days, type Instant } from "./time";
import type { AccountHit, HolderView } from "./view";
import { type Masks, maskOf, noMask } from "./view-case";
import { withoutAddresses } from "./view-hidden";
import { refusalOf } from "./view-may";

/** An account as a search or its holder's page reads it. */
export interface AccountReading {
  record: CaseFacts["record"];
  holder: string;
  region: string;
  imported: Contact[];
  masks: Masks;
  account: Account | null;
}

/** A hit of the exact search: masks of the contacts in force, and the live ticket where there is one. */
export function accountHit(found: AccountReading, liveTicket: AccountHit["liveTicket"]): AccountHit {
  const r = withoutAddresses(found);
  const c = { ticket: null, account: r.account };
  return {
    id: r.record.id,
    holder: r.holder,
    contacts: liveContacts(r).map(({ id, kind }) => ({ kind, mask: maskOf(r, id) ?? noMask })),
    region: r.region,
    since: r.record.createdAt,
    secondFactor: secondFactorOf(c, { record: r.record }),
    frozen: isFrozen(c, { record: r.record }),
    ...(offSince(r.account) === null ? {} : { switchedOff: true as const }),
    liveTicket,
  };
}

/** Contacts in force: those imported or bound by a recovery, without those a recovery took off. */
export const liveContacts = (r: Pick<AccountReading, "imported" | "account">): Contact[] =>
  contactsOf(r.imported, r.account).filter((k) => k.endedAt === null);

const shownMs = days(90);

/** The holder's own page: how they are reached, and which requests they may still object to. */
export function holderView(
  r: AccountReading & { username: string; tickets: Ticket[] },
  facts: CaseFacts,
  now: Instant,
): HolderView {
  const recent = r.tickets.filter((t) => now - (t.endedAt ?? now) < shownMs);
  return {
    username: r.username,
    contacts: liveContacts(r).map(({ id, kind, since }) => ({ id, kind, mask: maskOf(r, id) ?? noMask, since })),
    secondFactor: secondFactorOf({ ticket: null, account: r.account }, facts),
    devices: facts.devices,
    questions: facts.questions.length,
    recent: recent.map((ticket) => ({
      ticket: ticket.id,
      number: ticket.number,
      loss: ticket.loss,
      state: ticket.state,
      openedAt: ticket.openedAt,
      mayObject: refusalOf(object(null), { ticket, account: r.account }, facts, now) === null,
    })),
    quarantinedUntil: quarantineEnd(r.account, now),
    now,
  };
}
