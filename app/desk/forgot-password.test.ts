import { onEveryEngine } from "db/testing";
import { codeTries } from "domain/forgot";
import { type Instant, lifetime, minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { holderHash } from "~/facts.server";
import { verifyPassword } from "~/passwords.server";
import { answerAsked, sweepAsked } from "./answer-asked.server";
import { accountNow } from "./case.server";
import { askForWay, typeCode } from "./forgot-password.server";
import { forgottenCode, newPasswordPath } from "./links.server";
import { readForgotten, setForgotten } from "./redeem-forgotten.server";
import { countedDoor } from "./testing-counted";
import { who } from "./testing-desk";
import { deskOf, mailOf, setAhead } from "./testing-holders";

const anyone = { id: "anyone", role: "anyone", auth: "none", session: null } as const;
const phones = { hal: "+14155550100", vera: "+14155550101" };
const unknown = "+14155550999";
const fresh = {
  password: "nine lanterns across the ferry",
  repeat: "nine lanterns across the ferry",
  language: "en",
} as const;

onEveryEngine("A forgotten password", (place) => {
  let house: House;
  let [hal, vera] = ["", ""];
  let ahead: Instant = 0;
  const later = (by: number) => {
    ahead += by;
    setAhead(place(), ahead);
  };
  const ask = async (contact: string) => {
    await askForWay(house.door, who(anyone), contact, "en");
    await answerAsked(house);
  };
  const type = (contact: string, code: string) => typeCode(house.door, who(anyone), { contact, code });
  const sentTo = async (account: string) => (await accountNow(house.door, account))?.forgotten?.at(-1);
  const codeOf = async (account: string) => {
    const { contact, generation } = (await sentTo(account)) ?? { contact: "", generation: 0 };
    return forgottenCode(house.door, account, contact, generation);
  };
  const tokenOf = async (account: string) =>
    newPasswordPath(house.door, account, (await sentTo(account))?.generation ?? 0).split("/")[2] ?? "";
  const entries = (type: string) =>
    house.writer.sql
      .selectFrom("entry")
      .select(["subject", "reason"])
      .where("type", "=", type)
      .orderBy("seq")
      .execute();

  beforeAll(async () => {
    const desk = await deskOf(place(), ["hal", "vera"]);
    house = desk.house;
    ({ hal, vera } = desk.ids);
  });
  afterAll(() => house.close());

  it("costs the same queries and hashes to ask for, whoever's the address or number is", async () => {
    const { door, costOf } = countedDoor(house);
    await askForWay(door, who(anyone), mailOf("hal"), "en");
    const costs = [];
    for (const typed of [mailOf("hal"), "nobody@nowhere.example", phones.hal, unknown, "neither"])
      costs.push(await costOf(() => askForWay(door, who(anyone), typed, "en")));
    expect(costs[0]?.queries).toBeGreaterThan(3);
    for (const cost of costs) expect(cost).toEqual(costs[0]);
    await answerAsked(house);
  });

  it("is answered by the worker: a way for whom it belongs to, and an entry that names nobody for anyone else", async () => {
    const ways = (await accountNow(house.door, hal))?.forgotten ?? [];
    expect(ways.map((way) => way.kind)).toEqual(["email", "phone"]);
    expect(await entries("forgotten.sent")).toHaveLength(2);
    const refused = (await entries("refused")).map((e) => [e.subject, e.reason]);
    expect(refused.filter(([subject]) => subject === null)).toEqual(Array(3).fill([null, "no-such-contact"]));
    const left = await house.writer.sql.selectFrom("vault").select("id").where("field", "=", "asked").execute();
    expect(left).toEqual([]);
  });

  it("costs the same for a wrong code, whether the number is known, was sent one, or is nobody's", async () => {
    later(minutes(3));
    await ask(phones.vera);
    const { door, costOf } = countedDoor(house);
    const wrong = (await codeOf(vera)) === "000000" ? "111111" : "000000";
    const costs = [];
    for (const contact of [phones.vera, phones.hal, unknown, mailOf("hal"), "neither"])
      costs.push(await costOf(() => typeCode(door, who(anyone), { contact, code: wrong })));
    for (const cost of costs) expect(cost).toEqual(costs[0]);
    later(minutes(2));
    await answerAsked(house);
    const wrongs = (await entries("refused")).filter((e) => e.reason === "wrong-code").map((e) => e.subject);
    expect(wrongs.sort()).toEqual([hal, hal, vera].sort());
  });

  it("opens by the code of a text, which is not entered as a wrong one after that", async () => {
    const path = await type("+1 (415) 555-0101", await codeOf(vera));
    expect(path).toBe(newPasswordPath(house.door, vera, (await sentTo(vera))?.generation ?? 0));
    later(minutes(2));
    await answerAsked(house);
    expect((await entries("refused")).filter((e) => e.reason === "wrong-code")).toHaveLength(3);
  });

  it("takes five codes for one number in ten minutes and no sixth, right or wrong, known or not", async () => {
    later(codeTries.inMs);
    await ask(phones.vera);
    const right = await codeOf(vera);
    const wrong = right === "000000" ? "111111" : "000000";
    for (const contact of [phones.vera, unknown]) {
      const tries = await Promise.all(Array.from({ length: 20 }, () => type(contact, wrong)));
      expect(new Set(tries)).toEqual(new Set([null]));
    }
    expect(await type(phones.vera, right)).toBeNull();
    const tried = (await entries("forgotten.code-tried")).length;
    later(lifetime.smsCodeMs);
    expect(await type(phones.vera, right)).toBeNull();
    expect((await entries("forgotten.code-tried")).length).toBe(tried + 1);
    await ask(phones.vera);
    expect(await type(phones.vera, await codeOf(vera))).not.toBeNull();
  });

  it("counts each time a code is typed, an old form that is sent once more among them", async () => {
    const { contact, generation } = (await sentTo(vera)) ?? { contact: "", generation: 0 };
    const coming = forgottenCode(house.door, vera, contact, generation + 1);
    const wrong = coming === "000000" ? "111111" : "000000";
    const form = { ...who(anyone), key: { key: "old form", digest: "old form" } };
    const sendsOldForm = () => typeCode(house.door, form, { contact: phones.vera, code: coming });
    later(codeTries.inMs);
    expect(await sendsOldForm()).toBeNull();
    later(lifetime.smsCodeMs);
    await ask(phones.vera);
    expect(await codeOf(vera)).toBe(coming);
    for (let n = 0; n < codeTries.most; n += 1) await type(phones.vera, wrong);
    expect(await sendsOldForm()).toBeNull();
  });

  it("ends with one new password of twenty that are sent at once by the same link", async () => {
    await ask(mailOf("hal"));
    const token = await tokenOf(hal);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        const password = `${fresh.password} ${n}`;
        return setForgotten(house.door, who(anyone), token, { password, repeat: password, language: "en" });
      }),
    );
    const won = all.flatMap((one, n) => (one.refused === null && one.problem === null ? [n] : []));
    expect(won).toHaveLength(1);
    expect(new Set(all.filter((one) => one.refused !== null).map((one) => one.refused))).toEqual(
      new Set(["link-used"]),
    );
    expect(await verifyPassword(await holderHash(house.door, hal), `${fresh.password} ${won[0]}`, "holder")).toBe(true);
    expect(await entries("forgotten.redeemed")).toHaveLength(1);
  });

  it("has links that die: used, replaced by a newer one, and after an hour", async () => {
    const set = async (token: string) => (await setForgotten(house.door, who(anyone), token, fresh)).refused;
    expect(await set(await tokenOf(hal))).toBe("link-used");
    later(minutes(3));
    await ask(mailOf("hal"));
    const old = await tokenOf(hal);
    expect((await readForgotten(house.door, who(anyone), old))?.refused).toBeNull();
    later(minutes(3));
    await ask(mailOf("hal"));
    expect(await set(old)).toBe("link-superseded");
    later(lifetime.forgottenLinkMs);
    expect(await set(await tokenOf(hal))).toBe("link-expired");
  });

  it("leaves nothing in the database that opens anything", async () => {
    later(minutes(3));
    await ask(phones.hal);
    const [token, code] = [await tokenOf(hal), await codeOf(hal)];
    const { sql } = house.writer;
    const tables = ["outbox", "asked", "account_state", "vault"] as const;
    const rows = await Promise.all(tables.map((table) => sql.selectFrom(table).selectAll().execute()));
    const bytes = await sql.selectFrom("entry").select("bytes").execute();
    const all = JSON.stringify(rows) + bytes.map((e) => e.bytes.toString("utf8")).join("\n");
    expect(all).toContain('"forgotten-code"');
    expect(all).not.toContain(token.split(".")[2]);
    expect(all).not.toMatch(new RegExp(`\\b${code}\\b`));
    expect(all).not.toContain(phones.hal);
  });

  it("forgets what was asked once tries are counted by it no more", async () => {
    later(2 * codeTries.inMs + 1);
    await answerAsked(house);
    expect(await sweepAsked(house)).toBeGreaterThan(20);
    expect(await house.writer.sql.selectFrom("asked").select("id").execute()).toEqual([]);
  });
});
