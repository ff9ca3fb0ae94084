import type { EventData, EventType, MatchResult, Recorded } from "./event";
import { messagesOf } from "./message";
import { lifetime } from "./time";
import { outcomeOf } from "./trail/entry";
import { approvalLapsed, type StoryLine } from "./view";
import { boundYear, type CaseReading, maskOf, nameOf, whoOf } from "./view-case";

/** What happened on a ticket, newest first: only the facts named here, so nothing crosses that nobody thought of. */
export function storyOf(r: CaseReading): StoryLine[] {
  const settled = settledAttempts(r.entries);
  const known = { r, to: new Map(r.entries.flatMap(messagesOf).map((m) => [m.id, m.contact])) };
  const lines = r.entries.filter((e) => !isUnderWay(e, settled)).flatMap((e) => lineOf(e, known));
  return [...lines, ...lapsesOf(r)].sort((a, b) => b.at - a.at || b.seq - a.seq);
}

/** After any of these an approval is used or void, and lapses no more. */
const afterReview: ReadonlySet<EventType> = new Set([
  "hold.begun",
  "ticket.returned",
  "ticket.rejected",
  "ticket.cancelled",
  "ticket.expired",
  "ticket.disputed",
]);

/** That an approval lapsed is no entry: it follows from the time that went by while others were missing. */
function lapsesOf(r: CaseReading): StoryLine[] {
  return r.entries.flatMap((e, i) => {
    if (e.type !== "ticket.approved") return [];
    const at = e.at + lifetime.approvalMs;
    const over = r.entries.slice(i + 1).find((later) => afterReview.has(later.type));
    if (r.now < at || (over && over.at < at)) return [];
    const line = { seq: e.seq + 0.5, at, who: whoOf(r, e.actor.id), type: approvalLapsed, facts: {}, denied: false };
    return [line];
  });
}

type Facts = StoryLine["facts"];
interface Known {
  r: CaseReading;
  /** The contact each message went to, by message id. */
  to: ReadonlyMap<string, string>;
}

function lineOf(e: Recorded, k: Known): StoryLine[] {
  const tell = tellers[e.type] as ((data: unknown, k: Known) => Facts) | undefined;
  if (!tell || isOfGlass(e) || (isQuiet(e) && k.r.facts.member?.role !== "supervisor")) return [];
  const denied = outcomeOf(e).outcome === "denied";
  return [{ seq: e.seq, at: e.at, who: whoOf(k.r, e.actor.id), type: e.type, facts: tell(e.data, k), denied }];
}

/** What nobody but a supervisor reads: that an agent said they were pressed, and which notices are kept back. */
const quietTypes: ReadonlySet<EventType> = new Set(["ticket.pressured", "withholding.proposed", "notices.withheld"]);
const quietCommands: ReadonlySet<string> = new Set(["ticket.report-pressure", "notices.withhold"]);
const quietReasons: ReadonlySet<string> = new Set(["agent-was-pressed", "routine-check"]);

const isQuiet = (e: Recorded): boolean => quietTypes.has(e.type) || (e.type === "refused" && isQuietRefusal(e.data));

const isQuietRefusal = ({ command, reason }: EventData["refused"]): boolean =>
  quietCommands.has(command) || command.startsWith("safety.") || quietReasons.has(reason);

/** Before agents a ticket whose agent was pressed was given back, or was left idle, like any other. */
const whyReleased = ({ by, why }: EventData["ticket.released"], { r }: Known): Facts => {
  if (why !== "check" || r.facts.member?.role === "supervisor") return { why };
  return { why: by === "worker" ? "idle" : "agent" };
};

/** Break-glass, and what of it was refused, is told to whom it concerns: never to who works on the ticket. */
const isOfGlass = (e: Recorded): boolean =>
  e.type.startsWith("glass.") || (e.type === "refused" && e.data.command.startsWith("glass."));

/** A try that has its result is told by the result alone. */
function settledAttempts(entries: readonly Recorded[]): Set<string> {
  const results = entries.filter((e) => e.type === "serial.checked" || e.type === "answers.checked");
  return new Set(results.map((e) => e.data.attempt));
}

const isUnderWay = (e: Recorded, settled: Set<string>): boolean =>
  (e.type === "serial.attempted" || e.type === "answers.attempted") && settled.has(e.data.attempt);

const none = (): Facts => ({});
/** Near and miss are one answer outside the packet and the trail. */
const flat = (result: MatchResult): "match" | "miss" => (result === "match" ? "match" : "miss");

/** Of a match alone there is more to tell: a near one has a device too. */
const matched = (d: EventData["serial.checked"], r: CaseReading): Facts =>
  d.result === "match" ? { whole: d.whole, boundYear: boundYear(r, d.device), ...tooNew(d) } : {};

const tooNew = (d: { tooNew?: boolean }): Facts => (d.tooNew ? { tooNew: true } : {});

