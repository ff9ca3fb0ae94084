import { onEveryEngine } from "db/testing";
import { verifyDatabase } from "db/verify";
import { policyRef, refOf, standard } from "domain/policies";
import type { Policy } from "domain/policy";
import { changed } from "domain/testing-policy";
import { minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { demoCode, enrolForDemo } from "./desk/demo-authenticator.server";
import { makeSession } from "./desk/sign-in.server";
import { readDraft } from "./read-policies.server";
import { addMember, startDesk, type TestDesk } from "./testing";
import { multipart, multipartType, type SentPart } from "./testing-multipart";

const folders = [
  "policies",
  "policies.document",
  "policies.draft",
  "policies.draft.file",
  "policies.draft.confirmation",
  "policies.draft.withdrawal",
  "policies.draft.replay",
  "errors",
];
const document = changed({ version: standard.version + 1, passwordMinLength: 14 });
const text = JSON.stringify(document);
const base = policyRef("standard").digest;
const reason = "Passwords were guessed in March";

onEveryEngine("The forms of policies", (place) => {
  let desk: TestDesk;
  const staff: Record<string, { id: string; cookie: string }> = {};
  beforeAll(async () => {
    desk = await startDesk(place(), folders);
    for (const [name, role] of [
      ["rob", "admin"],
      ["ned", "admin"],
      ["ivy", "auditor"],
    ] as const) {
      const id = await addMember(desk, name, role);
      staff[name] = { id, cookie: `cs=${await makeSession(desk.house, id)}` };
      const actor = { id: `staff:${id}`, role, auth: "demo", session: null } as const;
      if (role === "admin") expect(await enrolForDemo(desk.house.door, { actor, request: "test" }, id)).toBeNull();
    }
  });
  afterAll(() => desk.stop());

  let minute = 0;
  /** A code of this member's that was not used before. */
  const code = async (name: string): Promise<string> => {
    minute += 1;
    desk.setAhead(minutes(minute));
    return (await demoCode(desk.house.door, staff[name]?.id ?? "")) ?? "";
  };
  const headersOf = (name: string) => ({ cookie: staff[name]?.cookie ?? "" });
  const get = (name: string, path: string) => desk.ask("GET", path, { headers: headersOf(name) });
  const post = (name: string, path: string, form: Record<string, string>) =>
    desk.ask("POST", path, { headers: headersOf(name), form });
  const propose = async (key: string, more: Record<string, string> = {}) =>
    post("rob", "/policies/draft", { key, intent: "propose", document: text, base, reason, code: "", ...more });
  const waiting = async () =>
    (await readDraft(desk.house.door, { id: staff.rob?.id ?? "", name: "Rob", role: "admin" })).draft;
  const entered = async (type: string) =>
    (await desk.house.writer.sql.selectFrom("entry").select("seq").where("type", "=", type).execute()).length;

  it("take a file's text where it is one small file, and keep nothing of it", async () => {
    const send = (...parts: SentPart[]) =>
      desk.ask("POST", "/policies/draft/file", {
        headers: { ...headersOf("rob"), "content-type": multipartType },
        body: multipart(parts),
      });
    const key = { name: "key", data: "k.file" };
    const file = (data: string) => ({ name: "file", filename: "p.json", data });
    const read = await send(key, file(text));
    expect(read.status).toBe(200);
    expect(read.body).toContain("&quot;passwordMinLength&quot;:14");
    expect((await send(key, file("no json"))).body).toContain("This is no JSON.");
    expect((await send(key, file("x".repeat(20_001)))).status).toBe(413);
    expect((await send(key, file(text), { name: "other", filename: "o", data: "o" })).status).toBe(400);
    expect((await send(file(text))).status).toBe(400);
  });

  it("check a document without drafting it, and name each fault with its place", async () => {
    const low: Policy = { ...document, passwordMinLength: 7 };
    const checked = await propose("c1", { intent: "check", document: JSON.stringify(low) });
    expect(checked.status).toBe(422);
    expect(checked.body).toContain("/passwordMinLength");
    const good = await propose("c2", { intent: "check", reason: "", document: text });
    expect(good.status).toBe(200);
    expect(good.body).toContain("This document can be drafted.");
    expect((await propose("c3", { intent: "check", base: "x" })).status).toBe(422);
    expect((await propose("c4", { version: "3" })).status).toBe(400);
    expect((await propose("c5", { document: "x".repeat(20_001) })).body).toContain("That is too long");
    expect(await waiting()).toBeNull();
    expect(await entered("policy.replayed")).toBe(1);
  });

  it("give no file of a draft where there is none, and no document that nobody knows", async () => {
    expect((await get("ivy", "/policies/draft/replay.csv")).status).toBe(404);
    expect((await get("ivy", `/policies/${"0".repeat(64)}`)).status).toBe(404);
    expect((await get("ivy", "/policies/nothing")).status).toBe(404);
    const shipped = await get("ivy", `/policies/${base}`);
    expect(JSON.parse(shipped.body)).toEqual(standard);
    expect(shipped.headers["content-disposition"]).toContain('filename="standard-');
    expect((await get("ivy", "/policies/draft")).body).toContain("No draft waits");
  });

  it("draft once, though the form is sent twice", async () => {
    // A reason too short is told before the code is spent.
    const form = { code: await code("rob") };
    expect((await propose("d0", { reason: "no", ...form })).body).toContain("five characters or more");
    const answers = [await propose("d1", form), await propose("d1", form)];
    expect(answers.map((a) => [a.status, a.headers.location])).toEqual([
      [303, "/policies/draft?done=draft"],
      [303, "/policies/draft?done=draft"],
    ]);
    expect(await entered("policy.drafted")).toBe(1);
    const other = await post("ned", "/policies/draft", {
      ...{ key: "d2", intent: "propose", base, reason, code: await code("ned") },
      document: JSON.stringify({ ...document, passwordMinLength: 16 }),
    });
    expect(other.status).toBe(409);
    expect(other.body).toContain("A draft waits already.");
    expect(other.body).toContain("&quot;passwordMinLength&quot;:16");
  });

  it("confirm the document that was read and no other, and what is confirmed is in force", async () => {
    const draft = await waiting();
    const form = { draft: draft?.id ?? "", digest: refOf(document).digest };
    const csv = await get("ivy", "/policies/draft/replay.csv");
    expect([csv.status, csv.headers["content-type"], csv.body.split("\r\n").length]).toEqual([
      200,
      "text/csv; charset=utf-8",
      2,
    ]);
    const other = await post("ned", "/policies/draft/confirmation", {
      ...form,
      key: "e1",
      digest: base,
      code: await code("ned"),
    });
    expect(other.status).toBe(403);
    const own = await post("rob", "/policies/draft/confirmation", { ...form, key: "e2", code: await code("rob") });
    expect(own.body).toContain("You drafted it.");
    const wrong = await post("ned", "/policies/draft/confirmation", { ...form, key: "e3", code: "000000" });
    expect(wrong.status).toBe(422);
    const done = await post("ned", "/policies/draft/confirmation", { ...form, key: "e4", code: await code("ned") });
    expect(done.headers.location).toBe("/policies?done=confirmation");
    expect((await get("ivy", "/policies")).body).toContain("In force: standard, version 3");
    const late = await post("ned", "/policies/draft/withdrawal", { key: "e5", draft: form.draft });
    expect(late.status).toBe(409);
    expect(late.body).toContain("does not wait any more");
    expect((await verifyDatabase(desk.house.door.reader)).problem).toBeNull();
  });
});
