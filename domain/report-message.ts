import { type Case, type CaseFacts, type Decide, roleRefusal } from "./case";
import { isStale } from "./delivery";
import { type BounceWord, type Event, event, refuse } from "./event";
import { holdAfter } from "./hold-after";
import type { Message } from "./message";
import type { Instant } from "./time";

/** What a server says of a message after it had accepted it. */
export type Report = { is: "delivered" } | { is: "bounced"; why: BounceWord; code: number | null };
type Sent = Pick<Message, "id" | "contact">;

/** Records what a server reported of a message; a notice that came back makes a hold that runs longer where the policy says so. */
export function reportMessage({ id: message, contact }: Sent, report: Report): Decide {
  return (c, facts, now) => {
    const no = roleRefusal(["system"], facts) ?? (c.account?.erased ? "account-erased" : null);
    if (no) return refuse("message.report", no);
    const reported =
      report.is === "delivered"
        ? event("message.delivered", { message, contact })
        : event("message.bounced", { message, contact, why: report.why, code: report.code });
    return [reported, ...onHold(c, { message, is: report.is }, facts, now)];
  };
}

const onHold = (
  { ticket, account }: Case,
  news: { message: string; is: Report["is"] },
  facts: CaseFacts,
  now: Instant,
): Event[] => (ticket ? holdAfter({ ticket, account }, news, facts, now) : []);

/** An admin has a message tried again that failed for good: not one whose code or link is no longer good. */
export function retryMessage(m: Message): Decide {
  return (c, facts, now) => {
    const no = roleRefusal(["admin"], facts) ?? retryRefusal(m, c, now);
    return no ? refuse("message.retry", no) : [event("message.retried", { message: m.id })];
  };
}

function retryRefusal(m: Message, c: Case, now: Instant): string | null {
  if (c.account?.erased) return "account-erased";
  return isStale(m, c, now) ? "message-outdated" : null;
}
