import { describe, expect, it } from "vitest";
import type { Decide } from "./case";
import { claim, handOver, release } from "./claim";
import { cancel, sweep } from "./end";
import { event } from "./event";
import { standard } from "./policies";
import { freshEvidence } from "./policy";
import { endHold, object, redeem, reissueGrant } from "./reset";
import { stopHold } from "./review";
import type { Actor } from "./staff";
import { submit } from "./submit";
import { ada, anyone, bob, given, hal, mail, max, requesterOf, type Story, sam, worker } from "./testing";
import {
  approvedBy,
  approvedOnce,
  atHoldsEnd,
  completed,
  evidenced,
  holdRunning,
  lossOf,
  onHold,
  opened,
  ready,
  rejecting,
  resetSent,
  returning,
  serial,
  submitted,
} from "./testing-stories";
import { endedStates, evolveTicket, isLive, type TicketState, ticketStates } from "./ticket";
import { days, hours, minutes } from "./time";

const disputed = () => opened().when(object(mail.id), { actor: anyone });
const once = () => disputed().when(rejecting("thief", null), { actor: sam });
const demoted = () => atHoldsEnd(holdRunning()).member("sam", event("staff.disabled", {}));

/** product.md, "The ticket", row by row: from, to, who, what they do. */
const rows: [TicketState, TicketState, string, () => Story, Actor, Decide][] = [
  ["open", "verifying", "an agent claims", opened, bob, claim()],
  ["verifying", "open", "its agent releases", evidenced, ada, release()],
  ["verifying", "open", "30 minutes pass without work", () => evidenced().after(minutes(30)), worker, sweep()],
  ["verifying", "verifying", "a supervisor hands it over", evidenced, sam, handOver("bob")],
  ["open", "verifying", "a supervisor hands it over", opened, sam, handOver("bob")],
  ["verifying", "in_review", "the agent who holds it submits", evidenced, ada, submit()],
  ["in_review", "verifying", "a supervisor returns it", submitted, sam, returning("more", null)],
  ["in_review", "rejected", "a supervisor rejects it", submitted, sam, rejecting("no", null)],
  ["on_hold", "in_review", "one supervisor stops it", holdRunning, max, stopHold("odd")],
  ["on_hold", "in_review", "an approver is no supervisor at the hold's end", demoted, worker, endHold("g1")],
  ["on_hold", "reset_sent", "the worker ends the hold", () => atHoldsEnd(holdRunning()), worker, endHold("g1")],
  ["reset_sent", "completed", "the holder redeems", resetSent, anyone, redeem({ id: "g1", generation: 1 })],
  [
    "reset_sent",
    "reset_sent",
    "an expired grant goes out again",
    () => resetSent().after(days(1)),
    ada,
    reissueGrant(),
  ],
  ["open", "disputed", "an old contact objects", opened, anyone, object(mail.id)],
  ["verifying", "disputed", "an old contact objects", evidenced, anyone, object(mail.id)],
  ["in_review", "disputed", "an old contact objects", submitted, anyone, object(mail.id)],
  ["on_hold", "disputed", "an old contact objects", onHold, anyone, object(mail.id)],
  ["reset_sent", "disputed", "an old contact objects", resetSent, anyone, object(mail.id)],
  ["completed", "disputed", "a session objects within 30 days", completed, hal, object(null)],
  ["disputed", "disputed", "a first supervisor rejects", disputed, sam, rejecting("thief", null)],
  ["disputed", "rejected", "a second supervisor rejects", once, max, rejecting("thief", null)],
  ["open", "cancelled", "its requester cancels", opened, requesterOf("t1"), cancel("found-it")],
  ["verifying", "cancelled", "its agent cancels", evidenced, ada, cancel("mistake")],
  ["open", "expired", "7 days pass", () => opened().after(days(7)), worker, sweep()],
  ["verifying", "expired", "7 days pass", () => evidenced().after(days(7)), worker, sweep()],
  ["in_review", "expired", "7 days pass", () => submitted().after(days(7)), worker, sweep()],
  ["reset_sent", "expired", "the grant was never used", () => resetSent().after(days(7)), worker, sweep()],
];

