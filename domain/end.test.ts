import { describe, expect, it } from "vitest";
import { claim } from "./claim";
import { cancel, note, overdue, sweep } from "./end";
import { event } from "./event";
import { addPhoto } from "./judge-photo";
import { reportPressure } from "./pressure";
import { object, reissueGrant } from "./reset";
import { ada, anyone, bob, given, ivy, mail, requesterOf, type Story, sam, worker } from "./testing";
import {
  claimed,
  completed,
  holdRunning,
  lossOf,
  onHold,
  opened,
  proposed,
  ready,
  resetSent,
  submitted,
} from "./testing-stories";
import { days, hours, minutes } from "./time";

const cancels = (story: Story, actor = ada) => story.when(cancel("requester-hung-up"), { actor });
const sweeps = (story: Story) => story.when(sweep(), { actor: worker });
const writes = (story: Story, actor = ada) => story.when(note({ note: "n1", removed: 2, commitment: "cd" }), { actor });

describe("Cancelling", () => {
  it("is done by the agent who holds the ticket, with a reason", () => {
    const story = cancels(claimed());
    story.gives({ type: "ticket.cancelled", data: { by: "agent", reason: "requester-hung-up" } }).in("cancelled");
    expect(story.account.claimed).toBeNull();
  });

  it("is done by the agent who opened it while nobody holds it", () => {
    cancels(opened()).in("cancelled");
    cancels(opened(), bob).refused("not-your-ticket");
    cancels(opened().when(claim(), { actor: bob })).refused("not-your-ticket");
  });

  it("is done by the ticket's own requester", () => {
    cancels(claimed(), requesterOf("t1")).gives({ type: "ticket.cancelled", data: { by: "requester" } });
    cancels(claimed(), requesterOf("t2")).refused("not-your-ticket");
  });

  it("is for supervisors only from review on, whoever asks", () => {
    for (const story of [submitted(), onHold(), resetSent(), opened().when(object(mail.id), { actor: anyone })]) {
      cancels(story).refused("supervisors-end-it");
      cancels(story, requesterOf("t1")).refused("supervisors-end-it");
    }
    cancels(claimed(), sam).refused("not-your-role");
  });

  it("of a ticket that has ended is refused", () => {
    cancels(cancels(claimed())).refused("ticket-ended");
    cancels(completed()).refused("ticket-ended");
  });
});

describe("A note", () => {
  it("stands on the ticket by its id, with how much was removed and a commitment to its text", () => {
    const story = writes(claimed()).gives({ type: "ticket.noted", data: { note: "n1", removed: 2 } });
    expect(story.verdict[0].pii).toEqual({ text: "cd" });
    expect(story.ticket.notes).toEqual([{ id: "n1", at: story.now, by: "staff:ada" }]);
  });

  it("is written by who holds or opened the ticket, and by supervisors while it waits for them", () => {
    writes(opened()).gives("ticket.noted");
    writes(submitted(), sam).gives("ticket.noted");
    writes(claimed(), sam).refused("not-your-ticket");
    writes(completed(), sam).refused("not-your-ticket");
    writes(claimed(), bob).refused("not-your-ticket");
    writes(claimed(), ivy).refused("not-your-role");
  });
});

