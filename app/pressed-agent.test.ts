import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import type { Actor, Role } from "domain/staff";
import { afterAll, beforeAll, expect, it } from "vitest";
import { claimTicket, handOverTicket, releaseTicket } from "./desk/claim-ticket.server";
import { cancelTicket } from "./desk/end-ticket.server";
import { openTicket } from "./desk/open-ticket.server";
import { makeSession } from "./desk/sign-in.server";
import { navCounts, readAgents, readQueue } from "./read.server";
import { addMember, startDesk, type TestDesk } from "./testing";

const lost = { password: true, secondFactor: false, email: false, phone: false };
const cast = { ada: "agent", bob: "agent", cleo: "agent", sam: "supervisor" } as const satisfies Record<string, Role>;
type Name = keyof typeof cast;

onEveryEngine("An agent who was pressed", (place) => {
  let desk: TestDesk;
  const ids = {} as Record<Name, string>;
  const refs: { account: string; ticket: string }[] = [];
  beforeAll(async () => {
    desk = await startDesk(place());
    for (const [name, role] of Object.entries(cast) as [Name, Role][]) ids[name] = await addMember(desk, name, role);
    for (const id of ["hal", "ida", "eve"]) {
      await putOnFile(desk.house.writer.sql, id, {
        contacts: [
          { id: `${id}-email`, kind: "email" },
          { id: `${id}-phone`, kind: "phone" },
        ],
      });
      const opened = await openTicket(desk.house.door, who("bob"), id, lost);
      refs.push({ account: id, ticket: opened.ticket ?? "" });
    }
    for (const n of [0, 1]) await claimTicket(desk.house.door, who("ada"), ref(n));
    // Of a later ticket that truly ended.
    await claimTicket(desk.house.door, who("bob"), ref(2));
    expect((await cancelTicket(desk.house.door, who("bob"), ref(2), "other")).refused).toBeNull();
    for (const number of [1001, 1002])
      expect((await ask("ada", `/tickets/${number}/acknowledgement`, {})).status).toBe(204);
  });
  afterAll(() => desk.stop());

  const actor = (name: Name): Actor => ({ id: `staff:${ids[name]}`, role: cast[name], auth: "demo", session: null });
  const who = (name: Name) => ({ actor: actor(name), request: "test" });
  const ref = (n: number) => refs[n] ?? { account: "", ticket: "" };
  const viewer = (name: Name) => ({ id: ids[name], name, role: cast[name] });
  const ask = async (name: Name, path: string, form?: Record<string, string>) =>
    desk.ask(form ? "POST" : "GET", path, {
      headers: { cookie: `cs=${await makeSession(desk.house, ids[name])}` },
      ...(form ? { form: { key: `k${name}${path}`, ...form } } : {}),
    });
  const numbersIn = async (name: Name, view: "all" | "mine" | "unclaimed" | "in-review" | "ended") => {
    const page = await readQueue(desk.house.door, viewer(name), { view });
    expect(page.counts[view].n).toBe(page.rows.length);
    expect((await navCounts(desk.house.door, viewer(name))).views?.[view].n).toBe(page.rows.length);
    return page.rows.map((row) => row.number);
  };

  it("is not offered when the ticket is handed over", async () => {
    const agents = await readAgents(desk.house.door, 1001);
    expect(agents.map((a) => a.id).sort()).toEqual([ids.bob, ids.cleo].sort());
    const form = await ask("sam", "/tickets/1001/hand-over");
    expect(form.body).toContain(`value="${ids.bob}"`);
    expect(form.body).not.toContain(`value="${ids.ada}"`);
  });

  it("finds what they gave back as it would be, and comes second when they claim it", async () => {
    expect(await ask("ada", "/tickets/1001/release", {})).toMatchObject({
      status: 303,
      headers: { location: "/tickets/1001?done=release" },
    });
    const page = await ask("ada", "/tickets/1001");
    expect(page.status).toBe(200);
    expect(page.body).toContain("/tickets/1001/claim");
    expect(page.body).not.toMatch(/routine|pressed|Pressed/);
    expect(await ask("ada", "/tickets/1001/claim", {})).toMatchObject({
      status: 303,
      headers: { location: "/queue?refused=already-claimed" },
    });
    expect(await numbersIn("ada", "unclaimed")).toEqual([1001]);
    expect((await ask("ada", "/queue")).body).not.toContain("routine");
  });

  it("finds what they cancelled as a cancelled one, in the queue too, while others see it open", async () => {
    expect(await ask("ada", "/tickets/1002/cancellation", { reason: "other" })).toMatchObject({
      status: 303,
      headers: { location: "/tickets/1002?done=cancellation" },
    });
    const page = await ask("ada", "/tickets/1002");
    expect(page.status).toBe(200);
    expect(page.body).toContain("Cancelled");
    expect(await numbersIn("ada", "ended")).toEqual([1003, 1002]);
    expect(await numbersIn("ada", "all")).toEqual([1001]);
    expect(await numbersIn("bob", "unclaimed")).toEqual([1001, 1002]);
    expect(await numbersIn("sam", "ended")).toEqual([1003]);
  });

  it("finds it as they left it while a colleague has it, and the colleague finds it as it is", async () => {
    const { door } = desk.house;
    expect((await handOverTicket(door, who("sam"), ref(1), ids.cleo)).refused).toBeNull();
    const rowsOf = async (name: Name) => (await readQueue(door, viewer(name), { view: "all" })).rows;
    expect((await rowsOf("ada")).map((row) => row.number)).not.toContain(1002);
    expect((await rowsOf("cleo")).find((row) => row.number === 1002)).toMatchObject({ state: "verifying", mine: true });
    expect((await ask("ada", "/tickets/1002")).body).toContain("Cancelled");
  });

  it("does not get it back after a colleague had it and gave it back", async () => {
    const { door } = desk.house;
    expect((await handOverTicket(door, who("sam"), ref(0), ids.ada)).refused).toBe("agent-was-pressed");
    expect((await handOverTicket(door, who("sam"), ref(0), ids.cleo)).refused).toBeNull();
    expect((await releaseTicket(door, who("cleo"), ref(0))).refused).toBeNull();
    expect((await claimTicket(door, who("ada"), ref(0))).refused).toBe("already-claimed");
    const story = (await ask("bob", "/tickets/1001")).body;
    expect(story).not.toMatch(/pressed|routine check/);
    expect((await claimTicket(door, who("bob"), ref(0))).refused).toBeNull();
  });
});