describe("The ticket goes", () => {
  it("from nothing to open when an agent opens it", () => {
    opened().in("open");
  });

  it("from in_review to on_hold with the last approval that its tier takes", () => {
    approvedBy(submitted(), sam).in("on_hold");
    approvedBy(approvedOnce().in("in_review"), max).in("on_hold");
  });

  it.each(rows)("from %s to %s when %s", (from, to, _who, story, actor, decide) => {
    story().in(from).when(decide, { actor }).in(to);
  });

  it("out of every live state in some way", () => {
    const left = new Set(rows.filter(([from, to]) => from !== to).map(([from]) => from));
    expect(ticketStates.filter(isLive).filter((state) => !left.has(state))).toEqual([]);
  });
});

describe("A ticket that has ended", () => {
  const ends: [TicketState, () => Story][] = [
    ["completed", completed],
    ["rejected", () => submitted().when(rejecting("no", null), { actor: sam })],
    ["cancelled", () => evidenced().when(cancel("mistake"), { actor: ada })],
    ["expired", () => opened().after(days(7)).when(sweep(), { actor: worker })],
  ];
  const everything: [Actor, Decide][] = [
    ...rows.map(([, , , , actor, decide]): [Actor, Decide] => [actor, decide]),
    [requesterOf("t1"), reissueGrant()],
  ];

  it("is one of these", () => {
    expect(ends.map(([state]) => state).sort()).toEqual([...endedStates].sort());
  });

  it.each(ends)("and is %s stays so, but for an objection to a completed one", (state, story) => {
    const allowed = state === "completed" ? ["completed", "disputed"] : [state];
    for (const [actor, decide] of everything) expect(allowed).toContain(story().when(decide, { actor }).ticket.state);
  });

  it.each(ends)("and is %s is not opened anew, released or revived by an old entry", (state, story) => {
    expect(story().recorded(ada, ...opened().verdict).ticket.state).toBe(state);
  });
});

describe("Evidence", () => {
  it("counts for 72 hours, a code for 24", () => {
    const { ticket, now } = evidenced();
    const factors = (ms: number) => freshEvidence(ticket, standard, now + ms).map((v) => v.factor);
    expect(factors(hours(24) - 1)).toEqual(["contact-code", "serial"]);
    expect(factors(hours(24))).toEqual(["serial"]);
    expect(factors(hours(72) - 1)).toEqual(["serial"]);
    expect(factors(hours(72))).toEqual([]);
  });

  it("belongs to one ticket", () => {
    const first = serial(ready(), "d1").when(release(), { actor: ada });
    expect(ready(lossOf.T1, first.on("t2")).ticket.evidence).toEqual([]);
  });
});

describe("An entry", () => {
  it("of another ticket leaves this one as it is", () => {
    const { ticket } = evidenced();
    const [entry] = opened(lossOf.T1, given().on("t2")).entries;
    if (!entry) throw new Error("Opening is an entry.");
    expect(evolveTicket(ticket, entry)).toBe(ticket);
  });

  it("that is a refusal or a view leaves ticket and idle time as they are", () => {
    const before = evidenced();
    const later = before.after(hours(1)).recorded(ada, event("ticket.viewed", { state: "verifying" }));
    expect(later.ticket).toEqual(before.ticket);
    expect(before.after(hours(1)).when(submit(), { actor: bob }).refused("not-your-ticket").ticket).toEqual(
      before.ticket,
    );
  });

  it("survives being stored: state is plain JSON", () => {
    for (const story of [evidenced(), submitted(), onHold(lossOf.T4), resetSent(), completed(), once()])
      expect(JSON.parse(JSON.stringify(story.case))).toEqual(story.case);
  });
});
