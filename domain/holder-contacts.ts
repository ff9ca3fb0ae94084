import { codesToday } from "./account";
import { type Case, type CaseFacts, type Decide, secondFactorOf } from "./case";
import { mostTries } from "./check-code";
import { type Event, event, type FlagKind, refuse } from "./event";
import { isHolder } from "./holder-acts";
import { type GivenAnew, holderChange, liveContactsOf, stillRefusal } from "./holder-change";
import type { ContactKind } from "./loss";
import { accountNews } from "./notify-account";
import { flagging } from "./risk";
import { mostCodesPerDay, resendAfterMs } from "./send-code";
import { factorPhone } from "./take-factor";
import { type Instant, lifetime } from "./time";

/** An e-mail or phone that a holder wants to add: used for nothing until its code was typed. */
export interface AskedContact {
  contact: string;
  kind: ContactKind;
  /** Told apart by it, the newest code alone is good. */
  generation: number;
  sentAt: Instant;
  expiresAt: Instant;
  /** How often a wrong code was typed. */
  tries: number;
  usedAt: Instant | null;
}

/** More addresses and numbers than this are no help to anyone. */
const mostContacts = 10;

interface Asking extends GivenAnew {
  contact: string;
  kind: ContactKind;
  /** Salted commitment to the value, which is in the vault. */
  commitment: string;
  /** Id of a contact of the account that has this very value, or null. */
  same: string | null;
  /** Too many codes went to this address or number, whoever asked for them. */
  flooded: boolean;
}

/**
 * Sends a code to an address or number that is to join the account. That it is a contact of other accounts is no hindrance,
 * and nobody learns of it: whoever has the code has the address.
 */
export function askContact(a: Asking): Decide {
  return holderChange("own-contact.ask", a, (c, facts, now, refused) => {
    const live = liveContactsOf(c, facts);
    if (live.some((k) => k.id === a.same)) return refused("contact-on-file");
    if (live.length >= mostContacts) return refused("contacts-full");
    const no = waitOf(c, a.flooded, now);
    if (no) return refused(no);
    return [asked(c, facts, a, now, { value: a.commitment }), ...flagging(c, oddities(facts), now)];
  });
}

/** Sends another code to the same one, which kills the code before it. */
export function askContactAgain(flooded: boolean): Decide {
  const refused = (reason: string) => refuse("own-contact.ask", reason);
  return (c, facts, now) => {
    if (!isHolder(facts)) return refused("not-your-role");
    const waiting = c.account?.asked;
    if (!waiting || waiting.usedAt !== null) return refused("nothing-to-confirm");
    const no = stillRefusal(c, facts, now) ?? waitOf(c, flooded, now);
    return no ? refused(no) : [asked(c, facts, waiting, now)];
  };
}

/** What is sent to strangers is sent seldom: a code in two minutes, ten a day, tickets of the account counted with it. */
function waitOf({ account }: Case, flooded: boolean, now: Instant): string | null {
  const last = account?.asked;
  if (last && last.usedAt === null && now - last.sentAt < resendAfterMs) return "code-just-sent";
  return flooded || codesToday(account, "new", now) >= mostCodesPerDay ? "too-many-codes-today" : null;
}

function asked(
  { account }: Case,
  { record }: CaseFacts,
  { contact, kind }: Pick<Asking, "contact" | "kind">,
  now: Instant,
  pii?: Record<string, string>,
): Event {
  const generation = (account?.asked?.generation ?? 0) + 1;
  const lifeMs = kind === "phone" ? lifetime.smsCodeMs : lifetime.mailCodeMs;
  const message = `${record.id}.contact.${generation}.${contact}`;
  return event("own-contact.asked", { contact, kind, generation, message, expiresAt: now + lifeMs }, pii);
}

/** What a supervisor should look at; that staff add their own contacts to their own account is as it should be. */
const oddities = (facts: CaseFacts): FlagKind[] => [
  ...(facts.knockedOut ? (["requester-knocked-out"] as const) : []),
  ...(facts.staffContact && !facts.staffAccount ? (["staff-contact"] as const) : []),
];

/** The contact joins the account by the code that reached it, and counts from this day; all those before it are told. */
export function confirmContactOfHolder(typed: { generation: number; right: boolean }): Decide {
  const refused = (reason: string) => refuse("own-contact.confirm", reason);
  return (c, facts, now) => {
    if (!isHolder(facts)) return refused("not-your-role");
    const waiting = c.account?.asked;
    if (!waiting || waiting.usedAt !== null || waiting.generation !== typed.generation) return refused("no-such-code");
    if (now >= waiting.expiresAt) return refused("code-expired");
    if (waiting.tries >= mostTries) return refused("too-many-tries");
    const { contact, kind, generation } = waiting;
    if (!typed.right) return [event("own-contact.code-refused", { contact, generation, tries: waiting.tries + 1 })];
    const no = stillRefusal(c, facts, now);
    if (no) return refused(no);
    return [
      event("own-contact.added", { contact, kind, generation }),
      ...accountNews(c, facts, now, "contact-added", contact),
    ];
  };
}

/**
 * Takes a contact off: never the last, nor the phone that texts go to while they are the second factor. It is told like the
 * others, and goes on being told, and may object, as one that a recovery took off.
 */
export function removeContact(r: { contact: string } & GivenAnew): Decide {
  return holderChange("own-contact.remove", r, (c, facts, now, refused) => {
    const live = liveContactsOf(c, facts);
    const one = live.find((k) => k.id === r.contact);
    if (!one) return refused("no-such-contact");
    if (live.length === 1) return refused("last-contact");
    // With the password alone it would otherwise move to a phone that was just added.
    if (secondFactorOf(c, facts) === "sms" && factorPhone(c, facts)?.id === one.id)
      return refused("phone-is-second-factor");
    return [
      event("own-contact.removed", { contact: one.id }),
      ...accountNews(c, facts, now, "contact-removed", `${one.id}.removed`),
    ];
  });
}
