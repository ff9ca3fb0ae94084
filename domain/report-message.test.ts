import { describe, expect, it } from "vitest";
import { type DeliveryNews, type DeliveryState, movedOn } from "./delivery";
import { event } from "./event";
import { sendForgotten } from "./forgot";
import type { Message } from "./message";
import { reportMessage, retryMessage } from "./report-message";
import { endHold, object, settleMessage } from "./reset";
import { ada, anyone, given, mail, phone, rob, type Story, sam, worker } from "./testing";
import { atHoldsEnd, delivered, holdRunning, lossOf, onHold, opened, resetSent } from "./testing-stories";
import { days, hours, minutes } from "./time";

const gateway = { id: "system", role: "system", auth: "signed", session: null } as const;
const noticeTo = (contact: string, purpose = "approved") => `t1.${purpose}.0.${contact}`;
const bounces = (story: Story, contact: string, purpose?: string) =>
  story.when(
    reportMessage({ id: noticeTo(contact, purpose), contact }, { is: "bounced", why: "undelivered", code: 30003 }),
    { actor: gateway },
  );
const arrives = (story: Story, contact: string, purpose?: string) =>
  story.when(reportMessage({ id: noticeTo(contact, purpose), contact }, { is: "delivered" }), { actor: gateway });
const stateOf = (story: Story, contact: string, purpose?: string) =>
  story.ticket.notices[noticeTo(contact, purpose)]?.state;

describe("A notice that came back after it was accepted", () => {
  it("makes a running T4 hold 7 days from its start, at once", () => {
    const running = holdRunning(lossOf.T4);
    const startedAt = running.ticket.hold?.startedAt ?? 0;
    const back = bounces(running.after(hours(30)), phone.id);
    back.gives(
      { type: "message.bounced", data: { contact: phone.id, why: "undelivered", code: 30003 } },
      { type: "hold.started", data: { endsAt: startedAt + days(7), lengthened: true } },
    );
    expect(back.ticket.hold).toMatchObject({ startedAt, endsAt: startedAt + days(7) });
    expect(stateOf(back, phone.id)).toBe("bounced");
    atHoldsEnd(back).after(-1).when(endHold("g1"), { actor: worker }).refused("hold-running");
    atHoldsEnd(back).when(endHold("g1"), { actor: worker }).in("reset_sent");
  });

  it("does the same when it is the notice that the ticket was opened, and when its server refuses it late", () => {
    const running = () => holdRunning(lossOf.T4).after(hours(1));
    bounces(running(), mail.id, "opened").gives("message.bounced", {
      type: "hold.started",
      data: { lengthened: true },
    });
    running()
      .when(settleMessage({ message: noticeTo(mail.id), failure: "undeliverable" }), { actor: worker })
      .gives("message.failed", { type: "hold.started", data: { lengthened: true } });
  });

  it("leaves a hold alone that is long enough, and one whose policy asks for no more", () => {
    const long = bounces(holdRunning(lossOf.T4), phone.id);
    bounces(long.after(hours(1)), mail.id).gives("message.bounced");
    bounces(holdRunning(lossOf.T3), phone.id).gives("message.bounced");
  });

  it("never shortens a hold by arriving after all", () => {
    const back = bounces(holdRunning(lossOf.T4), phone.id);
    const retried = back.when(retryMessage(notice(phone.id)), { actor: rob }).gives("message.retried");
    const sent = retried.when(settleMessage({ message: noticeTo(phone.id), failure: null }), { actor: worker });
    const there = arrives(sent.gives("message.accepted"), phone.id).gives("message.delivered");
    expect(stateOf(there, phone.id)).toBe("delivered");
    expect(there.ticket.hold).toEqual(back.ticket.hold);
  });

  it("is reported sooner than our own word on it is entered, and the hold starts with what is known", () => {
    const early = bounces(onHold(lossOf.T4), mail.id).gives("message.bounced");
    const settled = early.when(settleMessage({ message: noticeTo(mail.id), failure: null }), { actor: worker });
    expect(stateOf(settled, mail.id)).toBe("bounced");
    const started = delivered(settled);
    expect(started.ticket.hold?.endsAt).toBe(started.now + days(7));
  });

  it("changes nothing but what is known of it once the ticket is disputed, or its link is out", () => {
    bounces(holdRunning(lossOf.T4).when(object(mail.id), { actor: anyone }), phone.id)
      .gives("message.bounced")
      .in("disputed");
    bounces(atHoldsEnd(holdRunning(lossOf.T4)).when(endHold("g1"), { actor: worker }), phone.id)
      .gives("message.bounced")
      .in("reset_sent");
  });

  it("marks its contact on the account until a message to it arrives again", () => {
    const back = bounces(holdRunning(), phone.id);
    expect(back.account.undelivered).toEqual({ [phone.id]: back.now });
    expect(arrives(back, mail.id).account.undelivered).toEqual({ [phone.id]: back.now });
    expect(arrives(back, phone.id, "opened").account.undelivered).toEqual({});
    expect(arrives(holdRunning(), phone.id).account.undelivered).toBeUndefined();
  });
});

