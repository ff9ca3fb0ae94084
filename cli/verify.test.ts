import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "citty";
import { onEveryEngine } from "db/testing";
import { formatVkey } from "domain/trail/note";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { lastCheckpoint } from "~/checkpoint-door.server";
import { logKeysOf, publishNow, rotateLogKey } from "~/desk/publish-checkpoint.server";
import { recordProcess } from "~/desk/record-process.server";
import { houseIn, settingsOf } from "~/desk/testing-import";
import type { House } from "~/door.server";
import { verify } from "./verify";

const system = { id: "system", role: "system", auth: "none", session: null } as const;

onEveryEngine("Verifying a database whose desk rotated its key", (place) => {
  let house: House;
  let [kept, carried, old, next] = ["", "", "", ""];
  beforeAll(async () => {
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    house = houseIn(place());
    const { door } = house;
    await recordProcess(door, system, "worker", "started");
    old = formatVkey((await logKeysOf(door)).signer);
    await publishNow(house);
    const first = await lastCheckpoint(door.reader.sql);
    kept = fileOf("kept.txt", first?.note ?? "");
    const seed = randomBytes(32);
    next = await rotateLogKey(house, seed);
    door.secrets.checkpoint = seed;
    await recordProcess(door, system, "worker", "stopped");
    const newest = await publishNow(house);
    const lines = [first, newest].map((c) => `${JSON.stringify({ size: c?.size, note: c?.note })}\n`);
    carried = fileOf("checkpoints.jsonl", lines.join(""));
  });
  beforeEach(() => {
    for (const [name, value] of Object.entries(settingsOf(place()))) vi.stubEnv(name, value);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    process.exitCode = 0;
  });
  afterAll(() => house.close());

  function fileOf(name: string, text: string): string {
    const path = join(place().folder, name);
    writeFileSync(path, text);
    return path;
  }
  async function ran(...rawArgs: string[]) {
    const said: string[] = [];
    for (const way of ["log", "error"] as const) vi.spyOn(console, way).mockImplementation((line) => said.push(line));
    await runCommand(verify, { rawArgs });
    return { code: process.exitCode, said: said.join("\n") };
  }

  it("takes both keys, and follows the old one to the new one", async () => {
    expect(await ran("--checkpoint", kept, "--vkey", old, "--vkey", next)).toMatchObject({ code: 0 });
    expect(await ran("--checkpoint", kept, "--vkey", next, "--vkey", old)).toMatchObject({ code: 0 });
    expect(await ran("--checkpoint", kept, "--vkey", old)).toMatchObject({ code: 0 });
    expect(await ran("--checkpoint", carried, "--vkey", next)).toMatchObject({ code: 0 });
  });

  it("is a check that could not be made where the checkpoint or a key given is none to go by", async () => {
    const withNew = await ran("--checkpoint", kept, "--vkey", next);
    expect(withNew).toMatchObject({ code: 3, said: expect.stringContaining("give the old one and the new one") });
    for (const file of [fileOf("none.txt", "hello\n"), join(place().folder, "missing.txt")])
      expect(await ran("--checkpoint", file, "--vkey", old)).toMatchObject({ code: 3 });
    expect(await ran("--checkpoint", kept)).toMatchObject({ code: 3 });
    const both = await ran("--checkpoint", kept, "--vkey", old, "--older-head", `1:${"0".repeat(64)}`);
    expect(both).toMatchObject({ code: 3, said: expect.stringContaining("one older head") });
    const mistyped = await ran("--checkpoint", kept, "--vkey", `${old.slice(0, -5)}AAAAA`);
    expect(mistyped).toMatchObject({ code: 3, said: expect.stringContaining("its ID does not belong to this key") });
  });
});
