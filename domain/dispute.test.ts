import { describe, expect, it } from "vitest";
import { reserveSerial } from "./check-serial";
import { event } from "./event";
import { messagesOf } from "./message";
import { policyRef } from "./policies";
import { proveBySignIn } from "./prove-by-sign-in";
import {
  drawOwnershipAnswers,
  recordOwnershipAnswers,
  reserveOwnershipAnswers,
  reserveOwnershipSerial,
  sendOwnershipCode,
} from "./prove-ownership";
import { object } from "./reset";
import { ada, anyone, given, hal, mail, phone, requesterOf, type Story, sam } from "./testing";
import { answered, objected, ownAnswers, ownSerial, proved, settled } from "./testing-disputes";
import { byText, enrolled } from "./testing-factors";
import { completed, holdRunning, lossOf, onHold, opened, ready, resetSent, serial, submitted } from "./testing-stories";
import { days, hours, minutes } from "./time";

const sends = (story: Story, contact = mail.id) => story.when(sendOwnershipCode(contact), { actor: anyone });
/** Four wrong serials of an objector within a day. */
const fourWrong = () => [1, 2, 3, 4].reduce((s) => ownSerial(s.after(1), null), answered(objected(onHold())));
/** On hold, with an authenticator that Hal turned on long before. */
const withFactor = () => onHold(lossOf.T3, enrolled().after(days(30)));
const signsIn = (story: Story, auth = "password+totp", since = story.now) =>
  story.when(proveBySignIn({ since }), { actor: { ...hal, auth } });