it("What servers report is entered by nobody else", () => {
  for (const actor of [worker, rob, sam, ada, anyone])
    holdRunning()
      .when(reportMessage({ id: noticeTo(mail.id), contact: mail.id }, { is: "delivered" }), { actor })
      .refused("not-your-role");
});

it("News of a message only moves it on, whatever is said twice or late", () => {
  const states: DeliveryState[] = ["waiting", "accepted", "delivered", "failed", "bounced"];
  const after = (news: DeliveryNews) => states.map((before) => movedOn(before, news));
  expect({
    accepted: after("accepted"),
    failed: after("failed"),
    delivered: after("delivered"),
    bounced: after("bounced"),
    retried: after("retried"),
  }).toEqual({
    accepted: ["accepted", "accepted", "delivered", "accepted", "bounced"],
    failed: ["failed", "failed", "delivered", "failed", "bounced"],
    delivered: ["delivered", "delivered", "delivered", "failed", "bounced"],
    bounced: ["bounced", "bounced", "bounced", "failed", "bounced"],
    retried: ["waiting", "accepted", "delivered", "failed", "failed"],
  });
});

const notice = (contact: string): Message => ({
  id: noticeTo(contact),
  template: "notice-approved",
  contact,
  kind: "phone",
  generation: 0,
});

describe("An admin has a message tried again", () => {
  it("and nobody else does", () => {
    for (const actor of [worker, sam, ada, anyone])
      holdRunning()
        .when(retryMessage(notice(phone.id)), { actor })
        .refused("not-your-role");
  });

  it("with no hand in the case by it", () => {
    const retried = bounces(holdRunning(), phone.id).when(retryMessage(notice(phone.id)), { actor: rob });
    expect(retried.gives("message.retried").account.hands.rob).toBeUndefined();
    expect(retried.ticket.touchedAt).toBe(holdRunning().ticket.touchedAt);
  });

  it("but no code or link that is no longer good", () => {
    const sent = resetSent();
    const { generation = 0, contact = "" } = sent.ticket.grant ?? {};
    const link: Message = { id: "m", template: "grant", contact, kind: "email", generation };
    sent.when(retryMessage(link), { actor: rob }).gives("message.retried");
    sent.when(retryMessage({ ...link, generation: generation + 1 }), { actor: rob }).refused("message-outdated");
    sent.after(hours(24)).when(retryMessage(link), { actor: rob }).refused("message-outdated");
    sent.when(object(mail.id), { actor: anyone }).when(retryMessage(link), { actor: rob }).refused("message-outdated");

    const forgot = given().when(sendForgotten([phone.id], { ask: "a1" }), { actor: anyone });
    const code: Message = { id: "m", template: "forgotten-code", contact: phone.id, kind: "phone", generation: 1 };
    forgot.when(retryMessage(code), { actor: rob }).gives("message.retried");
    forgot.after(minutes(10)).when(retryMessage(code), { actor: rob }).refused("message-outdated");

    const six: Message = { id: "m", template: "code", contact: mail.id, kind: "email", generation: 1 };
    opened().when(retryMessage(six), { actor: rob }).refused("message-outdated");
    const reminder: Message = { ...six, template: "reminder" };
    opened().when(retryMessage(reminder), { actor: rob }).gives("message.retried");
  });

  it("nor one of an account that was erased", () => {
    const erased = given().recorded(
      rob,
      event("erasure.proposed", { proposal: "p", reason: "r", stepUp: null }),
      event("account.erased", { proposal: "p", stepUp: null, rows: [] }),
    );
    erased.when(retryMessage(notice(phone.id)), { actor: rob }).refused("account-erased");
    erased
      .when(reportMessage({ id: "m", contact: phone.id }, { is: "delivered" }), { actor: gateway })
      .refused("account-erased");
  });
});
