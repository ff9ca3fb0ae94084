import { describe, expect, it } from "vitest";
import { claim, release } from "./claim";
import { cancel, sweep } from "./end";
import { event } from "./event";
import { open } from "./open";
import { object } from "./reset";
import { ada, anyone, given, mail, max, phone, type Story, sam, worker } from "./testing";
import { completed, lossOf, lost, opened } from "./testing-stories";
import { days } from "./time";

describe("Opening a ticket", () => {
  it("records what was lost, the tier, the action and the policy it will be judged by, and tells every contact", () => {
    opened(lossOf.T3)
      .gives(
        {
          type: "ticket.opened",
          data: {
            number: 1001,
            reference: "ABCD-EFGH",
            loss: lossOf.T3,
            tier: "T3",
            action: { newPassword: false, removeSecondFactor: false, replace: [mail.id] },
            needsNewContact: true,
            sendTo: null,
            policy: { id: "standard", version: 2 },
            follows: null,
          },
        },
        { type: "holder.notified", data: { purpose: "opened" } },
      )
      .in("open");
  });

  it("links to the account's latest ended ticket and inherits its counters", () => {
    const done = completed();
    const next = opened(lossOf.T1, done.after(days(1)).on("t2"));
    expect(next.ticket.follows).toBe("t1");
    expect(next.account.recoveries).toHaveLength(1);
  });

  it("asks with the contacts as recoveries left them: a replaced one is no longer lost", () => {
    const next = opened(lost("phone"), completed(lossOf.T4).after(days(40)).on("t2"));
    next.refused("no-such-contact-on-file");
    opened(lost("email"), completed(lossOf.T4).after(days(90)).on("t2")).gives("ticket.opened", "holder.notified");
  });

  it("never opens a ticket that there is, so that an ended one stays ended", () => {
    const expired = opened().after(days(7)).when(sweep(), { actor: worker }).in("expired");
    opened(lossOf.T3, expired).refused("ticket-exists").in("expired");
    expect(expired.recorded(ada, ...opened().verdict).ticket.state).toBe("expired");
  });

  it("is refused with the reason why the claimed loss does not fit", () => {
    opened(lost()).refused("nothing-lost");
    opened(lost("secondFactor")).refused("no-second-factor-on-file");
    opened(lost("phone"), given().knowing({ imported: [mail] })).refused("no-such-contact-on-file");
    const young = given().knowing({ imported: [{ ...mail, since: given().now - days(3) }] });
    opened(lost("password"), young).refused("contact-too-new");
  });

  it("takes the removed second factor for none", () => {
    const done = completed(lossOf.T2, given().record({ secondFactor: "totp" }));
    opened(lossOf.T2, done.on("t2")).refused("no-second-factor-on-file");
  });

  it("is refused while the account is frozen or disputed", () => {
    opened(lossOf.T3, given().record({ status: "frozen" })).refused("account-frozen");
    opened(lossOf.T3, opened().when(object(mail.id), { actor: anyone }).on("t2")).refused("account-frozen");
    opened(lossOf.T1, completed().when(object(phone.id), { actor: anyone }).on("t2")).refused("account-frozen");
  });

  it("is refused while three tickets of the account wait for an agent, and not for one that is claimed or has ended", () => {
    const next = (story: Story, ticket: string) => opened(lossOf.T1, story.on(ticket));
    const three = next(next(opened(lossOf.T1), "t2"), "t3");
    next(three, "t4").refused("too-many-tickets-waiting");
    const worked = three.when(claim(), { actor: ada });
    const four = next(worked, "t4").gives("ticket.opened", "tier.raised", "holder.notified");
    next(four, "t5").refused("too-many-tickets-waiting");
    next(four.on("t1").when(cancel("mistake"), { actor: ada }), "t5").gives(
      "ticket.opened",
      "tier.raised",
      "holder.notified",
    );
    next(four.on("t3").when(release(), { actor: ada }), "t5").refused("too-many-tickets-waiting");
  });

  it("is for agents", () => {
    for (const actor of [sam, max, anyone, worker])
      given()
        .when(open({ ticket: "t1", reference: "R", loss: lossOf.T1 }), { actor })
        .refused("not-your-role");
    given()
      .member("ada", event("staff.disabled", {}))
      .when(open({ ticket: "t1", reference: "R", loss: lossOf.T1 }), { actor: ada })
      .refused("disabled");
  });
});
