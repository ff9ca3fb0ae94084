import { describe, expect, it } from "vitest";
import { ask } from "./ask";
import { reserveAnswers } from "./check-answers";
import { enterPortal } from "./check-code";
import { checkSavedCode } from "./check-saved-code";
import { claim } from "./claim";
import { cancel, overdue, sweep } from "./end";
import { addPhoto } from "./judge-photo";
import { open } from "./open";
import { standInChosen, standInEndsAt, standInQuestions } from "./stand-in";
import { ada, anyone, bob, given, mail, noRisk, phone, requesterOf, type Story, worker } from "./testing";
import { days, hours } from "./time";

const contact = { id: "c-new", kind: "email" as const, commitment: "00", same: null };
interface Telling {
  same?: string | null;
  standIn?: boolean;
  secondFactor?: boolean;
}
const asking = ({ same = null, standIn = false, secondFactor = false }: Telling = {}, ticket = "t1") =>
  ask({
    ticket,
    reference: "ABCD-EFGH",
    language: "en",
    secondFactor,
    hand: ["label"],
    contact: { ...contact, same },
    standIn,
  });
const asked = (story: Story = given(), telling: Telling = {}) => story.when(asking(telling), { actor: anyone });
const entered = (story: Story = asked()) =>
  story.when(enterPortal({ contact: contact.id, generation: 1, right: true }), { actor: anyone });
const self = requesterOf("t1");

describe("A request made in the portal", () => {
  it("is a total loss, names the new contact, sends it a code and tells every old one, in one step", () => {
    asked(given().record({ secondFactor: "totp" }), { secondFactor: true })
      .gives(
        {
          type: "ticket.opened",
          data: {
            loss: { password: true, secondFactor: true, email: true, phone: true },
            tier: "T4",
            action: { newPassword: true, removeSecondFactor: true, replace: [mail.id, phone.id] },
            needsNewContact: true,
            asked: { hand: ["label"], language: "en" },
          },
        },
        { type: "holder.notified", data: { purpose: "opened" } },
        { type: "contact.proposed", data: { contact: contact.id, voided: [] } },
        { type: "contact.code-sent", data: { contact: contact.id, generation: 1, to: "new" } },
      )
      .in("open");
  });

  it("claims no loss of what the account never had", () => {
    asked(given().knowing({ imported: [mail] }), { secondFactor: true }).gives(
      { type: "ticket.opened", data: { loss: { password: true, secondFactor: false, email: true, phone: false } } },
      "holder.notified",
      "contact.proposed",
      "contact.code-sent",
    );
  });

  it("raises the tier and shows supervisors what is odd, as an agent's would", () => {
    const odd = { ...noRisk, elsewhere: [given().now - days(1)], knockedOut: true };
    const flags = asked(given().knowing(odd)).verdict.flatMap((e) => (e.type === "flag.raised" ? [e.data.flag] : []));
    expect(flags).toEqual(["contact-elsewhere", "requester-knocked-out"]);
  });

  it("is not opened on an account that takes none", () => {
    asked(given().record({ status: "frozen" })).refused("account-frozen");
    asked(given(), { same: mail.id }).refused("contact-already-registered");
    asked(given().knowing({ staffAccount: true })).refused("not-at-this-desk");
    given().when(asking(), { actor: ada }).refused("not-your-role");
    asked(asked()).refused("ticket-exists");
    const three = ["t1", "t2", "t3"].reduce(
      (story, id) => story.on(id).when(asking({}, id), { actor: anyone }),
      given(),
    );
    three.on("t4").when(asking({}, "t4"), { actor: anyone }).refused("too-many-tickets-waiting");
    const ended = three.on("t3").when(cancel("other"), { actor: requesterOf("t3") });
    ended.on("t4").when(asking({}, "t4"), { actor: anyone }).in("open");
  });

  it("stands in nobody's way who opens a ticket at the desk", () => {
    const three = ["t1", "t2", "t3"].reduce(
      (story, id) => story.on(id).when(asking({}, id), { actor: anyone }),
      given(),
    );
    const loss = { password: false, secondFactor: false, email: true, phone: false };
    three
      .on("t4")
      .when(open({ ticket: "t4", reference: "ABCD-t4", loss }), { actor: ada })
      .in("open");
  });

  it("takes no evidence before the code that reached the new contact", () => {
    asked()
      .when(checkSavedCode({ attempt: "a", code: null, evidence: "e" }), { actor: self })
      .refused("confirm-new-contact-first");
    entered().gives("contact.confirmed", "portal.entered", "answers.drawn");
  });

  it("takes what its requester has before an agent claims it, and keeps it when one does", () => {
    const given1 = entered()
      .when(addPhoto({ id: "p", upload: "u", commitment: "00" }), { actor: self })
      .gives("photo.added")
      .when(reserveAnswers("a1"), { actor: self })
      .gives({ type: "answers.attempted", data: { channel: "portal" } });
    given1.when(addPhoto({ id: "p2", upload: "u", commitment: "00" }), { actor: bob }).refused("not-verifying");
    const claimed = given1.when(claim(), { actor: bob }).in("verifying");
    expect(claimed.ticket.photos).toHaveLength(1);
    claimed.when(cancel("requester-withdrew"), { actor: self }).in("cancelled");
  });

  it("is no reason to remind anyone, who could learn by it that there is an account", () => {
    const idle = entered().after(days(4));
    expect(overdue(idle.ticket, idle.now)).toBeNull();
    idle.after(days(3)).when(sweep(), { actor: worker }).in("expired");
  });

  it("asks no questions where none are on file", () => {
    entered(asked(given().knowing({ questions: [] }))).gives("contact.confirmed", "portal.entered");
  });
});

