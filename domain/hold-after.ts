import type { Case, CaseFacts } from "./case";
import { type DeliveryNews, movedOn } from "./delivery";
import { type Event, event } from "./event";
import { judgementOf } from "./packet";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

type Open = Case & { ticket: Ticket };

/**
 * What news of a notice means for its ticket's hold: it starts once every notice of the approval was accepted, or failed for
 * good, and one that runs is made longer, never shorter, where the policy asks for that after a notice that came back.
 */
export function holdAfter(
  c: Open,
  news: { message: string; is: DeliveryNews },
  facts: CaseFacts,
  now: Instant,
): Event[] {
  const { hold, notices, state } = c.ticket;
  const notice = notices[news.message];
  if (!notice || state !== "on_hold" || !hold) return [];
  const told = { ...notices, [news.message]: { ...notice, state: movedOn(notice.state, news.is) } };
  const after = { ...c, ticket: { ...c.ticket, notices: told } };
  if (hold.startedAt !== null)
    return news.is === "failed" || news.is === "bounced" ? longer(after, hold.startedAt, facts, now) : [];
  const waiting = Object.values(told).some((n) => n.purpose === "approved" && n.state === "waiting");
  return waiting ? [] : [startOf(after, facts, now)];
}

function startOf(c: Open, facts: CaseFacts, now: Instant): Event {
  const agreedMs = c.ticket.hold?.ms ?? 0;
  const neededMs = judgementOf(c, facts, now, c.ticket.packet?.at).holdMs;
  const ms = Math.max(agreedMs, neededMs);
  return event("hold.started", { endsAt: now + ms, lengthened: ms > agreedMs });
}

/** A hold that runs counts from its start, however late a notice came back. */
function longer(c: Open, startedAt: Instant, facts: CaseFacts, now: Instant): Event[] {
  const endsAt = startedAt + judgementOf(c, facts, now, c.ticket.packet?.at).holdMs;
  return endsAt > (c.ticket.hold?.endsAt ?? 0) ? [event("hold.started", { endsAt, lengthened: true })] : [];
}
