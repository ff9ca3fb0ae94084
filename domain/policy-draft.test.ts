import { describe, expect, it } from "vitest";
import { adoptPolicy, newDesk } from "./desk";
import { documentOf, policyRef, refOf, standard, strict } from "./policies";
import {
  confirmDraft,
  type Drafting,
  draftPolicy,
  isStale,
  nextVersion,
  policyInForce,
  withdrawDraft,
} from "./policy-draft";
import type { Actor } from "./staff";
import { ada, ivy, rob, sam, worker } from "./testing";
import { aDesk, type DeskStory } from "./testing-desk-story";
import { changed } from "./testing-policy";
import { days, minutes } from "./time";

const ned: Actor = { ...rob, id: "staff:ned" };
const cli: Actor = { id: "cli:ops", role: "cli", auth: "none", session: null };
const next = nextVersion(newDesk(), "standard");
const document = changed({ version: next, points: { serialWhole: 20 } });
const { digest } = refOf(document);
const asked: Drafting = {
  draft: "d1",
  base: policyRef("standard").digest,
  document,
  reason: { id: "r1", commitment: "ab".repeat(32) },
  stepUp: "s1",
};
const draft = (change: Partial<Drafting> = {}) => draftPolicy({ ...asked, ...change });
const confirm = (stepUp = "s2", id = "d1") => confirmDraft({ draft: id, stepUp });

/** Two admins, each with a fresh code for this document, and one of every other role. */
const ready = (): DeskStory =>
  aDesk()
    .staffed("rob", "admin")
    .staffed("ned", "admin")
    .staffed("ada", "agent")
    .staffed("sam", "supervisor")
    .staffed("ivy", "auditor")
    .stepsUp("rob", "s1", digest, "policy")
    .stepsUp("ned", "s2", digest, "policy");
const drafted = (): DeskStory => ready().when(draft(), rob);

describe("A policy", () => {
  it("is drafted by one admin and put in force by another, with its document in the entries", () => {
    const waits = drafted().gives({
      type: "policy.drafted",
      data: { draft: "d1", reason: "r1", stepUp: "s1", base: policyRef("standard"), policy: refOf(document), document },
    });
    expect(waits.entries.at(-1)?.pii).toEqual({ reason: "ab".repeat(32) });
    expect(waits.desk.policy).toEqual(policyRef("standard"));
    expect(waits.desk.draft).toMatchObject({ id: "d1", by: rob.id, document });
    const done = waits.when(confirm(), ned);
    done.gives(
      { type: "policy.draft-confirmed", data: { draft: "d1", draftedBy: rob.id, reason: "r1", stepUp: "s2" } },
      { type: "policy.adopted", data: { policy: refOf(document), document } },
    );
    expect(done.desk.policy).toEqual({ id: "standard", version: next, digest });
    expect(done.desk.draft).toBeUndefined();
    expect(policyInForce(done.desk)).toEqual(document);
    expect(documentOf(policyRef("standard"), done.desk.policies)).toEqual(standard);
  });

  it("has the version that follows the last of its name, and a new name begins with 1", () => {
    const done = drafted().when(confirm(), ned);
    expect(nextVersion(done.desk, "standard")).toBe(next + 1);
    expect(nextVersion(done.desk, "strict")).toBe(strict.version + 1);
    expect(nextVersion(done.desk, "night-desk")).toBe(1);
  });

  it.each([
    ["an agent", ada],
    ["a supervisor", sam],
    ["an auditor", ivy],
    ["the worker", worker],
    ["the operator", cli],
  ])("is neither drafted, confirmed nor withdrawn by %s", (_who, actor) => {
    ready().when(draft(), actor).refused("not-your-role");
    drafted().when(confirm(), actor).refused("not-your-role");
    drafted().when(withdrawDraft("d1"), actor).refused("not-your-role");
  });

  it("is no matter for an admin who was disabled, or is no admin any more", () => {
    const now = days(1);
    ready().staffed("rob", "admin", { disabledAt: now }).when(draft(), rob).refused("disabled");
    drafted().staffed("ned", "admin", { disabledAt: now }).when(confirm(), ned).refused("disabled");
    drafted().staffed("ned", "agent").when(confirm(), ned).refused("not-your-role");
  });
});