/** The facts of each type of entry that a story may tell; a type that is not here is not in the story. */
const tellers: { [K in EventType]?: (data: EventData[K], k: Known) => Facts } = {
  "ticket.opened": (d) => ({
    number: d.number,
    tier: d.tier,
    thaw: d.action.thaw === true,
    ...d.loss,
    ...(d.asked ? { hand: d.asked.hand.join(" "), again: d.asked.again === true } : {}),
  }),
  "ticket.claimed": none,
  "ticket.released": whyReleased,
  "ticket.handed-over": (d, { r }) => ({ name: nameOf(r, d.to) }),
  "ticket.noted": (d) => ({ removed: d.removed }),
  "ticket.reminded": none,
  "ticket.submitted": (d) => ({ round: d.round, approvals: d.approvals, holdMs: d.holdMs }),
  "tier.raised": (d) => ({ from: d.from, to: d.to }),
  "ticket.approved": (d) => ({ count: d.count, of: d.of, reason: d.reason }),
  "ticket.returned": (d) => ({ round: d.round, reason: d.reason }),
  "ticket.rejected": (d) => ({ reason: d.reason, second: d.second }),
  "rejection.proposed": (d) => ({ reason: d.reason }),
  "ticket.cancelled": (d) => ({ by: d.by, reason: d.reason }),
  "ticket.expired": (d) => ({ why: d.why }),
  "ticket.disputed": (d, { r }) => ({ how: d.how, mask: maskOf(r, d.contact) }),
  "packet.opened": (d) => ({ round: d.round }),
  "contact.proposed": (d, { r }) => ({ kind: d.kind, mask: maskOf(r, d.contact), voided: d.voided.length }),
  "contact.code-sent": (d, { r }) => ({ kind: d.kind, mask: maskOf(r, d.contact), to: d.to }),
  "contact.code-refused": (d, { r }) => ({ mask: maskOf(r, d.contact), tries: d.tries }),
  "contact.confirmed": (d, { r }) => ({ mask: maskOf(r, d.contact), channel: d.channel }),
  "portal.entered": none,
  "serial.attempted": (d) => ({ channel: d.channel }),
  "serial.checked": (d, { r }) => ({ result: flat(d.result), ...matched(d, r) }),
  "serial.repeated": (d) => ({ channel: d.channel }),
  "answers.drawn": (d) => ({ questions: d.questions.length }),
  "answers.attempted": (d) => ({ channel: d.channel }),
  "answers.checked": (d) => ({ passed: d.passed, spoken: d.spoken }),
  "answers.repeated": (d) => ({ channel: d.channel }),
  "possession.confirmed": (d, { r }) => ({ mask: maskOf(r, d.contact) }),
  "saved-code.checked": (d) => ({ result: d.result, channel: d.channel, ...tooNew(d) }),
  "saved-code.repeated": (d) => ({ channel: d.channel }),
  "vouch.asked": none,
  "vouch.refused": (d) => ({ tries: d.tries }),
  "vouch.opened": none,
  "vouch.given": none,
  "appeal.made": none,
  "appeal.answered": (d) => ({ answer: d.answer }),
  "photo.added": (d) => ({ channel: d.channel }),
  "photo.judged": (d) => ({ result: flat(d.result), ...tooNew(d) }),
  "photo.declined": (d) => ({ reason: d.reason }),
  "purchase.added": (d) => ({ channel: d.channel }),
  "purchase.judged": (d) => ({ result: d.late ? "miss" : flat(d.result), ...tooNew(d) }),
  "purchase.declined": (d) => ({ reason: d.reason }),
  "holder.notified": (d) => ({ purpose: d.purpose, messages: d.messages.length }),
  "message.failed": (d, { r, to }) => ({ mask: maskOf(r, to.get(d.message) ?? null) }),
  "message.bounced": (d, { r }) => ({ mask: maskOf(r, d.contact) }),
  "message.retried": (d, { r, to }) => ({ mask: maskOf(r, to.get(d.message) ?? null) }),
  "hold.begun": (d) => ({ round: d.round, holdMs: d.holdMs }),
  "hold.started": (d) => ({ endsAt: d.endsAt, lengthened: d.lengthened }),
  "hold.stopped": (d) => ({ why: d.why, by: d.by === "worker" ? "worker" : "staff" }),
  "grant.issued": (d, { r }) => ({ kind: d.kind, mask: maskOf(r, d.contact), generation: d.generation }),
  "grant.revoked": (d) => ({ why: d.why }),
  "grant.redeemed": none,
  "directory.asked": none,
  "directory.changed": (d) => ({ step: d.step }),
  "directory.delayed": (d) => ({ step: d.step, why: d.why }),
  "directory.refused": (d) => ({ why: d.why }),
  "directory.failed": (d) => ({ why: d.why }),
  "directory.stopped": (d) => ({ why: d.why }),
  "directory.done": none,
  "account.recovered": (d, { r }) => ({
    newPassword: d.action.newPassword,
    removeSecondFactor: d.action.removeSecondFactor,
    replace: d.action.replace.length,
    mask: maskOf(r, d.added?.id ?? null),
  }),
  "account.frozen": (d) => ({ why: d.why }),
  "objection.proved": (d, { r }) => ({ how: d.how, mask: maskOf(r, d.contact) }),
  "verdict.proposed": (d) => ({ verdict: d.verdict, reason: d.reason }),
  "ticket.resumed": (d) => ({ reason: d.reason }),
  "objection.dismissed": (d) => ({ reason: d.reason }),
  "ticket.reversed": (d) => ({ reason: d.reason }),
  "account.reversed": (d) => ({ restored: d.restored, ended: d.ended, secondFactor: d.secondFactor }),
  "requester.knocked-out": none,
  "account.thawed": none,
  "caller.matched": none,
  "caller.mismatched": (d) => ({ tries: d.tries }),
  "ticket.pressured": none,
  "safety.flagged": (d) => ({ kind: d.kind }),
  "safety.lift-proposed": none,
  "safety.lifted": none,
  "withholding.proposed": (d, { r }) => ({ mask: maskOf(r, d.contact) }),
  "notices.withheld": (d, { r }) => ({ mask: maskOf(r, d.contact) }),
  refused: (d) => ({ command: d.command, reason: d.reason }),
};
