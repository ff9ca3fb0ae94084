import { expect, it } from "vitest";
import { evolveAccount, newAccount } from "../account";
import { type Event, event, type Recorded } from "../event";
import { hal, monday, worker } from "../testing";
import { days, minutes } from "../time";
import { isOwnChange, ownChangeProblem } from "./holder-story";
import { storyProblem } from "./story";

const subject = hal.id.slice("holder:".length);
const recorded = (made: Event, at = monday, actor = hal): Recorded => ({
  ...made,
  seq: 9,
  at,
  actor,
  subject,
  object: null,
});
const asking = { contact: "c", kind: "phone", generation: 1 } as const;
const asked = recorded(event("own-contact.asked", { ...asking, message: "m", expiresAt: monday + minutes(10) }));
const added = event("own-contact.added", asking);
const told = (...before: Recorded[]) => before.reduce(evolveAccount, newAccount(subject));

it("A contact joins by the code that was sent to it, once, in time", () => {
  const problem = (made: Event, at: number, ...before: Recorded[]) =>
    storyProblem(recorded(made, at), null, told(...before), String);
  expect(problem(added, monday + 1, asked)).toBeNull();
  expect(problem(added, monday + 1)).toContain("no code had been sent");
  expect(problem(added, monday + 1, asked, recorded(added))).toContain("no code had been sent");
  expect(problem(event("own-contact.added", { ...asking, generation: 2 }), monday, asked)).toContain("no code");
  expect(problem(added, monday + minutes(10), asked)).toContain("expired");
});

it("What is a holder's own is changed by the holder, and while nobody else may be in the account", () => {
  const problem = (e: Recorded, ...before: Recorded[]) =>
    isOwnChange(e) ? ownChangeProblem(e, told(...before)) : "none";
  const removed = event("device.removed", { device: "d" });
  expect(problem(recorded(removed))).toBeNull();
  expect(problem(recorded(removed, monday, worker))).toContain("not the account's holder");
  const action = { newPassword: true, removeSecondFactor: false, replace: [] };
  const recovered = recorded(event("account.recovered", { action, added: null }), monday, worker);
  expect(problem(recorded(removed, monday + days(30) - 1), recovered)).toContain("recovered");
  expect(problem(recorded(removed, monday + days(30)), recovered)).toBeNull();
  const frozen = recorded(event("account.frozen", { why: "objection" }), monday, worker);
  expect(problem(recorded(removed), frozen)).toContain("frozen");
  const wrong = event("own-contact.code-refused", { contact: "c", generation: 1, tries: 1 });
  expect(problem(recorded(wrong), asked, frozen)).toBeNull();
});
