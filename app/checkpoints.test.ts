import { createHash, randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { openWriter } from "db/engine";
import { migratedPlace } from "db/place";
import { onEveryEngine } from "db/testing";
import { disarm } from "db/testing-tamper";
import { verifyDatabase } from "db/verify";
import { minutes } from "domain/time";
import { cosignedAt, openCheckpoint, signCheckpoint } from "domain/trail/checkpoint";
import { formatVkey, parseNote, parseVkey, signerOf } from "domain/trail/note";
import { leafHash } from "domain/trail/tree";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cosignaturesOf, lastCheckpoint, outsideNow, proveConsistency } from "./checkpoint-door.server";
import { checkpointPlaces } from "./delivery/checkpoint-places.server";
import { carryOutside } from "./desk/carry-outside.server";
import { holdAtStart, logKeysOf, publishNow, rotateLogKey } from "./desk/publish-checkpoint.server";
import { recordProcess } from "./desk/record-process.server";
import { openWitness, type Witness } from "./desk/witness-checkpoints.server";
import { startDesk, type TestDesk } from "./testing";

const witnessKey = signerOf("witness.example/w1", 4, randomBytes(32));
const system = { id: "system", role: "system", auth: "none", session: null } as const;

onEveryEngine("Published heads", (place) => {
  let desk: TestDesk;
  let witness: Witness;
  let server: Server;
  let answering = true;
  const file = () => join(place().folder, "outside.jsonl");
  const grow = () => recordProcess(desk.house.door, system, "worker", "started");
  const last = async () => {
    const published = await lastCheckpoint(desk.house.door.reader.sql);
    if (!published) throw new Error("nothing was published");
    return published;
  };

  beforeAll(async () => {
    server = createServer(async (req, res) => {
      const parts: Buffer[] = [];
      for await (const part of req) parts.push(part as Buffer);
      const answer = answering ? witness.add(Buffer.concat(parts).toString()) : { status: 503, body: "" };
      res.writeHead(answer.status).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    desk = await startDesk(place(), ["healthz", "sign-in"], {
      COUNTERSIGN_CHECKPOINT_FILE: file(),
      COUNTERSIGN_WITNESSES: `http://127.0.0.1:${port} ${formatVkey(witnessKey)}`,
    });
    const { signer } = await logKeysOf(desk.house.door);
    witness = openWitness(join(place().folder, "witness.json"), witnessKey, [{ origin: signer.name, key: signer }]);
  });
  afterAll(async () => {
    await desk.stop().catch(() => undefined);
    server.close();
  });

  it("are carried to a file and to a witness, whose word on them is kept", async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await grow();
      await publishNow(desk.house);
      expect(await carryOutside(desk.house, checkpointPlaces(desk.config))).toBe(2);
      expect(await carryOutside(desk.house, checkpointPlaces(desk.config))).toBe(0);
    }
    const { size, note } = await last();
    const lines = readFileSync(file(), "utf8").trim().split("\n");
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines.at(-1) ?? "")).toEqual({ size, note });
    const whole = parseNote(`${note}${(await cosignaturesOf(desk.house.door.reader.sql, size)).join("")}`);
    expect(whole && cosignedAt(whole, witnessKey)).toBeGreaterThan(1_700_000_000);
    const { signer } = await logKeysOf(desk.house.door);
    const hash = createHash("sha256").update(signer.name).digest("hex");
    expect(openCheckpoint(witness.latest(hash) ?? "", signer, signer.name)).toMatchObject({ checkpoint: { size } });
  });

  it("are part of what is verified: the trail is held against each of them, and the last against its signature", async () => {
    const own = openWriter(place().url);
    const verdict = async () => (await verifyDatabase(own)).problem?.what ?? "valid";
    expect(await verdict()).toBe("valid");
    const forged = async (change: { root?: Buffer; note?: string; size?: number }) => {
      const { size, root, note, at } = await last();
      await own.sql.deleteFrom("checkpoint").where("size", "=", size).execute();
      await own.sql
        .insertInto("checkpoint")
        .values({ size, root, note, at, ...change })
        .execute();
      const found = await verdict();
      await own.sql
        .deleteFrom("checkpoint")
        .where("size", "=", change.size ?? size)
        .execute();
      await own.sql.insertInto("checkpoint").values({ size, root, note, at }).execute();
      return found;
    };
    await disarm(own);
    const { size, root, note } = await last();
    const thief = signerOf("countersign/test", 1, randomBytes(32));
    expect(await forged({ root: leafHash(root) })).toBe("checkpoint-differs");
    expect(await forged({ size: size + 1000 })).toBe("cut-off");
    expect(await forged({ note: note.replace(String(size), String(size + 1)) })).toBe("checkpoint-differs");
    expect(await forged({ note: signCheckpoint({ origin: "countersign/test", size, root }, thief) })).toBe(
      "checkpoint-unsigned",
    );
    expect(await verdict()).toBe("valid");
    await own.close();
  });

  it("are late once a witness does not answer for five minutes, which is an entry, and so is its return", async () => {
    answering = false;
    await grow();
    await publishNow(desk.house);
    await carryOutside(desk.house, checkpointPlaces(desk.config));
    desk.setAhead(minutes(5));
    await carryOutside(desk.house, checkpointPlaces(desk.config));
    expect((await outsideNow(desk.house.door.reader.sql)).find((o) => o.target === witnessKey.name)).toMatchObject({
      problem: "http-503",
      late_at: expect.stringContaining("T"),
    });
    answering = true;
    desk.setAhead(minutes(5.5));
    for (let turn = 0; turn < 2; turn += 1) await carryOutside(desk.house, checkpointPlaces(desk.config));
    const types = await desk.house.door.reader.sql
      .selectFrom("entry")
      .select("type")
      .where("type", "like", "checkpoint.%")
      .orderBy("seq")
      .execute();
    expect(types.map((e) => e.type)).toEqual(["checkpoint.late", "checkpoint.caught-up"]);
  });

  it("are not pressed on a witness that refuses them: it is asked again every half minute", async () => {
    const knowing = witness;
    let asked = 0;
    const refuses = () => {
      asked += 1;
      return { status: 403, body: "" };
    };
    witness = { ...knowing, add: refuses };
    await grow();
    await publishNow(desk.house);
    const places = checkpointPlaces(desk.config);
    for (const atMinutes of [6, 6.1, 6.4, 6.6, 6.7]) {
      desk.setAhead(minutes(atMinutes));
      await carryOutside(desk.house, places);
    }
    expect(asked).toBe(2);
    witness = knowing;
    desk.setAhead(minutes(7.2));
    expect(await carryOutside(desk.house, places)).toBe(1);
  });

  it("are signed with another key after it was entered under the old one, and never again with the old one", async () => {
    const { door } = desk.house;
    const before = await logKeysOf(door);
    const seed = randomBytes(32);
    const next = await rotateLogKey(desk.house, seed);
    expect(await rotateLogKey(desk.house, seed)).toBe(next);
    const covering = await last();
    expect(openCheckpoint(covering.note, before.signer, before.signer.name)).toHaveProperty("checkpoint");
    const adopted = await door.reader.sql
      .selectFrom("entry")
      .select("seq")
      .where("type", "=", "checkpoint-key.adopted")
      .orderBy("seq", "desc")
      .executeTakeFirst();
    expect(covering.size).toBe((adopted?.seq ?? 0) + 1);
    await expect(logKeysOf(door)).rejects.toThrow("was retired");
    door.secrets.checkpoint = seed;
    await grow();
    const key = parseVkey(next);
    const published = await publishNow(desk.house);
    expect(key && openCheckpoint(published?.note ?? "", key, key.name)).toHaveProperty("checkpoint");
    expect((await verifyDatabase(door.reader)).problem).toBeNull();
    const { signer } = await logKeysOf(door);
    witness = openWitness(join(place().folder, "third.json"), witnessKey, [{ origin: signer.name, key: signer }]);
  });

  it("are refused by the witness when they fork, skip the proof, or come from another key", async () => {
    const { signer } = await logKeysOf(desk.house.door);
    const { size, root, note } = await last();
    const body = (older: number, proof: Buffer[], text: string) =>
      `old ${older}\n${proof.map((h) => `${h.toString("base64")}\n`).join("")}\n${text}`;
    const fork = signCheckpoint({ origin: signer.name, size, root: leafHash(root) }, signer);
    const bigger = signCheckpoint({ origin: signer.name, size: size + 1, root: leafHash(root) }, signer);
    const thief = signerOf(signer.name, 1, randomBytes(32));
    expect(witness.add(body(0, [], note)).status).toBe(200);
    expect(witness.add(body(size, [], note)).status).toBe(200);
    expect(witness.add(body(size, [], fork)).status).toBe(422);
    expect(witness.add(body(size, [], bigger)).status).toBe(422);
    expect(witness.add(body(0, [], bigger))).toMatchObject({ status: 409, body: `${size}\n` });
    expect(witness.add(body(size + 2, [], bigger)).status).toBe(400);
    expect(witness.add(body(size, [], signCheckpoint({ origin: signer.name, size, root }, thief))).status).toBe(403);
    expect(witness.add(body(size, [], signCheckpoint({ origin: "else", size, root }, signer))).status).toBe(404);
    expect(witness.add(note).status).toBe(400);
    const older = 2;
    const proof = await proveConsistency(desk.house.door.reader.sql, older, size);
    const fresh = openWitness(join(place().folder, "second.json"), witnessKey, [{ origin: signer.name, key: signer }]);
    expect(fresh.add(body(0, proof, note)).status).toBe(422);
    expect(fresh.add(body(0, [], note)).status).toBe(200);
    const reopened = openWitness(join(place().folder, "second.json"), witnessKey, [
      { origin: signer.name, key: signer },
    ]);
    expect(reopened.add(body(0, [], note))).toMatchObject({ status: 409, body: `${size}\n` });
  });

  it("halt the desk when the trail no longer continues them: one page explains, and nothing is written", async () => {
    expect(await holdAtStart(desk.house)).toBeNull();
    const own = openWriter(place().url);
    await disarm(own);
    const { size } = await last();
    await grow();
    const taken = await own.sql.selectFrom("entry").selectAll().where("seq", "=", size).executeTakeFirstOrThrow();
    await own.sql
      .updateTable("entry")
      .set({ bytes: Buffer.from("{}") })
      .where("seq", "=", size)
      .execute();
    await expect(publishNow(desk.house)).rejects.toThrow(`The bytes of entry ${size} are not those`);
    await expect(grow()).rejects.toThrow(/Nothing may be written.*countersign verify.*countersign resume/);
    const page = await desk.ask("GET", "/sign-in");
    expect(page.status).toBe(503);
    expect(page.body).toContain("This desk has stopped");
    const machine = await desk.ask("GET", "/scim/v2/Users");
    expect([machine.status, machine.headers["content-type"]]).toEqual([503, "application/scim+json; charset=utf-8"]);
    expect(JSON.parse(machine.body)).toMatchObject({ status: "503" });
    expect((await desk.ask("GET", "/healthz")).status).toBe(503);
    await own.sql.updateTable("entry").set({ bytes: taken.bytes }).where("seq", "=", size).execute();
    await own.sql.updateTable("head").set({ halted: null }).execute();
    await own.close();
    expect(await holdAtStart(desk.house)).toBeNull();
    expect((await publishNow(desk.house))?.size).toBeGreaterThan(size);
    expect((await desk.ask("GET", "/healthz")).status).toBe(200);
  });

  it("halt nobody who starts where someone else wrote into the file outside, or where a line of it was broken off", async () => {
    const { signer } = await logKeysOf(desk.house.door);
    const whole = readFileSync(file(), "utf8");
    const forger = signerOf(signer.name, 1, randomBytes(32));
    const note = signCheckpoint({ origin: signer.name, size: 1_000_000_000, root: randomBytes(32) }, forger);
    appendFileSync(file(), `${JSON.stringify({ size: 1_000_000_000, note })}\nnonsense\n{"size":12,"no`);
    expect(await holdAtStart(desk.house)).toBeNull();
    // What is written next is not lost in the line that was broken off.
    await grow();
    const next = await publishNow(desk.house);
    await carryOutside(desk.house, checkpointPlaces(desk.config));
    expect(JSON.parse(readFileSync(file(), "utf8").trim().split("\n").at(-1) ?? "")).toMatchObject({
      size: next?.size,
    });
    writeFileSync(file(), `${JSON.stringify({ size: 1, note })}\n`);
    expect(await holdAtStart(desk.house)).toContain("signed by a key of this trail");
    writeFileSync(file(), `${whole}${JSON.stringify({ size: next?.size, note: next?.note })}\n`);
    await desk.house.writer.sql.updateTable("head").set({ halted: null }).execute();
    expect(await holdAtStart(desk.house)).toBeNull();
  });

  it("halt a desk that starts on an older backup than what is in the file outside", async () => {
    const older = await migratedPlace(place().kind);
    const env = { COUNTERSIGN_CHECKPOINT_FILE: file(), COUNTERSIGN_ORIGIN: "countersign/test" };
    mkdirSync(join(older.folder, "secrets"), { mode: 0o700 });
    const key = `v1:${desk.house.door.secrets.checkpoint.toString("hex")}\n`;
    writeFileSync(join(older.folder, "secrets", "checkpoint.key"), key, { mode: 0o600 });
    const restored = await startDesk(older, ["healthz"], env);
    const page = await restored.ask("GET", "/anything");
    expect(page.status).toBe(503);
    expect(page.body).toContain("were published and 0 are there");
    await restored.stop().catch(() => undefined);
    await older.drop();
  });
});
