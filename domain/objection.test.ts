import { describe, expect, it } from "vitest";
import { cancel } from "./end";
import { object } from "./reset";
import { ada, anyone, given, hal, mail, phone, requesterOf, type Story, sam } from "./testing";
import {
  approvedOnce,
  claimed,
  completed,
  evidenced,
  holdRunning,
  lossOf,
  onHold,
  opened,
  ready,
  rejecting,
  resetSent,
  submitted,
} from "./testing-stories";
import { days } from "./time";

const objects = (story: Story, contact: string | null = mail.id) => story.when(object(contact), { actor: anyone });
const live: Record<string, () => Story> = {
  open: opened,
  verifying: claimed,
  "verifying with evidence": evidenced,
  in_review: submitted,
  "in_review with one approval": approvedOnce,
  "on_hold before it runs": onHold,
  on_hold: holdRunning,
};

describe("An objection by an old contact", () => {
  it.each(Object.entries(live))("stops a ticket that is %s", (_state, story) => {
    const before = story();
    const after = objects(before).gives(
      { type: "ticket.disputed", data: { contact: mail.id, how: "link" } },
      "holder.notified",
    );
    expect(after.in("disputed").ticket).toMatchObject({ disputedFrom: before.ticket.state, approvals: [], hold: null });
  });

  it("stops a ticket whose link is out, and revokes the link", () => {
    const after = objects(resetSent(), phone.id).gives(
      "ticket.disputed",
      {
        type: "grant.revoked",
        data: { grant: "g1", why: "objection" },
      },
      "holder.notified",
    );
    expect(after.in("disputed").ticket.grant?.revokedAt).toBe(after.now);
  });

  it("within 30 days of a completed recovery freezes the account at once", () => {
    const late = completed().after(days(30) - 1);
    const after = objects(late).gives(
      "ticket.disputed",
      { type: "account.frozen", data: { why: "objection" } },
      "holder.notified",
    );
    expect(after.in("disputed").ticket.disputedFrom).toBe("completed");
    expect(after.account.frozenAt).toBe(late.now);
  });

  it("also by the very contact that the recovery took off the account", () => {
    expect(completed().account.removed[mail.id]).toBeDefined();
    objects(completed(), mail.id).in("disputed");
  });

  it("later than 30 days after completion, or after any other end, comes too late", () => {
    objects(completed().after(days(30))).refused("too-late-to-object");
    objects(claimed().when(cancel("mistake"), { actor: ada })).refused("too-late-to-object");
    objects(submitted().when(rejecting("no", null), { actor: sam })).refused("too-late-to-object");
  });

  it("to a ticket that is disputed already adds nothing", () => {
    objects(objects(opened()), phone.id).refused("already-disputed");
  });
});

describe("An objection is open to", () => {
  it("a signed-in session of the account", () => {
    const story = onHold().when(object(null), { actor: hal });
    story.gives({ type: "ticket.disputed", data: { contact: null, how: "session" } }, "holder.notified").in("disputed");
  });

  it("no session of another account, and nobody without link or session", () => {
    onHold()
      .when(object(null), { actor: { ...hal, id: "holder:acc-else" } })
      .refused("not-the-holder");
    onHold().when(object(null), { actor: anyone }).refused("not-the-holder");
  });

  it("no contact of another account, nor the new contact of this recovery", () => {
    objects(onHold(), "c-else").refused("not-the-holder");
    objects(ready(), "c-new").refused("not-the-holder");
    objects(completed(), "c-new").refused("not-the-holder");
  });

  it("the contact that an earlier recovery bound", () => {
    const next = opened(lossOf.T1, completed().after(days(40)).on("t2"));
    objects(next, "c-new").in("disputed");
  });

  it("nobody on staff, and no requester", () => {
    for (const actor of [ada, sam, requesterOf("t1")])
      onHold().when(object(mail.id), { actor }).refused("not-your-role");
    given().when(object(mail.id), { actor: anyone }).refused("no-such-ticket");
  });
});
