import { expect, it } from "vitest";
import { evolveAccount, newAccount } from "../account";
import { type Event, event, type Recorded } from "../event";
import { identityProvider } from "../provide";
import { account, hal, monday } from "../testing";
import { days } from "../time";
import { storyProblem } from "./story";

const recorded = (made: Event, at = monday, actor = identityProvider): Recorded => ({
  ...made,
  seq: 9,
  at,
  actor,
  subject: account,
  object: null,
});
const provisioned = event("account.provisioned", { row: "ab".repeat(32), createdAt: monday - 5 });
const added = event("provided-contact.added", { contact: "c", kind: "email" });
const problem = (made: Event, before: Event[], at = monday, actor = identityProvider) =>
  storyProblem(
    recorded(made, at, actor),
    null,
    before.map((e) => recorded(e)).reduce(evolveAccount, before.length === 0 ? null : newAccount(account)),
    String,
  );

it("What an identity provider does is done by it alone", () => {
  for (const made of [
    provisioned,
    added,
    event("account.deactivated", { gone: false }),
    event("account.reactivated", {}),
  ]) {
    expect(problem(made, [])).toBeNull();
    expect(problem(made, [], monday, hal)).toContain("not the identity provider");
    expect(problem(made, [], monday, { ...identityProvider, id: "system" })).toContain("not the identity provider");
  }
});

it("An account is made once, and only with it comes a contact that is as old as itself", () => {
  const born = event("provided-contact.added", { contact: "c", kind: "email", since: monday - 5 });
  expect(problem(born, [provisioned])).toBeNull();
  expect(problem(provisioned, [provisioned])).toContain("such an account before");
  expect(problem(born, [added])).toContain("older than the day");
  expect(problem(event("provided-contact.added", { contact: "c", kind: "email", since: 1 }), [provisioned])).toContain(
    "older",
  );
});

it("No contact moved while others might have been in the account", () => {
  const action = { newPassword: true, removeSecondFactor: false, replace: [] };
  const recovered = event("account.recovered", { action, added: null });
  for (const made of [added, event("provided-contact.removed", { contact: "c" })]) {
    expect(problem(made, [recovered])).toContain("less than 30 days");
    expect(problem(made, [recovered], monday + days(30))).toBeNull();
    expect(problem(made, [event("account.frozen", { why: "not-me" })])).toContain("frozen");
    expect(problem(made, [event("safety.flagged", { kind: "stalking" })])).toContain("safety flag");
  }
  expect(problem(event("account.described", { row: "ab".repeat(32) }), [recovered])).toBeNull();
});
