import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "db/place";
import { onEveryEngine } from "db/testing";
import { event } from "domain/event";
import { object } from "domain/reset";
import { hours, minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hookKey, type Receiver, startReceiver } from "~/directory/testing-receiver";
import type { House } from "~/door.server";
import { holderHash } from "~/facts.server";
import { verifyPassword } from "~/passwords.server";
import { caseNow, enactCase } from "./case.server";
import { changeOwnPassword } from "./change-password.server";
import { worker } from "./deliver-messages.server";
import { readForgotten, setForgotten } from "./redeem-forgotten.server";
import { readGrant } from "./redeem-grant.server";
import { runDirectory } from "./run-directory.server";
import { who } from "./testing-desk";
import { anyone, entriesOf, forgottenSent, jobOf, linkSent, livingIn, redeems } from "./testing-directory";
import { deskOf, holder, mailOf, password, setAhead } from "./testing-holders";

const chosen = "seven herons over the quay";
const people = ["hal", "vera", "ida", "max", "ada", "ben"] as const;

onEveryEngine("A reset of an account that lives elsewhere", (place) => {
  let house: House;
  let ids: Record<(typeof people)[number], string>;
  let receiver: Receiver;
  let aheadMs = 0;
  const later = (ms: number) => {
    aheadMs += ms;
    setAhead(place(), aheadMs);
  };
  const contactsOf = async (account: string) => {
    const rows = await house.door.reader.sql
      .selectFrom("contact")
      .selectAll()
      .where("account_id", "=", account)
      .execute();
    return {
      mail: rows.find((k) => k.kind === "email")?.id ?? "",
      phone: rows.find((k) => k.kind === "phone")?.id ?? "",
    };
  };

  beforeAll(async () => {
    receiver = await startReceiver();
    const desk = await deskOf(place(), people);
    ids = desk.ids;
    house = livingIn(desk.house, receiver.url, hookKey);
  });
  afterAll(async () => {
    await house.close();
    await receiver.drop();
  });

  it("leaves a password alone that its holder would change here, and nowhere else", async () => {
    const signedIn = who(holder(ids.hal));
    const typed = { present: password, password: chosen, repeat: chosen, source: "here" };
    const { refused, at } = await changeOwnPassword(house.door, signedIn, ids.hal, typed);
    expect([refused, at]).toEqual(["password-elsewhere", null]);
    expect(await verifyPassword(await holderHash(house.door, ids.hal), password, "holder")).toBe(true);
  });

  it("has one effect though its form is sent twenty times at once, and is done when the directory did it", async () => {
    const { ref, token } = await linkSent(house, ids.hal, "hal.new@harbour.example");
    const all = await Promise.all(Array.from({ length: 20 }, () => redeems(house, token, chosen)));
    expect(all.every((one) => one.atWork && one.refused === null)).toBe(true);
    expect(await entriesOf(house, ids.hal, "directory.asked")).toHaveLength(1);
    expect(await readGrant(house.door, token)).toMatchObject({ refused: "grant-taken", atWork: { why: null } });
    expect((await caseNow(house.door, ref)).ticket?.state).toBe("reset_sent");

    expect(await runDirectory(house)).toBe(1);
    expect(receiver.taken).toMatchObject([
      {
        step: "contacts",
        username: "hal",
        remove: [{ value: mailOf("hal") }, { value: "+14155550100" }],
        add: { kind: "email", value: "hal.new@harbour.example" },
      },
      { step: "password", username: "hal", password: chosen },
    ]);
    expect((await caseNow(house.door, ref)).ticket).toMatchObject({ state: "completed", directory: { state: "done" } });
    expect(await readGrant(house.door, token)).toMatchObject({ refused: "grant-used", done: { newPassword: true } });
    expect(await verifyPassword(await holderHash(house.door, ids.hal), chosen, "holder")).toBe(true);
    expect(await runDirectory(house)).toBe(0);
  });

  it("keeps the new password sealed while it waits, and keeps it nowhere once it is over", async () => {
    receiver.next.push({ status: 503 });
    const secret = "nine lanterns along the mole";
    const { ref, token } = await linkSent(house, ids.vera, "vera.new@harbour.example");
    await redeems(house, token, secret);
    await runDirectory(house);
    expect(await jobOf(house, ref)).toMatchObject({ state: "waiting", why: "busy", done: [] });
    expect(await readGrant(house.door, token)).toMatchObject({ atWork: { why: "busy" } });
    expect(await kept(house, ids.vera)).toBe(1);
    expect(await clearIn(house, place(), secret)).toEqual([]);
    // What is no secret is found where it is.
    expect(await clearIn(house, place(), "directory.asked")).toContain("entry");
    expect(await runDirectory(house)).toBe(0);

    later(minutes(1));
    const desk = (one: ReturnType<typeof event>) =>
      house.door.ledger.enact({ stream: "desk", actor: worker, request: "test", decide: () => [one] });
    const { events } = await desk(event("clock.diverged", { byMs: 60_000 }));
    expect(await runDirectory(house)).toBe(0);
    await desk(event("clock.acknowledged", { seq: events[0]?.seq ?? 0 }));
    await runDirectory(house);
    expect(await jobOf(house, ref)).toMatchObject({ state: "done", done: ["contacts", "password"] });
    expect(await kept(house, ids.vera)).toBe(0);
    expect(await clearIn(house, place(), secret)).toEqual([]);
  });

  it("is stopped by an objection for what is not done yet", async () => {
    receiver.next.push({ status: 204 }, { status: 503 });
    const { ref, token } = await linkSent(house, ids.ida, "ida.new@harbour.example");
    await redeems(house, token, chosen);
    await runDirectory(house);
    expect(await jobOf(house, ref)).toMatchObject({ state: "waiting", done: ["contacts"] });
    const { mail } = await contactsOf(ids.ida);
    expect((await enactCase(house.door, who(anyone), ref, object(mail))).refused).toBeNull();

    later(minutes(1));
    const before = receiver.taken.length;
    await runDirectory(house);
    expect(await jobOf(house, ref)).toMatchObject({ state: "stopped", why: "grant-revoked" });
    expect(receiver.taken).toHaveLength(before);
    expect(await kept(house, ids.ida)).toBe(0);
    expect((await caseNow(house.door, ref)).ticket?.state).toBe("disputed");
  });

  it("asks the holder for another password by the same link, and then does only what is left", async () => {
    receiver.next.push({ status: 204 }, { status: 422, body: '{"refused":"used-before"}' });
    const { ref, token } = await linkSent(house, ids.max, "max.new@harbour.example");
    await redeems(house, token, chosen);
    await runDirectory(house);
    expect(await readGrant(house.door, token)).toMatchObject({ refused: null, notTaken: "used-before" });
    expect(await kept(house, ids.max)).toBe(0);

    const before = receiver.taken.length;
    const another = "eleven gulls below the pier";
    expect(await redeems(house, token, another)).toMatchObject({ atWork: true });
    await runDirectory(house);
    expect(receiver.taken.slice(before)).toMatchObject([{ step: "password", password: another }]);
    expect((await caseNow(house.door, ref)).ticket?.state).toBe("completed");
  });

  it("is given up after a day, and says so only when what stands in the way is another than before", async () => {
    const { ref, token } = await linkSent(house, ids.ada, "ada.new@harbour.example");
    await redeems(house, token, chosen);
    receiver.next.push({ status: 401 }, { status: 401 }, { status: 500 });
    for (let turn = 0; turn < 3; turn += 1) {
      await runDirectory(house);
      later(minutes(1.1));
    }
    const delays = await entriesOf(house, ids.ada, "directory.delayed");
    expect(delays.map((e) => e.data)).toMatchObject([{ why: "not-allowed" }, { why: "unreachable" }]);
    later(hours(24));
    await runDirectory(house);
    expect(await jobOf(house, ref)).toMatchObject({ state: "failed", why: "unreachable" });
    expect(await readGrant(house.door, token)).toMatchObject({ refused: "grant-expired" });
    expect(await kept(house, ids.ada)).toBe(0);
  });

  it("is the same for a forgotten password", async () => {
    const { mail } = await contactsOf(ids.ben);
    const token = await forgottenSent(house, ids.ben, mail);
    const typed = { password: chosen, repeat: chosen, language: "en" as const };
    const set = () => setForgotten(house.door, who(anyone), token, typed);
    expect(await Promise.all([set(), set(), set()])).toEqual(
      Array(3).fill({ refused: null, problem: null, atWork: true }),
    );
    expect(await entriesOf(house, ids.ben, "directory.asked")).toHaveLength(1);
    expect(await readForgotten(house.door, who(anyone), token)).toMatchObject({ atWork: { why: null } });
    receiver.next.push({ status: 422, body: '{"refused":"too-short"}' });
    await runDirectory(house);
    expect(await readForgotten(house.door, who(anyone), token)).toMatchObject({ refused: null, notTaken: "too-short" });
    await set();
    await runDirectory(house);
    expect(receiver.taken.at(-1)).toMatchObject({ step: "password", username: "ben", password: chosen });
    expect(await readForgotten(house.door, who(anyone), token)).toMatchObject({ refused: "link-used", done: true });
    expect(await entriesOf(house, ids.ben, "forgotten.redeemed", "account.notified")).toHaveLength(2);
    expect((await set()).refused).toBe("link-used");
  });
});

/** How many new passwords of an account the vault holds. */
async function kept({ door }: House, account: string): Promise<number> {
  const rows = await door.reader.sql
    .selectFrom("vault")
    .select("id")
    .where("owner", "=", account)
    .where("field", "=", "new-password")
    .execute();
  return rows.length;
}

/** Where a text can be read as it is: the rows that a redemption writes, and on SQLite the files themselves, log included. */
async function clearIn({ door }: House, place: Place, text: string): Promise<string[]> {
  const tables = ["entry", "vault", "directory_job", "idempotency", "outbox", "account_state", "ticket"] as const;
  const found: string[] = [];
  for (const table of tables) {
    const rows = await door.reader.sql.selectFrom(table).selectAll().execute();
    const cells = rows.flatMap((row) => Object.values(row)).filter((cell) => cell !== null);
    if (cells.some((cell) => Buffer.from(cell instanceof Buffer ? cell : String(cell)).includes(text)))
      found.push(table);
  }
  const files = readdirSync(place.folder, { withFileTypes: true }).filter((f) => f.isFile());
  return [
    ...found,
    ...files.map((f) => f.name).filter((name) => readFileSync(join(place.folder, name)).includes(text)),
  ];
}
