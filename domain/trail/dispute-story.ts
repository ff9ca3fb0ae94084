import type { Account } from "../account";
import type { DisputeVerdict, EventType, Recorded } from "../event";
import { disputeOf } from "../fold-dispute";
import { wishFor } from "../settle-dispute";
import { staffIdOf } from "../staff";
import type { Ticket } from "../ticket";
import { lifetime } from "../time";

type PersonOf = (staff: string) => string;
type Of<T extends EventType> = Extract<Recorded, { type: T }>;

/** An ending that takes the words of two supervisors, and which verdict it is. */
const endings = {
  "ticket.resumed": "resume",
  "objection.dismissed": "dismiss",
  "ticket.reversed": "reverse",
} as const satisfies Partial<Record<EventType, DisputeVerdict>>;
type Ending = Of<keyof typeof endings>;

/** What the step-up of a supervisor's word on a dispute was made for, or null for any other entry. */
export function verdictOf(e: Recorded): DisputeVerdict | null {
  if (e.type === "verdict.proposed") return e.data.verdict;
  return isEnding(e) ? endings[e.type] : null;
}

const isEnding = (e: Recorded): e is Ending => Object.hasOwn(endings, e.type);

/** Why an entry about a dispute, or what undoes a recovery, could not have followed from its case as it stood before; undefined for any other. */
export function disputeProblem(
  e: Recorded,
  t: Ticket | null,
  a: Account | null,
  personOf: PersonOf,
): string | null | undefined {
  const about = aboutDispute(e);
  if (!about) return undefined;
  return t ? about(t, a, personOf) : "there is no such ticket";
}

type About = (t: Ticket, a: Account | null, personOf: PersonOf) => string | null;

function aboutDispute(e: Recorded): About | null {
  if (isEnding(e))
    return (t, a, personOf) =>
      wordProblem(e, endings[e.type], t, a, personOf) ?? secondProblem(e, endings[e.type], t, personOf);
  switch (e.type) {
    case "objection.proved":
      return (t) => proofProblem(e, t);
    case "verdict.proposed":
      return (t, a, personOf) => wordProblem(e, e.data.verdict, t, a, personOf);
    case "ticket.rejected":
      return (t, a, personOf) => rejectionProblem(e, t, a, personOf);
    case "account.reversed":
      return (t) => (t.state === "reversed" && t.endedAt === e.at ? null : "no recovery was undone with it");
    case "account.thawed":
      return (t) => (isThawing(t, e) ? null : "no recovery that thaws it was redeemed with it");
    case "requester.knocked-out":
      return (t) => knockOutProblem(e, t);
    default:
      return null;
  }
}

const isThawing = (t: Ticket, e: Recorded): boolean =>
  t.action.thaw === true && t.state === "completed" && t.grant?.redeemedAt === e.at;

function proofProblem(e: Of<"objection.proved">, t: Ticket): string | null {
  if (t.state !== "disputed") return "nothing was in dispute";
  if (e.at >= disputeOf(t).proveBy) return "the time to prove it was over";
  if (e.data.how === "sign-in") return e.actor.id === `holder:${t.account}` ? null : "nobody signed in to the account";
  const given = (t.ownership ?? []).filter((v) => e.data.evidence.includes(v.id) && v.contact === e.data.contact);
  if (given.length !== e.data.evidence.length) return "it names proofs that were not given";
  return given.some((v) => v.factor === "contact-code") ? null : "no code to the contact was typed back";
}

/** One supervisor ends what is in review, never a dispute; two words were no matter of proof before objections were timed. */
function rejectionProblem(e: Of<"ticket.rejected">, t: Ticket, a: Account | null, personOf: PersonOf): string | null {
  if (!e.data.second) return t.state === "disputed" ? "one supervisor alone ended a dispute" : null;
  if (!t.dispute) return null;
  return wordProblem(e, "reject", t, a, personOf) ?? secondProblem(e, "reject", t, personOf);
}

/** A supervisor's word: without a hand in the case, and fitting what was proved and what was not. */
function wordProblem(
  e: Recorded,
  verdict: DisputeVerdict,
  t: Ticket,
  a: Account | null,
  personOf: PersonOf,
): string | null {
  const by = personOf(staffIdOf(e.actor.id) ?? "");
  const hands = Object.entries(a?.hands ?? {}).flatMap(([staff, all]) => (personOf(staff) === by ? all : []));
  if (hands.some((h) => h.ticket === e.object || e.at - h.at < lifetime.involvementMs))
    return "who decided it had worked on the ticket, or on another of its account";
  if (t.state !== "disputed") return undoProblem(e, verdict, t);
  const { provedAt, proveBy, signers } = disputeOf(t);
  if ((verdict === "reverse" || verdict === "dismiss") !== (t.disputedFrom === "completed"))
    return "it does not fit what was disputed";
  if (verdict === "reverse") return provedAt === null ? "the objection was not proved" : null;
  if (verdict === "reject")
    return provedAt === null && e.at < proveBy ? "the objection was not proved, and still could be" : null;
  if (provedAt !== null || e.at < proveBy) return "the objection was proved, or could still be";
  return signers.some((one) => personOf(one) === by) ? "who decided it had approved the ticket" : null;
}

const undoProblem = (e: Recorded, verdict: DisputeVerdict, t: Ticket): string | null =>
  verdict === "reverse" && t.state === "completed" && e.at - (t.endedAt ?? 0) < lifetime.objectionMs
    ? null
    : "nothing was in dispute";

function secondProblem(e: Recorded, verdict: DisputeVerdict, t: Ticket, personOf: PersonOf): string | null {
  const first = wishFor(t);
  if (first?.verdict !== verdict) return "no first supervisor had said so";
  return personOf(first.by) === personOf(staffIdOf(e.actor.id) ?? "") ? "one human gave both words" : null;
}

function knockOutProblem(e: Of<"requester.knocked-out">, t: Ticket): string | null {
  const isOver = (t.state === "rejected" || t.state === "reversed") && t.endedAt === e.at;
  if (t.state === "rejected" && disputeOf(t).provedAt === null) return "nobody had proved it against them";
  return isOver && t.newContact?.id === e.data.contact ? null : "no requester of that contact was found out with it";
}
