import { join } from "node:path";
import { openLedger } from "db/ledger";
import { onEveryEngine } from "db/testing";
import { countersign, tellCase } from "db/testing-case";
import { staffed, type Teller, tellImport, tellStaff } from "db/testing-trail";
import { verifyDatabase } from "db/verify";
import { sendForgotten } from "domain/forgot";
import type { Ticket } from "domain/ticket";
import { days, instantOf, isoOf, minutes, seconds } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDelivery } from "./delivery/open.server";
import { deliverMessages } from "./desk/deliver-messages.server";
import { makeSession } from "./desk/sign-in.server";
import { handleOf } from "./door.server";
import { addMember, startDesk, type TestDesk } from "./testing";
import { openTestGateway, type TestGateway } from "./testing-gateway";

const number = "+4915112345678";
const address = "hal@home.example";
const notice = "t1.approved.0.phone-hal";

onEveryEngine("Messages", (place) => {
  let gateway: TestGateway;
  let desk: TestDesk;
  let teller: Teller;
  let admin: string;
  let agent: string;
  beforeAll(async () => {
    gateway = await openTestGateway();
    desk = await startDesk(place(), ["index", "deliveries", "deliveries.attempt", "delivery", "errors", "sign-in"], {
      COUNTERSIGN_SMS_URL: gateway.url,
      COUNTERSIGN_MAIL_URL: `folder:${join(place().folder, "mail")}`,
    });
    const { door, writer } = desk.house;
    teller = { now: door.clock.now(), db: writer, ledger: openLedger(writer, { now: () => teller.now }) };
    await tellStaff(teller);
    await tellImport(teller);
    await keepValues();
    admin = await addMember(desk, "rob", "admin");
    agent = await addMember(desk, "amy", "agent");
    await tellCase(teller, "hal", "t1");
    await countersign(teller, staffed("sam", "supervisor"), "hal", "t1");
    await countersign(teller, staffed("max", "supervisor"), "hal", "t1");
    desk.setAhead(minutes(30));
  });
  afterAll(async () => {
    expect((await verifyDatabase(desk.house.writer)).verdict).toBe("valid");
    await desk.stop();
    await gateway.close();
  });

  /** What an import would have put into the vault. */
  async function keepValues(): Promise<void> {
    const { vault } = desk.house.door;
    const keep = [
      await vault.seal("hal", "phone-hal", "value", number),
      await vault.seal("hal", "email-hal", "value", address),
    ];
    await teller.ledger.enact({
      stream: "case",
      account: "hal",
      ticket: null,
      actor: { id: "anyone", role: "anyone", auth: "none", session: null },
      request: "forgot",
      keep,
      decide: sendForgotten(["phone-hal"], { ask: "a1" }),
    });
  }

  const deliver = () => deliverMessages(desk.house, openDelivery(desk.config, desk.house.door.clock.now));
  const rowOf = (id: string) =>
    desk.house.writer.sql.selectFrom("outbox").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const ticket = async (): Promise<Ticket> => {
    const row = await desk.house.writer.sql.selectFrom("ticket").select("doc").executeTakeFirstOrThrow();
    return JSON.parse(row.doc) as Ticket;
  };
  const size = async (): Promise<number> => {
    const head = await desk.house.door.reader.sql.selectFrom("head").select("size").executeTakeFirstOrThrow();
    return head.size;
  };
  const retried = async (): Promise<number> => {
    const { sql } = desk.house.door.reader;
    return (await sql.selectFrom("entry").select("seq").where("type", "=", "message.retried").execute()).length;
  };
  const signedIn = async (member: string) => ({ cookie: `cs=${await makeSession(desk.house, member)}` });
  const page = async (query = "", member = admin) =>
    desk.ask("GET", `/deliveries${query}`, { headers: await signedIn(member) });
  const attempt = async (message: string, key: string) =>
    desk.ask("POST", `/deliveries/${message}/attempt`, { form: { key }, headers: await signedIn(admin) });

  const report = (
    status: string,
    how: { signature?: string; message?: string; more?: Record<string, string> } = {},
  ) => {
    const path = `/delivery/${handleOf(how.message ?? notice)}`;
    const form = { MessageStatus: status, MessageSid: "SM1", ErrorCode: "30003", ...how.more };
    const right = desk.house.door.secrets.reportSignature(`${desk.config.baseUrl}${path}`, Object.entries(form));
    const headers = { origin: "", "x-countersign-signature": how.signature ?? right };
    return desk.ask("POST", path, { form, headers });
  };

  it("wait as long as the gateway asks, are tried again after its errors, and keep the number it gave them", async () => {
    gateway.says(429, { "retry-after": "600" });
    await deliver();
    const [first] = gateway.texts;
    expect(first).toMatchObject({ To: number, From: "Desk", StatusCallback: expect.stringContaining("/delivery/") });
    const busy = await desk.house.writer.sql
      .selectFrom("outbox")
      .selectAll()
      .where("error", "=", "the text gateway did not take it (429)")
      .executeTakeFirstOrThrow();
    expect(busy).toMatchObject({ attempts: 1, done_at: null, failed_at: null });
    expect(instantOf(busy.due_at) - instantOf(busy.erred_at ?? "")).toBe(seconds(600));

    desk.setAhead(minutes(41));
    gateway.says(503);
    await deliver();
    desk.setAhead(minutes(45));
    await deliver();
    expect(await rowOf(busy.id)).toMatchObject({ attempts: 2, reference: expect.stringMatching(/^SM\d+$/) });
    const tries = gateway.texts.filter((text) => text.StatusCallback === first?.StatusCallback);
    expect(tries.map((text) => text.Body)).toEqual([first?.Body, first?.Body, first?.Body]);
    expect((await ticket()).notices[notice]?.state).toBe("accepted");
  });

  it("that hold a code which ran out meanwhile are not sent, and the page says so", async () => {
    const forgotten = "hal.forgotten.1.phone-hal";
    expect(await rowOf(forgotten)).toMatchObject({ error: "what it holds is no longer good", done_at: null });
    expect(gateway.texts.some((text) => /\b\d{6}\b/.test(text.Body))).toBe(false);
    const answer = await attempt(forgotten, "stale");
    expect(answer.status).toBe(410);
    expect(answer.body).toContain("is no longer good, so it is not sent again");
    expect(await retried()).toBe(0);
    expect((await rowOf(forgotten)).failed_at).not.toBeNull();
  });

  it("are reported on by nobody who did not sign, and then nothing is changed or even told", async () => {
    const [before, row] = [await size(), await rowOf(notice)];
    const address = `${desk.config.baseUrl}/delivery/${handleOf(notice)}`;
    const fields = { MessageStatus: "undelivered", MessageSid: "SM1" };
    const { reportSignature } = desk.house.door.secrets;
    const wrong = [
      "",
      "AAAA",
      reportSignature(address, [["MessageStatus", "delivered"]]),
      reportSignature(`${address}0`, [...Object.entries(fields), ["ErrorCode", "30003"]]),
      reportSignature(address.replace("http:", "https:"), [...Object.entries(fields), ["ErrorCode", "30003"]]),
    ];
    for (const signature of wrong) expect((await report("undelivered", { signature })).status, signature).toBe(400);
    const known = await report("undelivered", { signature: "AAAA" });
    const unknown = await report("undelivered", { signature: "AAAA", message: "nothing" });
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect(await size()).toBe(before);
    expect(await rowOf(notice)).toEqual(row);
  });

  it("that came back make the running hold longer, once however often that is reported", async () => {
    const { hold } = await ticket();
    const back = await report("undelivered");
    expect(back).toMatchObject({ status: 204, body: "" });
    const longer = (await ticket()).hold;
    expect(longer?.startedAt).toBe(hold?.startedAt);
    expect(longer?.endsAt).toBe((hold?.startedAt ?? 0) + days(7));
    expect((await ticket()).notices[notice]?.state).toBe("bounced");

    const after = [await size(), await rowOf(notice), await ticket()];
    for (const again of ["undelivered", "delivered", "sent", "failed", "nonsense"])
      expect((await report(again)).status).toBe(204);
    const unknown = await report("undelivered", { message: "nobody's" });
    expect([unknown.status, unknown.body]).toEqual([back.status, back.body]);
    expect([await size(), await rowOf(notice), await ticket()]).toEqual(after);
  });

  it("are reported on by a relay of mail in the same way", async () => {
    const mailed = "t1.approved.0.email-hal";
    expect((await report("delivered", { message: mailed })).status).toBe(204);
    expect((await ticket()).notices[mailed]?.state).toBe("delivered");
    expect((await report("bounced", { message: mailed, more: { ErrorCode: "550" } })).status).toBe(204);
    expect((await ticket()).notices[mailed]?.state).toBe("bounced");
    expect((await rowOf(mailed)).error).toBe("it came back after it was accepted (reason 550)");
  });

  it("that failed are shown to an admin by what they are and a mask, and to nobody else", async () => {
    const { status, body } = await page();
    expect(status).toBe(200);
    expect(body).toContain("Notice: approved");
    expect(body).toContain("It came back after it was accepted (reason 30003).");
    expect(body).toContain("•••• 42");
    for (const kept of [number, number.slice(1), address, "CS-", "ABCD-t1", gateway.url])
      expect(body).not.toContain(kept);
    expect((await page("", agent)).status).toBe(403);
    expect((await page("?view=waiting")).body).toContain("Nothing waits long");
  });

  it("are tried again by the worker when an admin asks, and not twice for the same form", async () => {
    const before = gateway.texts.length;
    expect(await attempt(notice, "again")).toMatchObject({ status: 303 });
    expect(gateway.texts).toHaveLength(before);
    expect(await attempt(notice, "again")).toMatchObject({ status: 303 });
    expect(await retried()).toBe(1);
    const twice = await attempt(notice, "once-more");
    expect(twice.status).toBe(409);
    expect(twice.body).toContain("there is nothing to try again");
    expect((await attempt("nobody", "none")).status).toBe(404);

    const { endsAt } = (await ticket()).hold ?? {};
    await deliver();
    expect(gateway.texts).toHaveLength(before + 1);
    expect(await rowOf(notice)).toMatchObject({ retries: 1, failed_at: null, done_at: expect.any(String) });
    expect((await ticket()).notices[notice]?.state).toBe("accepted");
    expect((await ticket()).hold?.endsAt).toBe(endsAt);
    expect((await report("delivered")).status).toBe(204);
    expect((await ticket()).notices[notice]?.state).toBe("delivered");
  });

  it("that the gateway refuses have failed for good at once", async () => {
    const opened = "t1.opened.0.phone-hal";
    expect((await report("failed", { message: opened })).status).toBe(204);
    gateway.says(400);
    await attempt(opened, "refused");
    await deliver();
    expect(await rowOf(opened)).toMatchObject({ error: "the text gateway refused it (400)", done_at: null });
    expect((await rowOf(opened)).failed_at).not.toBeNull();
    expect((await ticket()).notices[opened]?.state).toBe("failed");
  });

  it("go out again with a code that ran out, where a worker was lost with them: they may be out already", async () => {
    const { writer, door } = desk.house;
    const lost = "hal.forgotten.1.phone-hal";
    const before = isoOf(door.clock.now() - minutes(10));
    const asBefore = { failed_at: null, error: null, leased_until: before };
    await writer.sql.updateTable("outbox").set(asBefore).where("id", "=", lost).execute();
    const texts = gateway.texts.length;
    await deliver();
    expect(gateway.texts.slice(texts).some(({ Body }) => /\b\d{6}\b/.test(Body ?? ""))).toBe(true);
    expect(await rowOf(lost)).toMatchObject({ unheard: 1, done_at: expect.any(String), failed_at: null });
  });
});
