import { type Case, type CaseFacts, contactsNow, type Decide, isFrozen, secondFactorOf } from "./case";
import { type Event, event, refuse } from "./event";
import { waitingInPortal } from "./fold-asked";
import { notices } from "./notify";
import { mostWaiting } from "./open";
import { flagging, knockOuts, raiseReasons, raising } from "./risk";
import { type Instant, lifetime } from "./time";

interface AskingAgain {
  ticket: string;
  reference: string;
  /** The recovery that did not let them in, and the contact its link went to. */
  after: { ticket: string; contact: string };
}

/**
 * Opens another ticket for whom a completed recovery did not let in: it follows that one, at the highest tier, and its link goes where that one's went,
 * so that there is no contact to confirm.
 */
export function askAgain(a: AskingAgain): Decide {
  return (c, facts, now) => {
    const no = refusalOf(a, c, facts, now);
    if (no) return refuse("ticket.ask-again", no);
    const secondFactor = secondFactorOf(c, facts) !== "none";
    const opened = event("ticket.opened", {
      number: facts.nextNumber,
      reference: a.reference,
      loss: { password: true, secondFactor, email: false, phone: false },
      tier: "T4",
      action: { newPassword: true, removeSecondFactor: secondFactor, replace: [] },
      needsNewContact: false,
      sendTo: a.after.contact,
      policy: facts.policy,
      follows: a.after.ticket,
      asked: { hand: [], again: true },
    });
    const entered = event("portal.entered", { contact: a.after.contact, turn: 1 });
    return [opened, ...risks(c, facts, now), ...notices(c, facts, now, a.ticket, "opened"), entered];
  };
}

function refusalOf({ after }: AskingAgain, c: Case, facts: CaseFacts, now: Instant): string | null {
  if (facts.actor.id !== `requester:${after.ticket}`) return "not-your-ticket";
  if (c.ticket) return "ticket-exists";
  if (c.account?.erased) return "account-erased";
  if (isFrozen(c, facts)) return "account-frozen";
  const recovery = (c.account?.recoveries ?? []).find((one) => one.ticket === after.ticket && !one.undone);
  if (!recovery || now - recovery.at >= lifetime.endedPageMs) return "no-recovery-to-follow";
  if (!contactsNow(c, facts).some((k) => k.id === after.contact && k.endedAt === null)) return "contacts-changed";
  return waitingInPortal(c.account).length >= mostWaiting ? "too-many-tickets-waiting" : null;
}

function risks(c: Case, facts: CaseFacts, now: Instant): Event[] {
  const reasons = raiseReasons(c, facts, now);
  const again = reasons.includes("recovered-lately") ? (["repeat-recovery"] as const) : [];
  return [...raising({ tier: "T4" }, reasons), ...flagging(c, [...again, ...knockOuts(facts)], now)];
}
