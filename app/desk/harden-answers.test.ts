import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onEveryEngine } from "db/testing";
import { normaliseAnswer } from "domain/answers";
import { expect, it } from "vitest";
import type { House } from "~/door.server";
import { compareAnswer } from "./compare-answers.server";
import { hardenAnswers, hardenSome } from "./harden-answers.server";
import { importDirectory } from "./import-directory.server";
import { atTheDesk, inFreshHouse, writtenDirectory } from "./testing-import";

const sample = fileURLToPath(new URL("../../db/sample/", import.meta.url));
const account = "A1,mia,Mia,eu,2020-01-01T00:00:00Z,active,none,en";

onEveryEngine("Imported answers", (place) => {
  const fresh = (body: Parameters<typeof inFreshHouse>[1]) => inFreshHouse(place().kind, body);

  it("compare the same before and after they are hardened", () =>
    fresh(async (house, at) => {
      const folder = writtenDirectory(at, { accounts: [account], answers: ["A1,pet,Pet?,Łatka!"] });
      await importDirectory(house, atTheDesk, { folder, strict: false });
      const soft = await onlyAnswer(house);
      expect(soft).toMatchObject({ hash: expect.stringMatching(/^h1:[0-9a-f]{64}$/), hardened_at: null });
      expect(await hardenSome(house, { most: 10 })).toEqual({ hardened: 1, left: 0 });
      const hard = await onlyAnswer(house);
      expect(hard).toMatchObject({
        hash: expect.stringMatching(/^a1:\$argon2id\$v=19\$m=19456,t=2,p=1\$/),
        hardened_at: expect.any(String),
      });
      for (const { hash, account, question } of [soft, hard]) {
        const stored = { hash, account, question };
        const elsewhere = [
          { ...stored, account: "another" },
          { ...stored, question: "street" },
        ].map((of) => compareAnswer(of, "latka", house.door.secrets));
        expect(await Promise.all(elsewhere)).toEqual([false, false]);
        const tried = await Promise.all(
          ["latka", "LATKA ", "lata", "", "!"].map((typed) =>
            compareAnswer(stored, normaliseAnswer(typed), house.door.secrets),
          ),
        );
        expect(tried).toEqual([true, true, false, false, false]);
      }
    }));

  it("are hardened a few at a time, and the end of a backlog is one entry with its count", () =>
    fresh(async (house, at) => {
      const questions = ["pet", "street", "school", "name", "town"];
      const folder = writtenDirectory(at, {
        accounts: [account],
        answers: questions.map((q) => `A1,${q},${q}?,Answer ${q}`),
      });
      await importDirectory(house, atTheDesk, { folder, strict: false });
      expect(await hardenSome(house, { most: 2 })).toEqual({ hardened: 2, left: 3 });
      expect(await hardenAnswers(house, new AbortController().signal)).toBe(3);
      expect(await hardenAnswers(house, new AbortController().signal)).toBe(0);
      expect(await hardenedEntries(house)).toEqual([{ count: 5, left: 0 }]);
    }));

  it("hardened by two workers at once are hardened once", () =>
    fresh(async (house, at) => {
      const folder = writtenDirectory(at, {
        accounts: [account],
        answers: ["A1,pet,Pet?,Biscuit", "A1,street,Street?,Elm Road"],
      });
      await importDirectory(house, atTheDesk, { folder, strict: false });
      const both = await Promise.all([hardenSome(house, { most: 5 }), hardenSome(house, { most: 5 })]);
      expect(both[0].hardened + both[1].hardened).toBe(2);
    }));
});

it("leaves no serial, address, number, name or answer in clear in any file of the database", () =>
  inFreshHouse("sqlite", async (house, at) => {
    await importDirectory(house, atTheDesk, { folder: sample, strict: true });
    await hardenSome(house, { most: 3 });
    const holders = JSON.parse(readFileSync(join(sample, "holders.json"), "utf8")) as {
      username: string;
      displayName: string;
      accountId: string;
      email: string;
      phone: string | null;
      serials: string[];
      answers: { answer: string }[];
    }[];
    const files = readdirSync(at.folder).filter((name) => name.includes(".db"));
    const bytes = Buffer.concat(files.map((name) => readFileSync(join(at.folder, name))));
    expect(files.length).toBeGreaterThan(1);
    // A name of the question catalogue is there in clear: the search does find what is there.
    expect(bytes.includes("What was your first pet called?")).toBe(true);
    const secrets = holders.flatMap((h) => [
      h.username,
      h.displayName,
      h.accountId,
      h.email,
      h.phone ?? "no phone",
      ...h.serials,
      ...h.serials.map((s) => s.slice(-9)),
      ...h.answers.flatMap((a) => [a.answer, normaliseAnswer(a.answer)]),
    ]);
    expect(secrets.filter((secret) => secret.length > 3 && bytes.includes(secret))).toEqual([]);
  }));

async function onlyAnswer(house: House) {
  return house.door.reader.sql
    .selectFrom("answer")
    .select(["hash", "hardened_at", "account_id as account", "question_id as question"])
    .executeTakeFirstOrThrow();
}

async function hardenedEntries(house: House): Promise<unknown[]> {
  const rows = await house.door.reader.sql
    .selectFrom("entry")
    .select("bytes")
    .where("type", "=", "answers.hardened")
    .orderBy("seq")
    .execute();
  return rows.map((row) => JSON.parse(row.bytes.toString("utf8")).data);
}
