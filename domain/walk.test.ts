import fc from "fast-check";
import { expect, it } from "vitest";
import { isShut } from "./case";
import { given, mail, max, phone, type Story, sam } from "./testing";
import { withTwins } from "./testing-attempts";
import { disputesAreSettledByTwo, thawsAreRecoveries, verifierAgrees } from "./testing-dispute-laws";
import { kim, lea, objected, proved, settled } from "./testing-disputes";
import { budgetsHold, grantsAreCountersigned, must } from "./testing-laws";
import { withCodes } from "./testing-proofs";
import {
  approvedOnce,
  completed,
  evidenced,
  holdRunning,
  lossOf,
  onHold,
  opened,
  resetSent,
  submitted,
} from "./testing-stories";
import { type Step, walked } from "./testing-walk";
import { ended, thawOnHold, usable } from "./testing-ways-out";
import { isLive, type Ticket } from "./ticket";
import { days } from "./time";
import { digestOf } from "./trail/entry";

const nat = fc.nat({ max: 1000 });
const step: fc.Arbitrary<Step> = fc.record({
  sensible: fc.boolean(),
  ticket: fc.constantFrom("t1", "t1", "t1", "t2"),
  who: nat,
  what: nat,
  wait: nat,
  x: fc.nat({ max: 6 }),
});
const aWalk = fc.array(step, { minLength: 60, maxLength: 60 });

/** A frozen account with a thaw on hold. */
const thawing = (story: Story) =>
  thawOnHold(settled(completed(lossOf.T3, story.on("t2")), "reverse").on("t1"), [max, kim, lea]);
const nobody = () => withTwins(withCodes("s0", given()));
/** Walks begin at every depth, for few would get far from the door. */
const beginnings: readonly (() => Story)[] = [
  nobody,
  nobody,
  () => opened(lossOf.T4, nobody()),
  () => evidenced(lossOf.T3, nobody()),
  () => submitted(lossOf.T1, nobody()),
  () => approvedOnce(nobody()),
  () => onHold(lossOf.T4, nobody()),
  () => holdRunning(lossOf.T3, nobody()),
  () => resetSent(lossOf.T4, nobody()),
  () => completed(lossOf.T1, nobody()),
  () => objected(completed(lossOf.T4, nobody())),
  () => objected(completed(lossOf.T1, nobody())).after(days(7)),
  () => objected(onHold(lossOf.T3, nobody())),
  () => objected(onHold(lossOf.T3, nobody())).after(days(7)),
  () => settled(proved(objected(completed(lossOf.T3, nobody()))), "reverse"),
  () => thawing(nobody()),
  () => thawing(nobody()),
];
/** Walks that never got anywhere would prove nothing; the rarest of these is met about eighteen times, so that none falls to five by chance. */
const milestones = [
  "grant.issued",
  "grant.redeemed",
  "ticket.disputed",
  "ticket.expired",
  "ticket.returned",
  "ticket.rejected",
  "hold.stopped",
  "possession.confirmed",
  "photo.judged",
  "objection.proved",
  "ticket.resumed",
  "ticket.reversed",
  "objection.dismissed",
  "requester.knocked-out",
  "account.thawed",
  "purchase.judged",
  "saved-code.checked",
  "glass.asked",
] as const;

it("Whatever the cast does, in whatever order, the laws hold", () => {
  const met = new Map<string, number>();
  const walk = fc.property(fc.constantFrom(...beginnings), aWalk, (begin, steps) => {
    const end = steps.reduce(oneStep, begin());
    for (const e of end.entries) met.set(e.type, (met.get(e.type) ?? 0) + 1);
    grantsAreCountersigned(end.entries);
    budgetsHold(end.entries);
    disputesAreSettledByTwo(end.entries);
    thawsAreRecoveries(end.entries);
    verifierAgrees(end.entries);
    expect(JSON.parse(JSON.stringify(end.tickets))).toEqual(end.tickets);
    for (const ticket of end.tickets) neverDeadEnds(end.on(ticket.id));
  });
  fc.assert(walk, { numRuns: 300 });
  for (const type of milestones) expect(met.get(type) ?? 0, type).toBeGreaterThan(5);
}, 120_000);

function oneStep(before: Story, step: Step): Story {
  const after = walked(before, step);
  const news = after.entries.slice(before.entries.length);
  for (const e of news) digestOf(e.data);
  must(step.sensible || news.length > 0, "a decision left no entry");
  if (!step.sensible && news[0]?.type === "refused") refusedChangesNothing(before.on(step.ticket), after);
  for (const ticket of before.tickets) endedStaysEnded(ticket, after.on(ticket.id).ticket);
  oneClaimAtATime(after);
  for (const ticket of after.tickets) evidenceIsSound(ticket, after);
  return after;
}

function refusedChangesNothing(before: Story, after: Story) {
  must(after.case.ticket === before.case.ticket, "a refusal changed a ticket");
  must(after.case.account === before.case.account, "a refusal changed an account");
}

function endedStaysEnded(before: Ticket, after: Ticket) {
  const allowed = before.state === "completed" ? ["completed", "disputed", "reversed"] : [before.state];
  must(isLive(before.state) || allowed.includes(after.state), `a ${before.state} ticket became ${after.state}`);
}

function oneClaimAtATime(story: Story) {
  const working = story.tickets.filter((t) => ["verifying", "in_review", "on_hold", "reset_sent"].includes(t.state));
  must(working.length <= 1, "two claimed tickets of one account");
  must(
    working.every((t) => story.account.claimed === t.id),
    "a worked ticket does not hold the claim",
  );
}

/** No evidence before the new contact was confirmed, and no code but from a contact registered on the account. */
function evidenceIsSound(ticket: Ticket, story: Story) {
  const registered = [mail.id, phone.id, ...(story.case.account?.added ?? []).map((k) => k.id)];
  for (const v of ticket.evidence.filter((one) => one.voidedAt === null)) {
    const since = ticket.needsNewContact ? (ticket.newContact?.confirmedAt ?? Number.POSITIVE_INFINITY) : 0;
    must(v.at >= since, "evidence before the new contact was confirmed");
    must(v.factor !== "contact-code" || registered.includes(v.contact ?? ""), "a code from an unknown contact");
  }
}

/** From every live ticket a way leads out, by time or by supervisors who are new to the case, and the account can be used again. */
function neverDeadEnds(story: Story) {
  const out = ended(story);
  must(!isLive(out.ticket.state), `no way leads out of ${story.ticket.state}`);
  const all = out.tickets.reduce((s, t) => ended(s.on(t.id)), out);
  const open = usable(all);
  must(!isShut(open.case, open.factsFor(sam)), `the account of a ticket that was ${story.ticket.state} stays shut`);
}
