import { join } from "node:path";
import { onEveryEngine } from "db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { haltTrail, markFailing, markLate } from "~/checkpoint-door.server";
import { configOf } from "~/config.server";
import { addStaff } from "~/desk/add-staff.server";
import { atTheDesk, houseIn } from "~/desk/testing-import";
import type { House } from "~/door.server";
import { keepProblem } from "~/watch-door.server";
import { reach, scimServer, serving } from "./doctor";
import { deskFindings } from "./doctor-desk";

onEveryEngine("The doctor", (place) => {
  let house: House;
  beforeAll(() => {
    house = houseIn(place());
  });
  afterAll(() => house.close());

  const looked = async () => Object.fromEntries((await deskFindings(house.door)).map((f) => [f.what, f]));
  const add = (signInName: string, role: "supervisor" | "admin", person?: string) =>
    addStaff(house.door, atTheDesk, {
      signInName,
      displayName: signInName,
      role,
      password: "correct horse of a member",
      ...(person ? { person } : {}),
    });

  it("counts the supervisors as humans, and wants an admin", async () => {
    expect((await looked()).admin?.todo).toContain("there is none");
    const sam = await add("sam", "supervisor");
    await add("sam2", "supervisor", sam.id ?? "");
    expect((await looked()).supervisors?.todo).toContain("there are 1 of the two people");
    await add("mia", "supervisor");
    await add("ned", "admin");
    expect((await looked()).admin).toMatchObject({ todo: expect.stringContaining("one alone"), isAdvice: true });
    await add("rob", "admin");
    expect(await looked()).toMatchObject({ supervisors: { todo: null }, admin: { todo: null } });
  });

  it("mentions messages that failed for good", async () => {
    expect((await looked()).messages?.todo).toBeNull();
    const at = "2026-03-02T09:00:00.000Z";
    const times = { created_at: at, due_at: at, failed_at: at, erred_at: at, leased_until: null, done_at: null };
    const nowhere = { ticket_id: null, account_id: null, contact_id: "c", handle: null, reference: null };
    await house.writer.sql
      .insertInto("outbox")
      .values({
        id: "m",
        template: "code",
        kind: "email",
        doc: "{}",
        attempts: 1,
        error: "refused",
        delivered_at: null,
        retries: 0,
        unheard: 0,
        ...nowhere,
        ...times,
      })
      .execute();
    expect((await looked()).messages).toMatchObject({
      todo: expect.stringContaining("1 failed for good"),
      isAdvice: true,
    });
  });

  it("says what the desk's own check found, and that a trail is halted", async () => {
    const check = "the desk's own check of the trail";
    expect(await looked()).toMatchObject({ trail: { todo: null }, [check]: { isAdvice: true } });
    const problem = { verdict: "tampered", what: "entry-differs", seq: 2, sentence: "Entry 2 differs." } as const;
    await keepProblem(house.writer, problem, house.door.clock.now());
    await haltTrail(house.writer, "Entry 2 was changed.");
    const found = await looked();
    expect(found[check]?.todo).toContain("Entry 2 differs.");
    expect(found[check]?.isAdvice).toBeUndefined();
    expect(found.trail?.todo).toContain("it is halted: Entry 2 was changed.");
  });

  it("advises where checkpoints go nowhere, and has a place that is late mended", async () => {
    expect(await looked()).toMatchObject({ checkpoints: { todo: expect.any(String), isAdvice: true } });
    house.door.config.checkpointFile = join(place().folder, "outside.jsonl");
    const now = house.door.clock.now();
    await markFailing(house.writer, { target: "file", size: 0, problem: "enoent" }, now);
    expect(await looked()).toMatchObject({ "checkpoints to the file outside": { isAdvice: true } });
    await markLate(house.writer, "file", now);
    expect(await looked()).toMatchObject({
      "checkpoints to the file outside": { todo: expect.stringContaining("enoent"), isAdvice: false },
    });
  });
});

it("The doctor notes that two origins take two web processes, and is content with one side or one origin", () => {
  const found = (env: Record<string, string>) => serving(configOf({ COUNTERSIGN_MODE: "test", ...env }));
  const apart = { COUNTERSIGN_PORTAL_URL: "http://localhost:3999" };
  expect(found({})).toMatchObject({ what: "serving (all)", todo: null });
  expect(found(apart)).toMatchObject({ todo: expect.stringContaining("COUNTERSIGN_SERVE=portal"), isAdvice: true });
  expect(found({ ...apart, COUNTERSIGN_SERVE: "portal" })).toMatchObject({
    what: "serving (portal, portal http://localhost:3999)",
    todo: null,
  });
});

it("The token of an identity provider is looked at where one is set, and never said", () => {
  const found = (env: Record<string, string>) => scimServer(configOf({ COUNTERSIGN_MODE: "test", ...env }), env);
  const token = "0123456789abcdef0123456789abcdef";
  expect(found({})).toEqual([]);
  expect(found({ COUNTERSIGN_SCIM_TOKEN: token })).toEqual([
    { what: "SCIM server (http://127.0.0.1:3000/scim/v2)", todo: null },
  ]);
  const short = found({ COUNTERSIGN_SCIM_TOKEN: token.slice(1) });
  expect(short).toMatchObject([{ todo: expect.stringContaining("at least 32") }]);
  expect(JSON.stringify(short)).not.toContain(token.slice(1));
  expect(found({ COUNTERSIGN_SCIM_TOKEN_FILE: "/nowhere/token" })).toMatchObject([
    { todo: expect.stringContaining("ENOENT") },
  ]);
});

it("The doctor notes that no telephone is named, and no address for changes of owner", () => {
  const todos = (env: Record<string, string>) =>
    reach(configOf({ COUNTERSIGN_MODE: "test", ...env })).map(({ todo, isAdvice }) => [todo?.split(" ")[0], isAdvice]);
  expect(todos({})).toEqual([
    ["COUNTERSIGN_CALL_US", true],
    ["COUNTERSIGN_OWNERS_CONTACT", true],
  ]);
  const said = { COUNTERSIGN_CALL_US: "+44 20 7946 0018, Mo-Fr 09:00-17:00", COUNTERSIGN_OWNERS_CONTACT: "+44 20 1" };
  expect(todos(said)).toEqual([
    [undefined, true],
    [undefined, true],
  ]);
});
