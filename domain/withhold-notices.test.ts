import { describe, expect, it } from "vitest";
import { cancel } from "./end";
import { event } from "./event";
import { notices } from "./notify";
import { object } from "./reset";
import { flagSafety, liftSafety, type SafetyAct } from "./safety";
import { submit } from "./submit";
import { account, ada, anyone, mail, max, memberOf, phone, type Story, sam } from "./testing";
import { readingOf } from "./testing-reading";
import { approvedBy, lossOf, ready, registeredCode, returning, serial } from "./testing-stories";
import { days, hours } from "./time";
import { careView } from "./view-care";
import { withholdingObject, withholdNotices } from "./withhold-notices";

const reason = { id: "r1", commitment: "ab".repeat(32) };
const kim = { ...sam, id: "staff:kim" };
const lea = { ...sam, id: "staff:lea" };
const staffed = (story: Story) => story.staffed(memberOf("kim", "supervisor"), memberOf("lea", "supervisor"));
/** Hal lost the mail that someone else reads by now; the phone answers. */
const flagged = () => staffed(ready(lossOf.T3)).when(flagSafety("separation"), { actor: ada });
const proven = () => serial(registeredCode(flagged(), phone.id), "d1");
const withholds = (story: Story, by = kim, contact = mail.id, given: Partial<SafetyAct> = {}): Story => {
  const stepUp = `keep-${story.entries.length}`;
  return story
    .stepsUp(by.id.slice("staff:".length), stepUp, withholdingObject("t1", contact), "withhold")
    .when(withholdNotices(contact, { reason, stepUp, ...given }), { actor: by });
};
const withheld = (story: Story = proven()): Story => withholds(withholds(story), lea);
const told = (story: Story): string[] =>
  notices(story.case, story.factsFor(ada), story.now, "t1", "approved").flatMap((e) =>
    e.type === "holder.notified" ? e.data.messages.map((m) => m.contact) : [],
  );

describe("Keeping a ticket's notices from a contact", () => {
  it("takes two supervisors, each with a reason and a fresh code for that contact", () => {
    const first = withholds(proven()).gives({ type: "withholding.proposed", data: { contact: mail.id, reason: "r1" } });
    expect(told(first)).toContain(mail.id);
    withholds(first).refused("second-person-needed");
    const both = withholds(first, lea).gives({ type: "notices.withheld", data: { contact: mail.id } });
    expect(told(both)).toEqual([phone.id]);
    withholds(both, max).refused("already-withheld");
  });

  it("takes a flag, proof that is new each time, and a contact that would be told", () => {
    withholds(staffed(registeredCode(ready(lossOf.T3), phone.id))).refused("not-flagged");
    withholds(serial(flagged(), "d1")).refused("no-dynamic-proof");
    withholds(proven(), kim, phone.id).refused("no-dynamic-proof");
    withholds(proven(), kim, "c-else").refused("no-such-contact-to-tell");
    withholds(proven(), kim, mail.id, { reason: null }).refused("reason-missing");
    withholds(proven(), kim, mail.id, { stepUp: "other" }).refused("step-up-needed");
    withholds(proven(), ada).refused("not-your-role");
    withholds(proven().when(cancel("other"), { actor: ada })).refused("ticket-ended");
  });

  it("begins anew when the first of them is no supervisor any more", () => {
    const left = withholds(proven()).member("kim", event("staff.disabled", {}));
    withholds(left, lea).gives("withholding.proposed");
  });

  it("holds for news of an objection, but for who objects", () => {
    const toldOf = (by: string) =>
      withheld()
        .when(object(by), { actor: anyone })
        .verdict.flatMap((e) => (e.type === "holder.notified" ? e.data.messages.map((m) => m.contact) : []));
    expect(toldOf(phone.id)).toEqual([phone.id]);
    expect(toldOf(mail.id)).toEqual([mail.id, phone.id]);
  });

  it("lapses after seven days where the second supervisor said nothing", () => {
    const anew = registeredCode(withholds(proven()).after(days(7)), phone.id);
    withholds(anew, lea).gives("withholding.proposed");
  });

  it("ends with the flag, and with the proof: then the contact is told after all", () => {
    const both = withheld();
    expect(told(both.after(hours(24)))).toContain(mail.id);
    const lift = (story: Story, by: typeof sam, id: string) =>
      story.stepsUp(by.id.slice(6), id, account, "lift-safety").when(liftSafety({ reason, stepUp: id }), { actor: by });
    expect(told(lift(lift(both, sam, "l1"), max, "l2"))).toContain(mail.id);
  });

  it("leaves a hold of seven days, and nobody who did it signs", () => {
    const sent = withheld().when(submit(), { actor: ada });
    expect(sent.ticket.packet).toMatchObject({ holdMs: days(7), approvals: 2 });
    approvedBy(sent, kim).refused("own-case");
    const held = approvedBy(approvedBy(sent, sam), max).in("on_hold");
    expect(Object.values(held.ticket.notices).filter((n) => n.purpose === "approved")).toMatchObject([
      { contact: phone.id },
    ]);
  });

  it("changes a packet under review", () => {
    const sent = proven().when(submit(), { actor: ada });
    approvedBy(withheld(sent), sam).refused("packet-changed");
    withheld(sent).when(returning("other"), { actor: sam }).in("verifying");
  });

  it("is seen by supervisors alone", () => {
    expect(careView(readingOf(withheld(), sam)).withholding).toMatchObject([
      { contact: mail.id, state: "withheld" },
      { contact: phone.id, state: "told" },
    ]);
    expect(careView(readingOf(withheld(), ada)).withholding).toEqual([]);
  });
});
