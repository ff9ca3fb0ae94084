import type { Account } from "./account";
import type { Case } from "./case";
import type { Recorded } from "./event";
import type { Message } from "./message";
import type { Instant } from "./time";

/** What became of a message. Accepted is a server's word that it will deliver; it may be told later that it did, or could not. */
export type DeliveryState = "waiting" | "accepted" | "delivered" | "failed" | "bounced";
export type DeliveryNews = "accepted" | "failed" | "delivered" | "bounced" | "retried";

/** What a message is after a piece of news: it only moves on, whatever is said twice or late, until someone has it tried again. */
export function movedOn(before: DeliveryState, news: DeliveryNews): DeliveryState {
  switch (news) {
    // A server may report sooner than our own word on the message is entered.
    case "accepted":
    case "failed":
      return before === "delivered" || before === "bounced" ? before : news;
    case "delivered":
      return before === "waiting" || before === "accepted" ? news : before;
    case "bounced":
      return before === "failed" ? before : news;
    case "retried":
      return before === "bounced" ? "failed" : before;
  }
}

/** Whether a message did not reach its contact, as far as is known. */
export const isUndelivered = (state: DeliveryState): boolean => state === "failed" || state === "bounced";

/** Folds into an account which of its contacts messages came back from, and since when. */
export function foldDelivery(a: Account, e: Recorded): Account {
  if (e.type === "message.bounced") return { ...a, undelivered: { ...a.undelivered, [e.data.contact]: e.at } };
  if (e.type !== "message.delivered" || a.undelivered?.[e.data.contact] === undefined) return a;
  const { [e.data.contact]: _again, ...others } = a.undelivered;
  return { ...a, undelivered: others };
}

/** Whether what a message holds is no longer good: a code or link that ran out or was followed by another, a reminder of what has ended. */
export function isStale(m: Message, { ticket, account }: Case, now: Instant): boolean {
  switch (m.template) {
    case "code":
    case "proof-code":
      return isOver(ticket?.codes[m.contact], m.generation, now);
    case "grant":
      return isOver(ticket?.grant, m.generation, now) || ticket?.grant?.revokedAt !== null;
    case "forgotten-code":
    case "forgotten-link":
      return isOver(
        account?.forgotten?.find((way) => way.contact === m.contact),
        m.generation,
        now,
      );
    case "factor-code":
      return isOver(account?.factor?.text, m.generation, now);
    case "own-contact-code":
      return isOver(account?.asked, m.generation, now) || account?.asked?.usedAt !== null;
    case "reminder":
      return !ticket || ticket.endedAt !== null;
    default:
      return false;
  }
}

type Passing = { generation: number; expiresAt: Instant } | null | undefined;

const isOver = (newest: Passing, generation: number, now: Instant): boolean =>
  !newest || newest.generation !== generation || now >= newest.expiresAt;