describe("Who objected proves ownership", () => {
  it("by a code to their contact and a serial, and it is proved at once", () => {
    const story = ownSerial(answered(objected(onHold())));
    story.gives(
      { type: "serial.checked", data: { objector: mail.id, device: "d1" } },
      { type: "objection.proved", data: { contact: mail.id, how: "evidence" } },
    );
    expect(story.ticket.dispute?.provedAt).toBe(story.now);
  });

  it("by a code and two answers", () => {
    ownAnswers(answered(objected(onHold()))).gives("answers.checked", "objection.proved");
  });

  it("by their old contact too after a recovery took it off", () => {
    const after = completed();
    expect(after.account.removed[mail.id]).toBeDefined();
    proved(objected(after)).gives("serial.checked", "objection.proved");
  });

  it("not by the code alone, nor by a serial without it, nor with one that does not match", () => {
    const story = answered(objected(onHold())).gives("possession.confirmed");
    ownSerial(story, null).gives({ type: "serial.checked", data: { evidence: null } });
    ownSerial(objected(onHold())).refused("no-such-attempt");
    expect(ownSerial(story, null).ticket.ownershipOdd).toMatchObject([{ factor: "serial", result: "miss" }]);
  });

  it("by the ticket's own policy: strict asks for more", () => {
    const strict = given().knowing({ policy: policyRef("strict") });
    const story = proved(objected(opened(lossOf.T3, strict))).gives("serial.checked");
    ownAnswers(ownSerial(story, "d2"), 3).gives("answers.checked", "objection.proved");
  });

  it("not by answers where someone is in danger from who lives with them, drawn before the flag or not", () => {
    const flag = event("safety.flagged", { kind: "household" });
    const drawn = answered(objected(onHold())).when(drawOwnershipAnswers(mail.id, 0), { actor: anyone });
    drawn
      .recorded(hal, flag)
      .when(reserveOwnershipAnswers(mail.id, "a1"), { actor: anyone })
      .refused("questions-closed");
    const given = drawn.when(reserveOwnershipAnswers(mail.id, "a1"), { actor: anyone }).recorded(hal, flag);
    given
      .when(recordOwnershipAnswers(mail.id, { attempt: "a1", right: 3, of: 3, evidence: "own-a" }), { actor: anyone })
      .gives("answers.checked");
    ownSerial(answered(objected(onHold()).recorded(hal, flag))).gives("serial.checked", "objection.proved");
  });

  it("also when a stranger in the portal used up its share of the tries", () => {
    const requester = requesterOf("t1");
    const before = ready(lossOf.T4);
    const burnt = serial(serial(before, null, true, requester), null, true, requester);
    burnt.when(reserveSerial("one-more"), { actor: requester }).refused("locked");
    ownSerial(answered(objected(burnt))).gives("serial.checked", "objection.proved");
  });

  it("with proofs that count for the objection and for nothing else", () => {
    const before = holdRunning();
    const { evidence, odd } = before.ticket;
    expect(ownSerial(proved(objected(before)), null).ticket).toMatchObject({ evidence, odd });
  });

  it("by signing in with a second factor since then, and not with a password alone", () => {
    const story = objected(withFactor());
    signsIn(story).gives({ type: "objection.proved", data: { contact: null, how: "sign-in" } });
    for (const auth of ["password", "password+saved-code"]) signsIn(story, auth).refused("second-factor-needed");
    signsIn(story, "password+totp", story.now - 1).refused("sign-in-anew");
    signsIn(withFactor()).refused("nothing-to-prove");
    signsIn(objected(onHold())).refused("second-factor-needed");
    story
      .when(proveBySignIn({ since: story.now }), { actor: { ...hal, id: "holder:acc-else" } })
      .refused("not-the-holder");
  });

  it("not by a second factor that was turned on less than 30 days before the request", () => {
    const young = objected(onHold(lossOf.T3, enrolled().after(days(30) - 1)));
    signsIn(young).refused("second-factor-too-new");
    signsIn(enrolled(onHold()).when(object(mail.id), { actor: anyone })).refused("second-factor-too-new");
  });

  it("by a text to the phone, unless someone is in danger from who lives with them", () => {
    const story = objected(onHold(lossOf.T3, byText()));
    signsIn(story, "password+sms").gives("objection.proved");
    const flagged = story.recorded(hal, event("safety.flagged", { kind: "household" }));
    signsIn(flagged, "password+sms").refused("second-factor-needed");
    signsIn(objected(withFactor()).recorded(hal, event("safety.flagged", { kind: "household" }))).gives(
      "objection.proved",
    );
  });

  it("within seven days and not after them, whatever was given before", () => {
    const late = answered(objected(onHold()).after(days(7) - 1));
    late.gives("possession.confirmed");
    sends(objected(onHold()).after(days(7))).refused("too-late-to-prove");
    signsIn(objected(withFactor()).after(days(7))).refused("too-late-to-prove");
    ownSerial(late.after(1)).refused("no-such-attempt");
  });

  it("once", () => {
    sends(proved(objected(onHold()))).refused("already-proved");
    signsIn(proved(objected(onHold()))).refused("already-proved");
  });

  it("while there is something to prove", () => {
    sends(onHold()).refused("nothing-to-prove");
    sends(completed()).refused("nothing-to-prove");
  });

  it("by any old contact of the account, but not by the one this ticket would bind, nor a stranger's", () => {
    proved(objected(onHold()), phone.id).gives("serial.checked", {
      type: "objection.proved",
      data: { contact: phone.id },
    });
    sends(objected(onHold()), "c-new").refused("not-the-holder");
    sends(objected(onHold()), "c-else").refused("not-the-holder");
  });

  it("not by a contact that joined the account lately", () => {
    const late = { ...mail, since: given().now - days(20) };
    sends(objected(opened(lossOf.T4, given().knowing({ imported: [late, phone] })))).refused("contact-too-new");
  });

  it("and nobody on staff nor the requester does it for them", () => {
    for (const actor of [ada, sam, requesterOf("t1"), hal])
      objected(onHold()).when(sendOwnershipCode(mail.id), { actor }).refused("not-your-role");
  });
});

describe("A code to an objector", () => {
  it("is told in words of its own, which are not the requester's", () => {
    const story = sends(objected(onHold())).gives({ type: "contact.code-sent", data: { objector: true } });
    expect(story.entries.slice(-1).flatMap(messagesOf)).toMatchObject([{ template: "proof-code", contact: mail.id }]);
  });

  it("goes again after two minutes, ten times a day", () => {
    let story = objected(onHold());
    for (let sent = 0; sent < 10; sent += 1) story = sends(story.after(minutes(2))).gives("contact.code-sent");
    sends(story).refused("code-just-sent");
    sends(story.after(minutes(2))).refused("too-many-codes-today");
    sends(story.after(hours(25))).gives("contact.code-sent");
  });

  it("comes before everything else", () => {
    ownAnswers(objected(onHold())).refused("no-such-attempt");
  });

  it("counts for a day", () => {
    const story = answered(objected(onHold())).after(hours(24));
    ownSerial(story).refused("no-such-attempt");
    proved(story).gives("serial.checked", "objection.proved");
  });
});

describe("An objector's tries", () => {
  it("come from the account's own budget, and not from the portal's share of it", () => {
    const story = fourWrong();
    ownSerial(story.after(1)).refused("no-such-attempt");
    expect(story.account.attempts.filter((a) => a.channel === "portal")).toHaveLength(4);
  });

  it("use no further one for a value that was tried before", () => {
    const story = answered(objected(onHold())).knowing({ tried: true });
    ownSerial(story).refused("no-such-attempt");
    expect(ownSerial(story).account.attempts).toEqual(story.account.attempts);
  });
});

