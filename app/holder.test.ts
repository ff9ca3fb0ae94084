import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import { event } from "domain/event";
import { hours, seconds } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { endHolder, endOldHolders, holderOf, startHolder } from "./holder.server";
import { startDesk, type TestDesk } from "./testing";

const system = { id: "system", role: "system", auth: "none", session: null } as const;

onEveryEngine("A holder's session", (place) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk(place(), ["index"]);
    await putOnFile(desk.house.writer.sql, "acc");
  });
  afterAll(() => desk.stop());

  const cookie = async (): Promise<string> =>
    (await startHolder(desk.house, "acc", desk.house.door.clock.now())).split(";")[0] ?? "";

  it("belongs to the one who has its token, until it is ended", async () => {
    const own = await cookie();
    const holder = await holderOf(desk.house, own);
    expect(holder?.account).toBe("acc");
    expect(own).not.toContain(holder?.session);
    expect(await holderOf(desk.house, `cs-holder=${holder?.session}`)).toBeNull();
    if (holder) expect(await endHolder(desk.house, holder)).toContain("Max-Age=0");
    expect(await holderOf(desk.house, own)).toBeNull();
  });

  it("ends after twelve hours", async () => {
    const own = await cookie();
    desk.setAhead(hours(12) - seconds(10));
    expect(await holderOf(desk.house, own)).not.toBeNull();
    desk.setAhead(hours(12) + seconds(1));
    expect(await holderOf(desk.house, own)).toBeNull();
  });

  it("is forgotten once it ran out, and with it where it was seen", async () => {
    const rows = () => desk.house.writer.sql.selectFrom("holder_session").select("expires_at").execute();
    desk.setAhead(hours(14));
    await cookie();
    expect((await rows()).length).toBeGreaterThan(1);
    await endOldHolders(desk.house);
    expect(await rows()).toHaveLength(1);
  });

  it("is dead once the account's sessions were ended, and a later one is not", async () => {
    desk.setAhead(hours(20));
    const before = await cookie();
    const decide = () => [event("account.frozen", { why: "objection" })] as const;
    await desk.house.door.ledger.enact({
      stream: "case",
      account: "acc",
      ticket: null,
      actor: system,
      request: "r",
      decide,
    });
    expect(await holderOf(desk.house, before)).toBeNull();
    desk.setAhead(hours(21));
    expect(await holderOf(desk.house, await cookie())).not.toBeNull();
  });
});
