import type { Account } from "./account";
import { type Case, type CaseFacts, contactsNow, type Decide, isStopped } from "./case";
import { event, refuse } from "./event";
import { type Contact, isMature } from "./loss";
import { accountNews } from "./notify-account";
import { type Instant, lifetime } from "./time";

/** The notice whose link somebody follows: whom it went to, and when it was entered. */
export interface NoticeOf {
  contact: string;
  sentAt: Instant;
}

/**
 * Why this contact's word, by the link in this notice, stops the account no more, or not by itself, or null. A link works for
 * sixty days, and no longer than until somebody looked at the account and opened it again; a contact that was taken off is
 * heard for thirty days; and one that came less than thirty days ago is not heard while an older one can be: a thief may
 * have put it there, and would shut the holder out by it.
 */
export function stopRefusal(c: Case, facts: CaseFacts, notice: NoticeOf, now: Instant): string | null {
  const contacts = contactsNow(c, facts);
  const own = contacts.find((k) => k.id === notice.contact);
  if (!own || c.account?.erased) return "not-the-holder";
  if (now - notice.sentAt >= lifetime.stopLinkMs) return "link-expired";
  if ((c.account?.thawedAt ?? 0) > notice.sentAt) return "link-superseded";
  if (!isHeard(own, now)) return "too-late-to-object";
  if (isStopped(c, facts)) return "already-stopped";
  if (isKnown(own, facts, now)) return null;
  const older = contacts.some((k) => k.id !== own.id && isKnown(k, facts, now) && isHeard(k, now));
  return older || own.endedAt !== null ? "contact-too-new" : null;
}

const isHeard = (k: Contact, now: Instant): boolean => k.endedAt === null || now - k.endedAt < lifetime.objectionMs;

/** Long enough on the account that its holder surely knows it. */
const isKnown = (k: Contact, { record }: Pick<CaseFacts, "record">, now: Instant): boolean =>
  isMature(k, record.createdAt, now);

/** "This was not me", by the link in a notice: the account is frozen at once, every session and every way in ends, and all contacts are told. */
export function stopAccount(notice: NoticeOf): Decide {
  return (c, facts, now) => {
    const no = stopRefusal(c, facts, notice, now);
    if (no) return refuse("account.stop", no);
    return [
      event("account.stopped", { contact: notice.contact, noticeAt: notice.sentAt }),
      event("account.frozen", { why: "not-me" }),
      ...accountNews(c, facts, now, "account-stopped", String(now)),
    ];
  };
}

/** A link that was made out before its account was stopped stays dead, whatever becomes of the account. */
export const isStoppedSince = (account: Account | null, at: Instant): boolean => (account?.stoppedAt ?? 0) >= at;