describe("The worker's sweep", () => {
  it("releases a claim after 30 idle minutes, counted from the last act of a person", () => {
    const busy = writes(claimed().after(minutes(29)));
    sweeps(busy.after(minutes(30) - 1)).refused("nothing-due");
    sweeps(busy.after(minutes(30)))
      .gives({ type: "ticket.released", data: { why: "idle" } })
      .in("open");
  });

  it("does not take looking at a ticket, or being refused, for work on it", () => {
    const viewed = claimed()
      .after(minutes(29))
      .recorded(bob, event("ticket.viewed", { state: "verifying" }));
    expect(overdue(writes(viewed, bob).ticket, viewed.after(minutes(1)).now)).toBe("release");
  });

  it("reminds on day 3, once, where the link will go", () => {
    const idle = sweeps(ready().after(minutes(30)));
    sweeps(idle.after(days(3) - minutes(30) - 1)).refused("nothing-due");
    const due = sweeps(idle.after(days(3) - minutes(30)));
    due.gives({ type: "ticket.reminded", data: { message: { contact: "c-new", kind: "email" } } });
    sweeps(due.after(hours(1))).refused("nothing-due");
  });

  it("reminds nobody while the ticket waits for its first agent or for a supervisor", () => {
    for (const story of [opened(lossOf.T1), submitted(lossOf.T1), submitted()])
      for (const idle of [days(3), days(7) - 1]) sweeps(story.after(idle)).refused("nothing-due");
    const claimedOnly = sweeps(claimed(lossOf.T1).after(minutes(30)));
    sweeps(claimedOnly.after(days(3))).refused("nothing-due");
  });

  it("reminds nobody while what they sent waits for its judge", () => {
    const add = addPhoto({ id: "p1", upload: "u1", commitment: "cd" });
    const sent = sweeps(
      ready()
        .when(add, { actor: requesterOf("t1") })
        .after(minutes(30)),
    );
    sweeps(sent.after(days(3))).refused("nothing-due");
  });

  it("reminds nobody while a ticket waits for a supervisor since its agent was pressed", () => {
    const pressed = ready().when(reportPressure(), { actor: ada });
    sweeps(sweeps(pressed.after(minutes(30))).after(days(3))).refused("nothing-due");
  });

  it("reminds nobody of a ticket that has nobody to remind yet", () => {
    const idle = sweeps(proposed(claimed(lossOf.T3)).after(minutes(30)));
    sweeps(idle.after(days(3))).gives({ type: "ticket.reminded", data: { message: null } });
  });

  it("reminds again after work went on and stopped again", () => {
    const again = writes(sweeps(sweeps(ready().after(minutes(30))).after(days(3))).after(days(1)));
    sweeps(again.after(days(3))).gives("ticket.reminded");
  });

  it("may have reminded somebody in review once: that entry folds as it did", () => {
    const message = { message: "m1", contact: mail.id, kind: mail.kind };
    const before = submitted(lossOf.T1).after(days(3));
    const { ticket } = before.recorded(worker, event("ticket.reminded", { message }));
    expect(ticket).toEqual({ ...before.ticket, remindedAt: before.now });
  });

  it.each<[string, () => Story]>([
    ["open", opened],
    ["verifying", claimed],
    ["in review", submitted],
  ])("expires a ticket that is %s after 7 idle days", (_state, story) => {
    expect(overdue(story().ticket, story().now + days(7) - 1)).not.toBe("expire");
    const ended = sweeps(story().after(days(7)))
      .gives({ type: "ticket.expired", data: { why: "idle" } })
      .in("expired");
    expect(ended.account).toMatchObject({ claimed: null, lastEnded: "t1" });
  });

  it("expires a ticket whose grant was never used, once it can no longer be issued again", () => {
    sweeps(resetSent().after(days(7) - 1)).refused("nothing-due");
    sweeps(resetSent().after(days(7))).gives({ type: "ticket.expired", data: { why: "grant-unused" } });
    const again = resetSent().after(days(2)).when(reissueGrant(), { actor: ada });
    sweeps(again.after(hours(24) - 1)).refused("nothing-due");
    sweeps(again.after(hours(24))).in("expired");
  });

  it("leaves alone a hold, a dispute and what has ended, however long they last", () => {
    const disputed = opened().when(object(mail.id), { actor: anyone });
    for (const story of [holdRunning(), disputed, completed(), cancels(claimed())])
      sweeps(story.after(days(300))).refused("nothing-due");
  });

  it("is the worker's alone", () => {
    claimed().after(days(8)).when(sweep(), { actor: ada }).refused("not-your-role");
    given().when(sweep(), { actor: worker }).refused("no-such-ticket");
  });
});
