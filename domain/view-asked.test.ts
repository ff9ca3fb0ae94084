import { describe, expect, it } from "vitest";
import { ask } from "./ask";
import { enterPortal } from "./check-code";
import { claim } from "./claim";
import { cancel, sweep } from "./end";
import { event } from "./event";
import { addPhoto } from "./judge-photo";
import { anyone, bob, given, mail, requesterOf, type Story, sam, worker } from "./testing";
import { readingOf } from "./testing-reading";
import { hours } from "./time";
import { isUnproven } from "./view-asked";
import { requestView } from "./view-request";

const ticket = "0123456789abcdef800000";
const self = requesterOf(ticket);
const contact = { id: "c-new", kind: "email" as const, commitment: "00", same: null };
const asked = (story: Story = given(), standIn = false) =>
  story
    .on(ticket)
    .when(ask({ ticket, reference: "ABCD-EFGH", language: "en", secondFactor: false, hand: [], contact, standIn }), {
      actor: anyone,
    })
    .when(enterPortal({ contact: contact.id, generation: 1, right: true }), { actor: anyone });
const nowhere = () => given().knowing({ imported: [], devices: 0, questions: ["q1", "q2", "q3"] });
const shown = (story: Story) => {
  const { now: _, questions, ...view } = requestView(readingOf(story, self));
  return { ...view, questions: questions?.length };
};

describe("Until it was submitted once, the page of a request made in the portal", () => {
  const here = asked(given().knowing({ questions: ["q1", "q2", "q3"] }));
  const waiting = shown(asked(nowhere(), true));

  it("is that of one no account fits", () => {
    expect(shown(here)).toEqual(waiting);
    expect(waiting).toMatchObject({ state: "open", questions: 3, mayAddPhoto: true, mayCancel: true });
  });

  it("says nothing of an agent who has it, of a tier that was raised or of photos that were judged", () => {
    expect(shown(here.when(claim(), { actor: bob }))).toEqual(waiting);
    const raised = event("tier.raised", { from: "T4", to: "T4", why: ["recovered-lately"] });
    expect(shown(here.recorded(bob, raised))).toEqual(waiting);
    const sent = (story: Story) => story.when(addPhoto({ id: "p", upload: "u", commitment: "00" }), { actor: self });
    const declined = event("photo.declined", { photo: "p", by: "sam", reason: "unreadable" });
    expect(shown(sent(here).recorded(sam, declined))).toEqual(shown(sent(asked(nowhere(), true))));
  });

  it("says of every end that it was not approved, whoever ended it, but of the requester's own", () => {
    const over = shown(asked(nowhere(), true).after(hours(73)).when(sweep(), { actor: worker }).in("expired"));
    expect(over).toMatchObject({ state: "rejected", stopped: false, steps: [], sentTo: null });
    const theirs = [
      here.when(claim(), { actor: bob }).when(cancel("other"), { actor: bob }),
      here.recorded(anyone, event("ticket.disputed", { contact: mail.id, how: "link" })),
      here.recorded(anyone, event("account.frozen", { why: "objection" })),
      here
        .after(hours(24 * 7))
        .when(sweep(), { actor: worker })
        .in("expired"),
    ];
    for (const ended of theirs) expect(shown(ended)).toEqual(over);
    const own = [here, asked(nowhere(), true)].map((story) => shown(story.when(cancel("other"), { actor: self })));
    expect(own[0]).toEqual(own[1]);
    expect(own[0]).toMatchObject({ state: "cancelled" });
  });

  it("is its own again once what was given was enough to submit it", () => {
    expect(isUnproven({ ...here.ticket, round: 1 })).toBe(false);
    expect(isUnproven(here.ticket)).toBe(true);
  });
});
