import { describe, expect, it } from "vitest";
import { type Desk, evolveDesk, newDesk } from "./desk";
import { type EventData, event, type Recorded } from "./event";
import { askImport, beginImport, failImport, type ImportAsked } from "./import";
import type { Actor, Member } from "./staff";
import { ada, memberOf, monday, rob } from "./testing";
import { minutes } from "./time";

const cli: Actor = { id: "cli:root", role: "cli", auth: "none", session: null };
const asked: ImportAsked = {
  set: "i1",
  files: "cd".repeat(32),
  reason: { id: "r1", commitment: "ab".repeat(32) },
  stepUp: "s1",
};
const steppedUp = (object = asked.files, act = "import"): Member => ({
  ...memberOf("rob", "admin"),
  stepUps: [{ id: "s1", at: monday, act, object }],
});
const asking = (x: Partial<ImportAsked>, member: Member | null, actor = rob, now = monday) =>
  askImport({ ...asked, ...x })(newDesk(), { actor, member, samePerson: [], drafter: null }, now)[0];
const folded = (desk: Desk, ...entered: Parameters<typeof told>[]): Desk =>
  entered.reduce((d, one) => evolveDesk(d, told(...one)), desk);
const told = <T extends "directory.import-asked" | "directory.import-begun" | "directory.import-failed">(
  type: T,
  data: EventData[T],
): Recorded => ({ ...event(type, data), seq: 0, at: monday, actor: rob, subject: null, object: "i1" }) as Recorded;
const isAsked = [
  "directory.import-asked",
  { set: "i1", files: asked.files, reason: "r1", stepUp: "s1" },
] satisfies Parameters<typeof told>;
const begin = (desk: Desk, actor: Actor, set = "i1") =>
  beginImport({ set, files: [] })(
    desk,
    { actor, member: actor === rob ? memberOf("rob", "admin") : null, samePerson: [], drafter: null },
    monday,
  )[0];

describe("An import that an admin asks for", () => {
  it("is entered with the files' digest, the reason's vault id and the step-up made for them", () => {
    expect(asking({}, steppedUp())).toEqual({
      type: "directory.import-asked",
      data: { set: "i1", files: asked.files, reason: "r1", stepUp: "s1" },
      pii: { reason: "ab".repeat(32) },
    });
  });

  it("is refused to anyone else, without a reason, and without a fresh step-up for these files", () => {
    const refused = (reason: string) => ({ type: "refused", data: { command: "directory.import", reason } });
    expect(asking({}, memberOf("ada", "agent"), ada)).toMatchObject(refused("not-your-role"));
    expect(asking({}, null, cli)).toMatchObject(refused("not-your-role"));
    expect(asking({ reason: null }, steppedUp())).toMatchObject(refused("reason-missing"));
    for (const member of [memberOf("rob", "admin"), steppedUp("ef".repeat(32)), steppedUp(asked.files, "export")])
      expect(asking({}, member)).toMatchObject(refused("step-up-needed"));
    expect(asking({}, steppedUp(), rob, monday + minutes(5))).toMatchObject(refused("step-up-needed"));
  });

  it("is the only one of an admin's that begins, once; the command line's needs no asking", () => {
    const desk = folded(newDesk(), isAsked);
    expect(begin(newDesk(), rob)).toMatchObject({ data: { reason: "step-up-needed" } });
    expect(begin(desk, rob, "i2")).toMatchObject({ data: { reason: "step-up-needed" } });
    expect(begin(desk, rob)).toMatchObject({ type: "directory.import-begun", data: { set: "i1" } });
    const begun = folded(desk, ["directory.import-begun", { set: "i1", files: [] }]);
    expect(begin({ ...begun, importing: null }, rob)).toMatchObject({ data: { reason: "step-up-needed" } });
    expect(begin(newDesk(), cli)).toEqual({ type: "directory.import-begun", data: { set: "i1", files: [] } });
  });

  it("fails before it began without ending the one under way, and leaves nothing in the state", () => {
    const desk = folded(newDesk(), ["directory.import-begun", { set: "i0", files: [] }]);
    const both = folded(desk, isAsked);
    expect(
      failImport("i1", "file-faulty")(both, { actor: rob, member: null, samePerson: [], drafter: null }, monday)[0]
        .type,
    ).toBe("directory.import-failed");
    expect(folded(both, ["directory.import-failed", { set: "i1", why: "file-faulty" }])).toEqual(desk);
  });
});

describe("An import at the command line", () => {
  it("names its reason where one was given", () => {
    const [begun] = beginImport({ set: "i1", files: [], reason: asked.reason })(
      newDesk(),
      { actor: cli, member: null, samePerson: [], drafter: null },
      monday,
    );
    expect(begun).toMatchObject({ data: { reason: "r1" }, pii: { reason: "ab".repeat(32) } });
  });
});
