import { onEveryEngine } from "db/testing";
import { verifyDatabase } from "db/verify";
import { anyone } from "domain/testing";
import { days, minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Outgoing } from "~/delivery/port.server";
import type { House } from "~/door.server";
import { accountNow } from "./case.server";
import { changeOwnPassword } from "./change-password.server";
import { deliverMessages } from "./deliver-messages.server";
import { endEverySession } from "./end-sessions.server";
import { stopByLink } from "./stop-account.server";
import { who } from "./testing-desk";
import { deskOf, holder, mailOf, password, setAhead } from "./testing-holders";

onEveryEngine("An account that its holder hears of", (place) => {
  let house: House;
  let hal = "";
  const sent: Outgoing[] = [];
  const keep = async (message: Outgoing) => void sent.push(message);
  const deliver = () => deliverMessages(house, { email: keep, phone: keep });
  const tokenIn = (message: Outgoing | undefined) => /\/not-me\/(\S+)/.exec(message?.text ?? "")?.[1] ?? "";
  const change = (present: string, next: string) => {
    const typed = { present, password: next, repeat: next, source: "here" };
    return changeOwnPassword(house.door, who(holder(hal)), hal, typed);
  };

  beforeAll(async () => {
    const desk = await deskOf(place(), ["hal"]);
    house = desk.house;
    hal = desk.ids.hal;
  });
  afterAll(() => house.close());

  it("is told of a new password with a link of each contact's own, which stays the same when it is sent again", async () => {
    const changed = await change(password, "seven herons over the marsh");
    expect(changed).toMatchObject({ refused: null, problem: null });
    await deliver();
    expect(sent.map((m) => m.to)).toEqual(expect.arrayContaining([mailOf("hal"), "+14155550100"]));
    const tokens = sent.map(tokenIn);
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{32}\.[0-9a-f]{32}\.[0-9a-z]{8}\.[A-Za-z0-9_-]{43}$/);
    await house.writer.sql.updateTable("outbox").set({ done_at: null }).execute();
    setAhead(place(), minutes(5));
    await deliver();
    expect(sent.slice(2).map(tokenIn).sort()).toEqual(tokens.sort());
  });

  it("keeps no link and no password in its entries and its outbox", async () => {
    const { sql } = house.writer;
    const stored = JSON.stringify([
      await sql.selectFrom("entry").selectAll().execute(),
      await sql.selectFrom("outbox").selectAll().execute(),
    ]);
    const mac = tokenIn(sent[0]).split(".")[3] ?? "none";
    for (const secret of [mac, "herons", password]) expect(stored).not.toContain(secret);
  });

  it("does not change the password of who was signed out while it was compared", async () => {
    const changing = change("seven herons over the marsh", "nine otters under the pier");
    await endEverySession(house.door, who(holder(hal)), hal);
    expect((await changing).refused).toBe("session-ended");
  });

  it("is stopped by that link sixty days long, and all its contacts are told without another link", async () => {
    setAhead(place(), days(59));
    const before = sent.length;
    const outcome = await stopByLink(house.door, who(anyone), tokenIn(sent[0]));
    expect(outcome?.refused).toBeNull();
    expect((await accountNow(house.door, hal))?.frozenAt).not.toBeNull();
    expect((await stopByLink(house.door, who(anyone), tokenIn(sent[1])))?.refused).toBe("already-stopped");
    await deliver();
    const told = sent.slice(before);
    expect(told.map((m) => m.subject)).toEqual(["Your account is locked", "Your account is locked"]);
    expect(told.map(tokenIn)).toEqual(["", ""]);
  });

  it("has a database that is what its entries say", async () => {
    expect((await verifyDatabase(house.door.reader)).problem).toBeNull();
  });
});
