import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import { afterAll, beforeAll, expect, it } from "vitest";
import { caseNow } from "./desk/case.server";
import { openTicket } from "./desk/open-ticket.server";
import { startHolder } from "./holder.server";
import { addMember, cookiesOf, startDesk, type TestDesk } from "./testing";

const loss = { password: true, secondFactor: false, email: false, phone: false };

onEveryEngine("A request on the account's own page", (place) => {
  let desk: TestDesk;
  let cookie: string;
  let ticket: string;
  let keys = 0;
  const answer = (said: string, more = "") =>
    desk.ask("POST", "/account/objection", {
      form: { key: `k${keys++}`, ticket, answer: said },
      headers: { cookie: `${cookie}; ${more}` },
    });
  const account = (more = "") => desk.ask("GET", "/account", { headers: { cookie: `${cookie}; ${more}` } });
  const stateNow = async () => (await caseNow(desk.house.door, { account: "hal", ticket })).ticket?.state;

  beforeAll(async () => {
    desk = await startDesk(place(), ["account", "account.objection", "account.requests"]);
    const { door, writer } = desk.house;
    await putOnFile(writer.sql, "hal", { contacts: [{ id: "c1", kind: "email" }] });
    const actor = {
      id: `staff:${await addMember(desk, "ada", "agent")}`,
      role: "agent",
      auth: "demo",
      session: null,
    } as const;
    ticket = (await openTicket(door, { actor, request: "test" }, "hal", loss)).ticket ?? "";
    cookie = (await startHolder(desk.house, "hal", door.clock.now())).split(";")[0] ?? "";
  });
  afterAll(() => desk.stop());

  it("goes from the first page once its holder says there that it was theirs, in that browser alone, and can still be stopped", async () => {
    expect((await account()).body).toContain("Was it you who asked to get in?");
    const said = await answer("mine");
    expect([said.status, said.headers.location]).toEqual([303, "/account?done=mine"]);
    const here = cookiesOf(said);
    expect((await account(here)).body).not.toContain("Was it you who asked to get in?");
    expect((await account()).body).toContain("Was it you who asked to get in?");
    const list = await desk.ask("GET", "/account/requests", { headers: { cookie: `${cookie}; ${here}` } });
    expect(list.body).toContain('value="stop"');
  });

  it("is stopped only when the page asked once more, and then it is said what goes on", async () => {
    const asked = await answer("stop");
    expect([asked.status, asked.body.includes("If you asked for it yourself, do not stop it")]).toEqual([200, true]);
    expect(await stateNow()).toBe("open");
    const stopped = await answer("sure");
    expect(stopped.body).toContain("The request is stopped");
    expect(stopped.body).toContain("Open the link in that message, within seven days.");
    expect(await stateNow()).toBe("disputed");
  });

  it("that is no request of this account is not found", async () => {
    const form = { key: "other", ticket: "0".repeat(32), answer: "mine" };
    expect((await desk.ask("POST", "/account/objection", { form, headers: { cookie } })).status).toBe(404);
  });
});