describe("A draft", () => {
  it("is a policy, in every bound", () => {
    const low = changed({ version: next, tiers: { T4: { approvals: 1 } } });
    ready()
      .when(draft({ document: low }), rob)
      .refused("policy-not-valid");
    ready()
      .when(draft({ document: null }), rob)
      .refused("policy-not-valid");
  });

  it("changes something", () => {
    ready()
      .when(draft({ document: { ...standard, version: next } }), rob)
      .refused("nothing-changed");
  });

  it("has the next version of its name", () => {
    for (const version of [1, next - 1, next + 1])
      ready()
        .when(draft({ document: { ...document, version } }), rob)
        .refused("version-not-next");
  });

  it("is written against what is in force", () => {
    ready()
      .when(draft({ base: policyRef("strict").digest }), rob)
      .refused("draft-stale");
    ready().when(adoptPolicy("strict"), cli).when(draft(), rob).refused("draft-stale");
  });

  it("takes a reason", () => {
    ready()
      .when(draft({ reason: null }), rob)
      .refused("reason-missing");
  });

  it("takes a fresh code of each of the two, for this very document", () => {
    ready()
      .when(draft({ stepUp: "s2" }), rob)
      .refused("step-up-needed");
    ready().after(minutes(5)).when(draft(), rob).refused("step-up-needed");
    ready()
      .stepsUp("rob", "s3", digest, "erase")
      .when(draft({ stepUp: "s3" }), rob)
      .refused("step-up-needed");
    const other = refOf({ ...document, passwordMinLength: 14 }).digest;
    ready()
      .stepsUp("rob", "s3", other, "policy")
      .when(draft({ stepUp: "s3" }), rob)
      .refused("step-up-needed");
    drafted().when(confirm("s1"), ned).refused("step-up-needed");
    drafted().stepsUp("ned", "s3", other, "policy").when(confirm("s3"), ned).refused("step-up-needed");
    drafted().after(minutes(5)).when(confirm(), ned).refused("step-up-needed");
  });

  it("is not put in force by who drafted it, nor by another account of that human", () => {
    drafted().when(confirm("s1"), rob).refused("own-draft");
    drafted().staffed("ned", "admin", { person: "rob" }).when(confirm(), ned).refused("own-draft");
  });

  it("is not put in force once its author is no admin any more", () => {
    drafted().staffed("rob", "supervisor").when(confirm(), ned).refused("drafter-left");
    drafted()
      .staffed("rob", "admin", { disabledAt: days(1) })
      .when(confirm(), ned)
      .refused("drafter-left");
  });

  it("waits alone", () => {
    const other = { ...document, passwordMinLength: 14 };
    drafted()
      .when(draft({ draft: "d2", document: other }), ned)
      .refused("already-drafted");
    drafted().when(confirm("s2", "d9"), ned).refused("nothing-drafted");
    ready().when(confirm(), ned).refused("nothing-drafted");
  });

  it("is put in force once", () => {
    drafted().when(confirm(), ned).when(confirm(), ned).refused("nothing-drafted");
  });

  it("is stale once another policy is in force, and can then only be taken back or replaced", () => {
    const stale = drafted().when(adoptPolicy("strict"), cli);
    expect(isStale(stale.desk)).toBe(true);
    stale.when(confirm(), ned).refused("draft-stale");
    stale.when(withdrawDraft("d1"), ned).gives("policy.draft-withdrawn");
    const again = changed({ version: strict.version + 1, passwordMinLength: 14 }, strict);
    const replaced = stale
      .stepsUp("ned", "s4", refOf(again).digest, "policy")
      .when(draft({ draft: "d2", base: policyRef("strict").digest, document: again, stepUp: "s4" }), ned);
    replaced.gives("policy.drafted");
    expect(replaced.desk.draft?.id).toBe("d2");
    expect(isStale(replaced.desk)).toBe(false);
  });

  it("is withdrawn by either of them, once, and leaves the desk as it was", () => {
    for (const actor of [rob, ned]) {
      const back = drafted().when(withdrawDraft("d1"), actor);
      back.gives({ type: "policy.draft-withdrawn", data: { draft: "d1" } });
      expect(back.desk).toEqual(newDesk());
      back.when(withdrawDraft("d1"), actor).refused("nothing-drafted");
      back.when(confirm(), ned).refused("nothing-drafted");
    }
    drafted().when(withdrawDraft("d9"), rob).refused("nothing-drafted");
  });
});

describe("The operator", () => {
  it("chooses between the shipped policies until two admins decided on one, and not after", () => {
    ready().when(adoptPolicy("strict"), cli).gives("policy.adopted");
    ready().when(adoptPolicy("standard"), cli).refused("already-in-force");
    drafted().when(confirm(), ned).when(adoptPolicy("strict"), cli).refused("decided-by-two");
    drafted().when(withdrawDraft("d1"), ned).when(adoptPolicy("strict"), cli).gives("policy.adopted");
  });
});