describe("A check for an objector", () => {
  const tries = (story: Story) => story.when(reserveOwnershipSerial(mail.id, "a"), { actor: anyone });
  const replies = (story: Story) => story.when(reserveOwnershipAnswers(mail.id, "a"), { actor: anyone });
  const locked = () => {
    const drawn = event("answers.drawn", { questions: ["q1", "q2"] });
    return ownAnswers(ownAnswers(fourWrong().recorded(hal, drawn), 0), 1);
  };

  it("waits for the code", () => {
    tries(objected(onHold())).refused("code-first");
    replies(objected(onHold())).refused("code-first");
  });

  it("is refused while the account is locked", () => {
    tries(locked()).refused("locked");
    replies(locked()).refused("locked");
  });

  it("repeats nothing that was tried before in this ticket", () => {
    const again = answered(objected(onHold())).knowing({ tried: true });
    tries(again).gives("serial.repeated");
    replies(again.recorded(hal, event("answers.drawn", { questions: ["q1", "q2"] }))).gives("answers.repeated");
  });

  it("of answers needs questions that were drawn, and none that passed already or were spoken elsewhere", () => {
    replies(answered(objected(onHold()))).refused("not-drawn");
    const strict = given().knowing({ policy: policyRef("strict") });
    replies(ownAnswers(answered(objected(opened(lossOf.T3, strict))))).refused("already-answered");
    const drawn = answered(objected(onHold())).recorded(hal, event("answers.drawn", { questions: ["q1", "q2"] }));
    const spoken = drawn
      .on("t9")
      .recorded(ada, event("answers.attempted", { attempt: "x", channel: "desk" }))
      .on("t1");
    replies(spoken).refused("answers-spoken");
  });

  it("proves nothing by a device that joined the account lately", () => {
    const story = answered(objected(onHold()));
    const joined = { device: story.now - days(2), questions: {} };
    ownSerial(story.knowing({ joined })).gives({ type: "serial.checked", data: { tooNew: true, evidence: null } });
  });
});

describe("After an objection that nobody proved", () => {
  const goesOn = () => settled(objected(onHold()).after(days(7)), "resume");

  it("the same contact is not taken at its word again", () => {
    goesOn().when(object(mail.id), { actor: anyone }).refused("proof-needed").in("verifying");
  });

  it("another contact is", () => {
    objected(goesOn(), phone.id).in("disputed");
  });

  it("the same contact stops it with the proof, which comes first and is proved with the objection", () => {
    const story = proved(goesOn()).gives("serial.checked");
    story.in("verifying");
    objected(story).gives("ticket.disputed", "objection.proved", "holder.notified").in("disputed");
  });

  it("what was given for the first objection is void", () => {
    const story = settled(answered(objected(onHold()).after(days(7) - hours(1))).after(hours(1)), "resume");
    ownSerial(story).refused("no-such-attempt");
  });

  it("a signed-in session is not taken at its word again either", () => {
    const first = onHold().when(object(null), { actor: hal }).in("disputed");
    settled(first.after(days(7)), "resume")
      .when(object(null), { actor: hal })
      .refused("proof-needed");
  });

  it("the same holds after a recovery that stands", () => {
    const stands = settled(objected(completed()).after(days(7)), "dismiss").in("completed");
    stands.when(object(mail.id), { actor: anyone }).refused("proof-needed");
    objected(proved(stands)).in("disputed");
    sends(stands.after(days(30))).refused("too-late-to-object");
  });
});

describe("An objection tells", () => {
  it("everyone who could object, and not the contact that the ticket would bind", () => {
    const told = objected(resetSent()).verdict.flatMap((e) =>
      e.type === "holder.notified" ? e.data.messages.map((m) => m.contact) : [],
    );
    expect(told.sort()).toEqual([mail.id, phone.id].sort());
    const later = objected(completed()).verdict.flatMap((e) =>
      e.type === "holder.notified" ? e.data.messages.map((m) => m.contact) : [],
    );
    expect(later).not.toContain("c-new");
  });

  it("who approved the ticket so far, in any round", () => {
    objected(onHold(lossOf.T4)).gives(
      { type: "ticket.disputed", data: { signers: ["max", "sam"] } },
      "holder.notified",
    );
    objected(submitted()).gives({ type: "ticket.disputed", data: { signers: [] } }, "holder.notified");
  });
});
