import { describe, expect, it } from "vitest";
import { event } from "./event";
import { withHolders } from "./fold-holder";
import { addDevice, provingDevices, removeDevice } from "./holder-devices";
import { chooseQuestions, questionFaults } from "./holder-questions";
import { askable } from "./joined";
import { ada, anyone, given, hal, monday } from "./testing";
import { app, enrolled, gives } from "./testing-factors";
import { vera } from "./testing-proofs";
import { days, hours } from "./time";

const by = { actor: hal };
const kept = { device: "d-new", row: "ab".repeat(32), same: false, passwordRight: true };
const off = (device: string) => removeDevice({ device, isTheirs: true, passwordRight: true });
const chosen = chooseQuestions({ questions: ["n1", "n2", "n3"], passwordRight: true });

describe("a device that a holder adds", () => {
  it("is entered with the hash of what is kept of it, and told to every contact", () => {
    const story = given().when(addDevice(kept), by);
    story.gives(
      { type: "device.added", data: { device: "d-new", row: kept.row } },
      { type: "account.notified", data: { about: "device-added" } },
    );
    expect(story.case.account?.devices).toEqual([{ id: "d-new", at: monday }]);
  });

  it("is none the account has, one of two hundred at most, and of twenty a day", () => {
    given()
      .when(addDevice({ ...kept, same: true }), by)
      .refused("device-on-file");
    given().knowing({ devices: 200 }).when(addDevice(kept), by).refused("devices-full");
    let story = given();
    for (let n = 0; n < 20; n += 1) story = story.when(addDevice({ ...kept, device: `d${n}` }), by);
    story.when(addDevice(kept), by).refused("too-many-devices-today");
    story.after(hours(24)).when(addDevice(kept), by).gives("device.added", "account.notified");
  });
});

describe("a device that a holder takes off", () => {
  it("proves nothing from then on, and for thirty days something to an objector", () => {
    const story = given().when(off("d1"), by);
    story.gives("device.removed", { type: "account.notified", data: { about: "device-removed" } });
    const { account } = story.case;
    const proves = (former: boolean, later: number) => provingDevices(account, { former, now: monday + later })("d1");
    expect([proves(false, 0), proves(true, days(30) - 1), proves(true, days(30))]).toEqual([false, true, false]);
    expect(provingDevices(account, { former: false, now: monday })("d2")).toBe(true);
  });

  it("is one that is on the account", () => {
    given().when(off("d1"), by).when(off("d1"), by).refused("no-such-device");
    given()
      .when(removeDevice({ device: "d1", isTheirs: false, passwordRight: true }), by)
      .refused("no-such-device");
  });
});

describe("questions that a holder chooses", () => {
  it("replace all before them, clear what was spoken and drawn, and are asked after thirty days", () => {
    const spoken = given(
      event("answers.drawn", { questions: ["q1", "q2", "q3"] }),
      event("answers.attempted", { attempt: "a", channel: "desk" }),
    );
    expect(spoken.case.account?.spoken).toHaveLength(1);
    const story = spoken.when(chosen, by);
    story.gives("questions.chosen", { type: "account.notified", data: { about: "questions-chosen" } });
    expect(story.case.account).toMatchObject({ spoken: [], drawn: null });
    const facts = story.factsFor(hal);
    const now = { ...facts, ...withHolders(facts, story.case.account) };
    expect(now.questions).toEqual(["n1", "n2", "n3"]);
    expect(askable(now, monday + days(30) - 1)).toEqual([]);
    expect(askable(now, monday + days(30))).toEqual(["n1", "n2", "n3"]);
  });

  const judged = (...typed: [question: string, answer: string][]) =>
    questionFaults(typed.map(([question, answer]) => ({ question, answer })));

  it("are refused with a poor answer, each with its reason", () => {
    expect(judged(["First friend?", "Ada Quist"], ["Street?", "Ferry Row"], ["Toy?", "grey heron"])).toEqual([
      null,
      null,
      null,
    ]);
    expect(judged(["First friend?", "first friend"])).toEqual(["equals-question"]);
    expect(judged(["First friend?", "Toy?"], ["Toy?", "grey heron"])).toEqual(["equals-question", null]);
    expect(judged(["First friend?", "!?"], ["Toy?", "ab"], ["Street?", "北京路"])).toEqual([
      "empty-or-short",
      "empty-or-short",
      null,
    ]);
    expect(judged(["First friend?", "Ada Quist"], ["Toy?", "ADA  quist"])).toEqual([null, "answer-twice"]);
    expect(judged(["Town?", "London"], ["", "grey heron"], ["Town", "Ferry Row"])).toEqual([
      "common-answer",
      "question-missing",
      "question-twice",
    ]);
  });
});

it.each([
  ["adding a device", addDevice(kept), addDevice({ ...kept, passwordRight: false })],
  ["taking a device off", off("d1"), removeDevice({ device: "d1", isTheirs: true, passwordRight: false })],
  ["choosing questions", chosen, chooseQuestions({ questions: [], passwordRight: false })],
])("%s takes the holder's session and password, and an account that nobody else may be in", (_, change, without) => {
  given().when(change, { actor: ada }).refused("not-your-role");
  given().when(change, { actor: vera }).refused("not-your-role");
  given().when(without, by).refused("wrong-password");
  given().record({ status: "frozen" }).when(change, by).refused("account-frozen");
  given()
    .recorded(anyone, event("safety.flagged", { kind: "household" }))
    .when(change, by)
    .refused("safety-flag");
  const action = { newPassword: true, removeSecondFactor: false, replace: [] };
  given(event("account.recovered", { action, added: null }))
    .when(change, by)
    .refused("in-quarantine");
});

describe("where a second factor is on", () => {
  it("devices and questions are changed with it given anew alone", () => {
    const on = gives(enrolled(), app(11), "things");
    const changes = (use: string | null) => [
      addDevice({ ...kept, use }),
      removeDevice({ device: "d-1", isTheirs: true, passwordRight: true, use }),
      chooseQuestions({ questions: ["n1", "n2", "n3"], passwordRight: true, use }),
    ];
    for (const change of changes(null)) on.when(change, by).refused("second-factor-needed");
    const done = changes("u1").map((change) => on.when(change, by).verdict?.[0].type);
    expect(done).toEqual(["device.added", "device.removed", "questions.chosen"]);
  });
});
