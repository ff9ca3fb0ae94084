import { type Case, type CaseFacts, contactsNow, type Decide, isFrozen, roleRefusal, secondFactorOf } from "./case";
import { type Event, event, refuse } from "./event";
import { waitingInPortal } from "./fold-asked";
import type { Language } from "./language";
import { type Claim, type Contact, type ContactKind, claimOf, type Loss } from "./loss";
import { notices } from "./notify";
import { mostWaiting } from "./open";
import { flagging, knockOuts, raiseReasons, raising } from "./risk";
import { codeSent } from "./send-code";
import type { Instant } from "./time";

/** What a requester still has: it tells the desk what to ask for, and proves nothing. */
export const hands = ["saved-code", "label", "person"] as const;
export type Hand = (typeof hands)[number];
/** What is known of a request that was made in the portal, beside the claimed loss. */
export interface Asked {
  hand: Hand[];
  /** Of the page it was asked on: its codes are written in it, whatever the account is written to in. */
  language?: Language;
  /** A recovery before it did not let them in. */
  again?: true;
}

interface Asking extends Pick<Asked, "hand"> {
  language: Language;
  ticket: string;
  reference: string;
  /** The requester says that the second factor is gone too. */
  secondFactor: boolean;
  contact: {
    id: string;
    kind: ContactKind;
    /** Salted commitment to the value, which is in the vault. */
    commitment: string;
    /** Id of a contact of the account that has this very value, or null. */
    same: string | null;
  };
  /** Nobody's account: the request is taken all the same, and is never work. */
  standIn: boolean;
}

/**
 * Opens a ticket for whoever lost every way in, names the contact the link would go to and sends it a code, in one step. It is always a total loss: who has a
 * contact that works needs no ticket. What this refuses on an account is asked of its stand-in instead, so that nobody learns of a refusal.
 */
export function ask(a: Asking): Decide {
  return (c, facts, now) => {
    const claim = claimIn(a, c, facts, now);
    return typeof claim === "string" ? refuse("ticket.ask", claim) : asked(a, claim, { c, facts, now });
  };
}

type Claimed = Claim & { loss: Loss };

/** What is claimed, fitted to the account's facts, or why no ticket is opened on it. */
function claimIn(a: Asking, c: Case, facts: CaseFacts, now: Instant): Claimed | string {
  const role = roleRefusal(["anyone"], facts);
  if (role) return role;
  if (c.ticket) return "ticket-exists";
  if (c.account?.erased) return "account-erased";
  if (facts.staffAccount) return "not-at-this-desk";
  if (isFrozen(c, facts)) return "account-frozen";
  if (!a.standIn && waitingInPortal(c.account).length >= mostWaiting) return "too-many-tickets-waiting";
  const contacts = contactsNow(c, facts);
  if (contacts.some((k) => k.id === a.contact.same && k.endedAt === null)) return "contact-already-registered";
  const secondFactor = secondFactorOf(c, facts);
  const loss = totalOf(contacts, a.secondFactor && secondFactor !== "none");
  const claim = claimOf(loss, { createdAt: facts.record.createdAt, secondFactor, contacts }, now);
  return "refusal" in claim ? claim.refusal : { ...claim, loss };
}

/** All that there is was lost: what the account never had cannot be. */
function totalOf(contacts: readonly Contact[], secondFactor: boolean): Loss {
  const had = (kind: ContactKind) => contacts.some((k) => k.kind === kind && k.endedAt === null);
  return { password: true, secondFactor, email: had("email"), phone: had("phone") };
}

interface At {
  c: Case;
  facts: CaseFacts;
  now: Instant;
}

function asked(a: Asking, { loss, ...claim }: Claimed, { c, facts, now }: At): readonly [Event, ...Event[]] {
  const { id, kind, commitment } = a.contact;
  const opened = event("ticket.opened", {
    number: facts.nextNumber,
    reference: a.reference,
    loss,
    ...claim,
    policy: facts.policy,
    follows: c.account?.lastEnded ?? null,
    asked: { hand: a.hand, language: a.language },
    ...(a.standIn ? { standIn: true } : {}),
  });
  return [
    opened,
    ...(a.standIn ? [] : risks(c, facts, claim, now)),
    ...(a.standIn ? toldNobody : notices(c, facts, now, a.ticket, "opened")),
    event("contact.proposed", { contact: id, kind, voided: [] }, { value: commitment }),
    codeSent({ id: a.ticket, codes: {} }, { id, kind }, "new", now),
  ];
}

/** As many entries as an account's contacts are told by. */
const toldNobody = [event("holder.notified", { purpose: "opened", messages: [] })];

/** What is odd before anything was shown: it raises the tier at once, and supervisors are shown it. */
function risks(c: Case, facts: CaseFacts, { tier }: Claim, now: Instant): Event[] {
  const reasons = raiseReasons(c, facts, now);
  const again = reasons.includes("recovered-lately") ? (["repeat-recovery"] as const) : [];
  const elsewhere = reasons.includes("contact-elsewhere") ? (["contact-elsewhere"] as const) : [];
  return [...raising({ tier }, reasons), ...flagging(c, [...again, ...elsewhere, ...knockOuts(facts)], now)];
}