describe("What stands in for an account", () => {
  const nowhere = () => given().knowing({ imported: [], devices: 0, questions: ["q1", "q2", "q3"] });

  it("takes a request as an account does, as many as there are", () => {
    const four = ["t1", "t2", "t3", "t4"].reduce(
      (story, id) => story.on(id).when(asking({ standIn: true }, id), { actor: anyone }),
      nowhere(),
    );
    four
      .gives(
        { type: "ticket.opened", data: { standIn: true, loss: { password: true, email: false } } },
        { type: "holder.notified", data: { messages: [] } },
        "contact.proposed",
        "contact.code-sent",
      )
      .in("open");
    expect(four.account.standIn).toBe(true);
  });

  it("is asked questions that nobody answered, and one in four is asked none", () => {
    const known = ["a", "b", "c", "d", "e"];
    const ids = Array.from({ length: 400 }, (_, n) => (n * 2654435761).toString(16).padStart(10, "0").slice(-8));
    const none = ids.filter((id) => standInQuestions(id, known).length === 0).length;
    expect(none).toBeGreaterThan(60);
    expect(none).toBeLessThan(140);
    expect(new Set(ids.map((id) => standInQuestions(id, known).length))).toEqual(new Set([0, 3]));
    expect(standInQuestions("00000001", ["a", "b"])).toEqual([]);
  });

  it("seems as often to have chosen its questions as to have had them from before, and to have written some itself", () => {
    const hex = (n: number) => n.toString(16).padStart(8, "0");
    const ids = Array.from({ length: 800 }, (_, n) => hex(Math.floor(n / 16)) + hex((n * 2654435761) % 0x100000000));
    const asked = ids.filter((id) => standInQuestions(id, ["a", "b", "c"]).length > 0);
    const chosen = asked.flatMap((id) => [standInChosen(id) ?? []].filter((set) => set.length > 0));
    expect(chosen.length / asked.length).toBeGreaterThan(0.4);
    expect(chosen.length / asked.length).toBeLessThan(0.6);
    const written = chosen.filter((set) => set.includes("own"));
    expect(written.length / chosen.length).toBeGreaterThan(0.15);
    expect(written.length / chosen.length).toBeLessThan(0.35);
    for (const set of chosen) expect(new Set(set).size).toBe(3);
    for (const id of ids.filter((one) => !asked.includes(one))) expect(standInChosen(id)).toBeNull();
  });

  it("ends within three days, when its id says, as a ticket does that the desk ends", () => {
    const id = "0123456789abcdef0123456789800000";
    const story = nowhere()
      .on(id)
      .when(asking({ standIn: true }, id), { actor: anyone });
    const at = standInEndsAt(story.ticket) ?? Number.NaN;
    expect(at - story.now).toBeGreaterThan(hours(2));
    expect(at - story.now).toBeLessThan(hours(72));
    expect(overdue(story.ticket, at - 1)).toBeNull();
    story
      .after(at - story.now)
      .when(sweep(), { actor: worker })
      .gives({ type: "ticket.expired", data: { why: "fits-no-account" } });
  });

  it("runs out, one in four, only when a request does that nobody takes up", () => {
    const ids = Array.from(
      { length: 256 },
      (_, n) => `0123456789abcdef01234567${n.toString(16).padStart(2, "0")}800000`,
    );
    expect(ids.filter((id) => standInEndsAt({ id, openedAt: 0 }) === null)).toHaveLength(64);
    const [id = ""] = ids;
    const runsOut = (standIn: boolean) => {
      const story = (standIn ? nowhere() : given()).on(id).when(asking({ standIn }, id), { actor: anyone });
      return [days(7) - 1, days(7)].map((ms) => overdue(story.ticket, story.now + ms));
    };
    expect(runsOut(true)).toEqual([null, "end-stand-in"]);
    expect(runsOut(false)).toEqual([null, "expire"]);
  });
});
