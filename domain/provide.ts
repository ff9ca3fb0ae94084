import { type Case, type CaseFacts, contactsNow, type Decide, isStopped, secondFactorOf } from "./case";
import { type Event, event, refuse } from "./event";
import { nothingProvided, type Provided } from "./fold-provided";
import type { Contact, ContactKind } from "./loss";
import { accountNews } from "./notify-account";
import { inQuarantine } from "./quarantine";
import { safetyOf } from "./safety";
import type { Actor } from "./staff";
import { factorPhone } from "./take-factor";
import type { Instant } from "./time";

/** The identity provider, as entries name it. */
export const identityProvider: Actor = { id: "directory", role: "system", auth: "token", session: null };

/** A contact that an identity provider names; its value is in the vault. */
export interface NewContact {
  contact: string;
  kind: ContactKind;
  commitment: string;
}
/** What it says of an account beside the contacts: a hash of the row that is kept, a commitment to the words. */
export interface Described {
  row: string;
  profile: string;
}

/** More addresses and numbers of one account than this are a mistake. */
export const mostProvided = 10;

interface Provision {
  described: Described;
  contacts: readonly NewContact[];
  /** SHA-256 over the account's row, its salt with it, and what stands in it. */
  row: string;
  createdAt: Instant;
  active: boolean;
}

/** Makes an account that the identity provider names first; the contacts it comes with are as old as itself. */
export function provisionAccount(p: Provision): Decide {
  const refused = (reason: string) => refuse("account.provision", reason);
  return (_c, facts) => {
    if (!isProvider(facts)) return refused("not-your-role");
    const taken = takenName(facts);
    if (taken) return refused(taken);
    if (p.contacts.length > mostProvided) return refused("too-many-provided");
    return [
      event("account.provisioned", { row: p.row, createdAt: p.createdAt }),
      described(p.described),
      ...p.contacts.map((k) => added(k, p.createdAt)),
      ...(p.active ? [] : [event("account.deactivated", { gone: false })]),
    ];
  };
}

/** How an account is to be from now on, as far as that is another way than before. */
export interface ProvidedChange {
  /** The version of the account that the change was made for. */
  version: number;
  described: Described | null;
  add: readonly NewContact[];
  drop: readonly string[];
  /** On, off, or off and known no more; null where it stays as it is. */
  turn: "on" | "off" | "gone" | null;
}

/**
 * Changes an account as its identity provider says. What it adds proves nothing for as long as what an import adds later; the
 * contacts before it are told of each that comes or goes, and one that goes is told on, and may object.
 */
export function changeProvided(ch: ProvidedChange): Decide {
  const refused = (reason: string) => refuse("account.provide", reason);
  return (c, facts, now) => {
    if (!isProvider(facts)) return refused("not-your-role");
    if (c.account?.erased) return refused("account-erased");
    const before = providedOf(c);
    if (before.version !== ch.version) return refused("changed-meanwhile");
    const taken = takenName(facts);
    if (taken) return refused(taken);
    // A legal hold keeps what is known; names that are given anew would take the place of those before.
    if (ch.described && c.account?.legalHold) return refused("legal-hold");
    const no = contactRefusal(c, facts, ch, now);
    if (no) return refused(no);
    const [first, ...more] = [...(ch.described ? [described(ch.described)] : []), ...moves(c, facts, ch, now)];
    return first ? [first, ...more] : refused("nothing-to-change");
  };
}

const isProvider = ({ actor }: Pick<CaseFacts, "actor">): boolean =>
  actor.id === identityProvider.id && actor.role === identityProvider.role;

/** What an identity provider did to an account so far. */
export const providedOf = ({ account }: Pick<Case, "account">): Provided => account?.provided ?? nothingProvided;

/** Contacts as the identity provider knows them, whatever a recovery or the holder did since: imported or its own, and not taken off by it. */
export function providedContacts(
  imported: readonly Contact[],
  account: Case["account"],
): Pick<Contact, "id" | "kind">[] {
  const { added: own, dropped } = account?.provided ?? nothingProvided;
  const named = (account?.added ?? []).filter((k) => own.includes(k.id));
  return [...imported, ...named].filter((k) => !dropped.includes(k.id)).map(({ id, kind }) => ({ id, kind }));
}

const takenName = ({ namesTaken }: CaseFacts): string | null =>
  namesTaken?.username ? "username-taken" : namesTaken?.external ? "external-id-taken" : null;

/**
 * Why no contact may come or go, or null. Whoever holds the provider's token must not empty an account while others may be in it,
 * nor leave nobody to object, nor move a second factor by text to a phone that was just added.
 */
function contactRefusal(c: Case, facts: CaseFacts, { add, drop }: ProvidedChange, now: Instant): string | null {
  if (add.length === 0 && drop.length === 0) return null;
  if (isStopped(c, facts) || (c.account?.disputed ?? []).length > 0) return "account-frozen";
  if (safetyOf(c.account)) return "safety-flag";
  if (inQuarantine(c.account, now)) return "in-quarantine";
  if (providedContacts(facts.imported, c.account).length + add.length - drop.length > mostProvided)
    return "too-many-provided";
  const live = contactsNow(c, facts).filter((k) => k.endedAt === null);
  const kept = live.filter((k) => !drop.includes(k.id));
  if (live.length > 0 && kept.length + add.length === 0) return "last-contact";
  const isText = secondFactorOf(c, facts) === "sms" && drop.includes(factorPhone(c, facts)?.id ?? "");
  return isText ? "phone-is-second-factor" : null;
}

function moves(c: Case, facts: CaseFacts, { add, drop, turn }: ProvidedChange, now: Instant): Event[] {
  const { version, offAt, gone } = providedOf(c);
  const isOff = offAt !== null;
  const turned = turn === "on" ? isOff : turn === "off" ? !isOff || gone : turn === "gone" && !gone;
  const news = (about: "contact-provided" | "contact-withdrawn", id: string) =>
    accountNews(c, facts, now, about, `${version}.${id}`);
  return [
    ...(turned && turn === "on" ? [event("account.reactivated", {})] : []),
    ...add.map((k) => added(k)),
    ...drop.map((contact) => event("provided-contact.removed", { contact })),
    ...(turned && turn !== "on" ? [event("account.deactivated", { gone: turn === "gone" })] : []),
    ...add.flatMap((k) => news("contact-provided", k.contact)),
    // Nothing is news of one that had ended before.
    ...drop.flatMap((id) => (isLive(c, facts, id) ? news("contact-withdrawn", id) : [])),
  ];
}

const isLive = (c: Case, facts: CaseFacts, id: string): boolean =>
  contactsNow(c, facts).some((k) => k.id === id && k.endedAt === null);

const described = ({ row, profile }: Described): Event => event("account.described", { row }, { profile });

const added = ({ contact, kind, commitment }: NewContact, since?: Instant): Event =>
  event("provided-contact.added", { contact, kind, ...(since === undefined ? {} : { since }) }, { value: commitment });
