import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onEveryEngine } from "db/testing";
import { verifyDatabase } from "db/verify";
import { minutes } from "domain/time";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { demoCode, enrolForDemo } from "./desk/demo-authenticator.server";
import { recoverImports, runWaitingImports } from "./desk/import-directory.server";
import { makeSession } from "./desk/sign-in.server";
import { sweepUploads } from "./desk/sweep-uploads.server";
import { directoryTables, tableOrder } from "./directory/tables";
import { addMember, startDesk, type TestDesk } from "./testing";
import { multipart, multipartType, type SentPart } from "./testing-multipart";
import { written } from "./upload.server";

const key = { name: "key", data: "k.import" };
const four: SentPart[] = tableOrder.map((name) => ({
  name,
  filename: `${name}.csv`,
  data: `${directoryTables[name].join(",")}\n`,
}));
const later = (name: string): SentPart[] =>
  four.map((part) =>
    part.name === "accounts" ? { ...part, data: `${part.data}${name},u,N,eu,x,active,none,en\n` } : part,
  );

onEveryEngine("Uploaded directories", (place) => {
  let desk: TestDesk;
  let cookie: string;
  let rob: string;
  let uploads: string;
  beforeAll(async () => {
    uploads = join(place().folder, "uploads");
    desk = await startDesk(place(), ["imports", "import", "errors"], { COUNTERSIGN_UPLOAD_DIR: uploads });
    rob = await addMember(desk, "rob", "admin");
    cookie = `cs=${await makeSession(desk.house, rob)}`;
    const actor = { id: `staff:${rob}`, role: "admin", auth: "demo", session: null } as const;
    expect(await enrolForDemo(desk.house.door, { actor, request: "test" }, rob)).toBeNull();
  });
  afterAll(() => desk.stop());
  beforeEach(async () => {
    while ((await runWaitingImports(desk.house)) > 0);
  });

  let minute = 0;
  /** A reason and a code of Rob's that was not used before. */
  const said = async (): Promise<SentPart[]> => {
    minute += 1;
    desk.setAhead(minutes(minute));
    return [
      { name: "reason", data: "New tenants of March" },
      { name: "code", data: (await demoCode(desk.house.door, rob)) ?? "" },
    ];
  };
  const headers = () => ({ cookie, "content-type": multipartType });
  const send = (parts: readonly SentPart[]) =>
    desk.ask("POST", "/imports", { headers: headers(), body: multipart(parts) });
  const kept = () => (existsSync(uploads) ? readdirSync(uploads) : []);
  const entered = async (type: string) => {
    const rows = await desk.house.door.reader.sql
      .selectFrom("entry")
      .select("bytes")
      .where("type", "=", type)
      .orderBy("seq", "desc")
      .limit(1)
      .execute();
    return rows.map((row) => JSON.parse(row.bytes.toString("utf8")));
  };
  const jobs = () => desk.house.door.reader.sql.selectFrom("import_job").selectAll().execute();

  it("are one import, though the form is sent twice, and the second copy of the files is removed", async () => {
    const before = (await jobs()).length;
    const form = [{ ...key, data: "twice" }, ...four, ...(await said())];
    const first = await send(form);
    const again = await send(form);
    expect(first).toMatchObject({
      status: 303,
      headers: { location: expect.stringMatching(/^\/imports\/[0-9a-f-]{36}$/) },
    });
    expect(again.headers.location).toBe(first.headers.location);
    expect((await jobs()).length).toBe(before + 1);
    expect(kept()).toHaveLength(1);
    expect(readFileSync(join(uploads, kept()[0] ?? "", "accounts.csv"), "utf8")).toBe(four[0]?.data);
  });

  it("under a key that came with other files are refused in a sentence, and removed", async () => {
    await send([{ ...key, data: "other" }, ...four, ...(await said())]);
    const other = await send([{ ...key, data: "other" }, ...later("A1"), ...(await said())]);
    expect(other.status).toBe(409);
    expect(other.body).toContain("That form was sent before with other content.");
    expect(kept()).toHaveLength(1);
  });

  it.each<[string, number, SentPart[]]>([
    ["with a file too many", 400, [key, ...four, { name: "notes", filename: "n.csv", data: "n" }]],
    ["with a field that is none of the form's", 400, [key, ...four, { name: "role", data: "admin" }]],
    ["with a file twice", 400, [key, ...four, ...four]],
    ["with text in place of a file", 400, [key, { name: "accounts", data: "a".repeat(100_000) }]],
    ["with files, and a name of others beside them", 400, [key, ...four, { name: "kept", data: "x" }]],
    ["without files", 400, [key]],
    ["without a key", 400, four],
    ["with a key of a thousand characters", 413, [{ ...key, data: "k".repeat(1000) }, ...four]],
  ])("%s are answered with %i, and nothing of them stays", async (_, status, parts) => {
    const before = (await jobs()).length;
    const answer = await send(parts);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain("Nothing was");
    expect(kept()).toEqual([]);
    expect((await jobs()).length).toBe(before);
  });

  it("wait for a right code and a reason, are not sent again for it, and then are what was asked for", async () => {
    const [reason, code] = (await said()) as [SentPart, SentPart];
    const wrong = { ...code, data: code.data === "000000" ? "000001" : "000000" };
    const named = (body: string) => /name="kept" value="([^"]+)"/.exec(body)?.[1] ?? "";
    const before = (await jobs()).length;
    const first = await send([{ ...key, data: "w1" }, ...four, reason, wrong]);
    expect(first.status).toBe(422);
    expect(first.body).not.toContain('type="file"');
    const kept = { name: "kept", data: named(first.body) };
    const few = await send([{ ...key, data: "w2" }, kept, { ...reason, data: " ok " }, code]);
    expect([few.status, named(few.body)]).toEqual([422, kept.data]);
    const stranger = await send([
      { ...key, data: "w3" },
      { ...kept, data: kept.data.replace(/.$/, "x") },
      reason,
      code,
    ]);
    expect(stranger.body).toContain("The files are no longer here");
    expect((await jobs()).length).toBe(before);
    const last = [{ ...key, data: "w4" }, kept, reason, code];
    const done = await send(last);
    expect((await send(last)).headers.location).toBe(done.headers.location);
    const id = done.headers.location?.split("/").at(-1) ?? "";
    const job = (await jobs()).find((one) => one.id === id);
    expect(readFileSync(join(job?.folder ?? "", "accounts.csv"), "utf8")).toBe(four[0]?.data);
    expect(await entered("directory.import-asked")).toMatchObject([
      { object: id, pii: { reason: expect.any(String) } },
    ]);
    await runWaitingImports(desk.house);
    expect((await entered("directory.import-begun")).map((e) => e.object)).toContain(id);
    expect((await verifyDatabase(desk.house.door.reader)).problem).toBeNull();
  });

  it("that are broken off half-way leave nothing", async () => {
    const body = multipart([key, ...four, { name: "answers", filename: "a.csv", data: "secret".repeat(50_000) }]);
    const sent = httpRequest({
      host: desk.config.host,
      port: desk.config.port,
      method: "POST",
      path: "/imports",
      headers: { ...headers(), origin: desk.config.baseUrl, "content-length": String(body.length) },
    }).on("error", () => undefined);
    sent.write(body.subarray(0, 600));
    for (let n = 0; n < 100 && kept().length === 0; n += 1) await sleep(20);
    expect(kept()).toHaveLength(1);
    sent.destroy();
    for (let n = 0; n < 100 && kept().length > 0; n += 1) await sleep(20);
    expect(kept()).toEqual([]);
  });

  it("whose import ended are removed, though its process was killed before it came to that", async () => {
    const sent = await send([{ ...key, data: "killed" }, ...four, ...(await said())]);
    const id = (sent.headers.location ?? "").split("/").at(-1) ?? "";
    const folder = kept()[0] ?? "";
    await desk.house.writer.sql.updateTable("import_job").set({ state: "done" }).where("id", "=", id).execute();
    expect(await sweepUploads(desk.house)).toBe(1);
    expect(kept()).not.toContain(folder);
  });

  it("that wait, or that nobody's import names yet, stay; those of an hour ago that none names go", async () => {
    await send([{ ...key, data: "waits" }, ...four, ...(await said())]);
    const waiting = kept()[0] ?? "";
    const [left, young] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];
    for (const name of [left, young, waiting]) {
      mkdirSync(join(uploads, name), { recursive: true });
      writeFileSync(join(uploads, name, "answers.csv"), "in clear");
    }
    const longAgo = Date.now() / 1000 - 3700;
    for (const name of [left, waiting])
      for (const path of [join(uploads, name, "answers.csv"), join(uploads, name)]) utimesSync(path, longAgo, longAgo);
    expect(await sweepUploads(desk.house)).toBe(1);
    expect(kept().sort()).toEqual([waiting, young].sort());
    await desk.house.writer.sql.deleteFrom("import_job").where("state", "=", "waiting").execute();
    expect(await recoverImports(desk.house)).toBe(0);
  });
});

it("A file that its disk has no room for is said so, and nothing else breaks", async () => {
  const data = async function* () {
    for (let n = 0; n < 100; n += 1) yield Buffer.alloc(65_536);
  };
  await expect(written(data(), "/dev/full")).rejects.toMatchObject({ code: "ENOSPC" });
});
