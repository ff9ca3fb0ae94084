import { expect, it } from "vitest";
import { askAgain } from "./ask-again";
import { claim } from "./claim";
import { event } from "./event";
import { addPhoto } from "./judge-photo";
import { ada, anyone, bob, requesterOf, type Story } from "./testing";
import { claimed, completed, lossOf } from "./testing-stories";
import { days } from "./time";

const self = requesterOf("t1");
const again = (story: Story, contact = "c-new", ticket = "t2") =>
  story
    .on(ticket)
    .when(askAgain({ ticket, reference: `AGAIN-${ticket}`, after: { ticket: "t1", contact } }), { actor: self });
const done = completed(lossOf.T4);

it("A request after a recovery that let nobody in follows it, at the highest tier, to the same contact, with nothing to confirm", () => {
  again(done.after(days(1)))
    .gives(
      {
        type: "ticket.opened",
        data: {
          tier: "T4",
          action: { newPassword: true, removeSecondFactor: false, replace: [] },
          needsNewContact: false,
          sendTo: "c-new",
          follows: "t1",
          asked: { hand: [], again: true },
        },
      },
      { type: "tier.raised", data: { why: ["recovered-lately", "contact-changed-lately"] } },
      { type: "flag.raised", data: { flag: "repeat-recovery" } },
      { type: "holder.notified", data: { purpose: "opened" } },
      { type: "portal.entered", data: { contact: "c-new", turn: 1 } },
    )
    .when(addPhoto({ id: "p", upload: "u", commitment: "00" }), { actor: requesterOf("t2") })
    .gives("photo.added")
    .when(claim(), { actor: bob })
    .in("verifying");
});

it("Nobody but its own requester asks so, after a recovery that stands, for 30 days", () => {
  const asking = askAgain({ ticket: "t2", reference: "AGAIN-t2", after: { ticket: "t1", contact: "c-new" } });
  for (const actor of [anyone, ada, requesterOf("t9")])
    done.on("t2").when(asking, { actor }).refused("not-your-ticket");
  again(done.after(days(30))).refused("no-recovery-to-follow");
  again(claimed().after(days(1))).refused("no-recovery-to-follow");
  again(done, "c-mail").refused("contacts-changed");
  again(done.recorded(anyone, event("account.frozen", { why: "objection" }))).refused("account-frozen");
  again(again(done)).refused("ticket-exists");
  const three = ["t2", "t3", "t4"].reduce((story, id) => again(story, "c-new", id), done);
  again(three, "c-new", "t5").refused("too-many-tickets-waiting");
  expect(three.account.live).toHaveLength(3);
});
