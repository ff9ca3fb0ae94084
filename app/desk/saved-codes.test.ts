import { onEveryEngine } from "db/testing";
import { verifyDatabase } from "db/verify";
import { codesLeft } from "domain/saved-codes";
import { minutes } from "domain/time";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { accountNow, type CaseRef, caseNow } from "./case.server";
import { takeSavedCode } from "./check-saved-code.server";
import { makeCodes } from "./make-saved-codes.server";
import { ada, who } from "./testing-desk";
import { deskOf, holder, password, readyTicket, setAhead } from "./testing-holders";

onEveryEngine("Saved recovery codes", (place) => {
  let house: House;
  let codes: string[] = [];
  let ref: CaseRef;
  let [hal, vera] = ["", ""];
  const make = (account = hal, typed = password, key?: string) =>
    makeCodes(house.door, who(holder(account), key), account, { password: typed, source: "here" });
  const take = (code: string, key?: string) => takeSavedCode(house.door, who(ada, key), ref, code);

  beforeAll(async () => {
    const desk = await deskOf(place(), ["hal", "vera"]);
    house = desk.house;
    ({ hal, vera } = desk.ids);
    const made = await make();
    codes = made.codes ?? [];
    setAhead(place(), minutes(1));
    ref = await readyTicket(house, hal);
  });
  afterAll(() => house.close());

  it("are ten, all different, in four groups of four", () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it("are shown once: the form sent twice shows nothing the second time, and makes nothing", async () => {
    expect((await make(vera, password, "k1")).codes).toHaveLength(10);
    const set = (await accountNow(house.door, vera))?.savedCodes?.set;
    expect(await make(vera, password, "k1")).toEqual({ refused: null, codes: null });
    expect((await accountNow(house.door, vera))?.savedCodes?.set).toBe(set);
  });

  it("are not made on a wrong password, and the set in force stays", async () => {
    const set = (await accountNow(house.door, vera))?.savedCodes?.set;
    expect(await make(vera, "not the password")).toEqual({ refused: "wrong-password", codes: null });
    expect((await accountNow(house.door, vera))?.savedCodes?.set).toBe(set);
  });

  it("are not made while the password was typed too often, and that is an entry like any other", async () => {
    const guess = () => makeCodes(house.door, who(holder(vera)), vera, { password: "not it", source: "elsewhere" });
    const refused: (string | null)[] = [];
    for (let n = 0; n < 11; n += 1) refused.push((await guess()).refused);
    expect(refused).toEqual([...Array(10).fill("wrong-password"), "too-many-passwords"]);
    const { reason } = await house.writer.sql
      .selectFrom("entry")
      .select("reason")
      .where("subject", "=", vera)
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(reason).toBe("too-many-passwords");
  });

  it("are in no table and no entry, in whatever form they are written", async () => {
    const forms = codes.flatMap((code) => [code, code.replaceAll("-", ""), code.toLowerCase()]);
    for (const table of await tablesOf(house)) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(house.writer.sql);
      const text = rows
        .map((row) =>
          Object.values(row as object)
            .map(textOf)
            .join(" "),
        )
        .join(" ");
      expect(
        forms.filter((form) => text.includes(form)),
        table,
      ).toEqual([]);
    }
  });

  it("are evidence, however they are typed, and each is used up", async () => {
    expect(await take((codes[0] ?? "").toLowerCase().replaceAll("-", " "))).toEqual({
      refused: null,
      checked: "match",
    });
    expect(await take(codes[0] ?? "")).toEqual({ refused: null, checked: "repeated" });
    expect((await caseNow(house.door, ref)).ticket?.evidence.map((v) => v.factor)).toEqual(["saved-code"]);
    expect(codesLeft(await accountNow(house.door, hal))).toBe(9);
  });

  it("that are none are turned away without using a try; those of another account use one, and the same one again none", async () => {
    expect((await take("1234")).refused).toBe("not-a-saved-code");
    const veras = (await make(vera)).codes ?? [];
    expect((await take(veras[0] ?? "")).checked).toBe("no-match");
    expect((await take(veras[0] ?? "")).checked).toBe("repeated");
    expect((await take(codes[1] ?? "", "k2")).checked).toBe("match");
    expect((await take(codes[1] ?? "", "k2")).checked).toBe("match");
    expect((await accountNow(house.door, hal))?.attempts.filter((a) => a.result === "failed")).toHaveLength(1);
  });

  it("are taken by one of twenty who give the same one at once", async () => {
    const before = codesLeft(await accountNow(house.door, hal));
    const all = await Promise.all(Array.from({ length: 20 }, () => take(codes[2] ?? "")));
    expect(all.filter((one) => one.checked === "match")).toHaveLength(1);
    expect(all.filter((one) => one.checked === "repeated")).toHaveLength(19);
    expect(codesLeft(await accountNow(house.door, hal))).toBe(before - 1);
  });

  it("use exactly their budget when fifty wrong ones come at once", async () => {
    const wrong = Array.from({ length: 50 }, (_, n) => `0000-0000-0000-00${String(n).padStart(2, "0")}`);
    const all = await Promise.all(wrong.map((code) => take(code)));
    expect(all.filter((one) => one.checked === "no-match")).toHaveLength(4);
    expect(all.filter((one) => one.refused === "too-many-saved-code-tries")).toHaveLength(46);
  });

  it("made after the ticket was opened prove nothing in it", async () => {
    const veras = await readyTicket(house, vera, "vera.new@harbour.example");
    const late = (await make(vera)).codes ?? [];
    const taken = await takeSavedCode(house.door, who(ada), veras, late[0] ?? "");
    expect(taken).toEqual({ refused: null, checked: "too-new" });
  });

  it("leave a database that is what its entries say", async () => {
    const verdict = await verifyDatabase(house.door.reader);
    expect(verdict.problem).toBeNull();
  });
});

async function tablesOf({ writer }: House): Promise<string[]> {
  return (await writer.sql.introspection.getTables()).map((t) => t.name);
}

const textOf = (value: unknown): string =>
  Buffer.isBuffer(value) ? `${value.toString("latin1")} ${value.toString("hex")}` : String(value);
