import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import type { Role } from "domain/staff";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkSerial } from "./desk/check-serial.server";
import { claimTicket } from "./desk/claim-ticket.server";
import { openTicket } from "./desk/open-ticket.server";
import { makeSession } from "./desk/sign-in.server";
import { addMember, startDesk, type TestDesk } from "./testing";

const cast = { ada: "agent", sam: "supervisor" } as const satisfies Record<string, Role>;
type Name = keyof typeof cast;
const lost = { password: true, secondFactor: false, email: false, phone: false };

onEveryEngine("A flag's ticket", (place) => {
  let desk: TestDesk;
  const ids = {} as Record<Name, string>;
  const who = (name: Name) => ({
    actor: { id: `staff:${ids[name]}`, role: cast[name], auth: "demo", session: null } as const,
    request: "test",
  });
  const ask = async (name: Name, path: string, form?: Record<string, string>) =>
    desk.ask(form ? "POST" : "GET", path, {
      headers: { cookie: `cs=${await makeSession(desk.house, ids[name])}` },
      ...(form ? { form: { key: `k${name}${path}`, ...form } } : {}),
    });

  beforeAll(async () => {
    desk = await startDesk(place());
    const { door, writer } = desk.house;
    for (const [name, role] of Object.entries(cast) as [Name, Role][]) ids[name] = await addMember(desk, name, role);
    await putOnFile(writer.sql, "hal", {
      contacts: [
        { id: "hal-email", kind: "email" },
        { id: "hal-phone", kind: "phone" },
      ],
    });
    const opened = await openTicket(door, who("ada"), "hal", lost);
    const ref = { account: "hal", ticket: opened.ticket ?? "" };
    await claimTicket(door, who("ada"), ref);
    // Two numbers next to each other: that is a flag.
    for (const typed of ["L40000001", "L40000002"]) await checkSerial(door, who("ada"), ref, typed);
  });
  afterAll(() => desk.stop());

  it("that does not open to this supervisor leads to break-glass, with its number filled in", async () => {
    const { body } = await ask("sam", "/flags");
    expect(body).toContain('href="/glass?ticket=1001"');
    expect(body).not.toContain('href="/tickets/1001"');
    expect((await ask("sam", "/tickets/1001")).status).toBe(404);
    expect((await ask("sam", "/glass?ticket=1001")).body).toMatch(/<input[^>]* name="ticket"[^>]* value="CS-1001"/);
  });

  it.each(["", "none", "1e3", '"><script>', "1".repeat(13), "-1"])("is not filled in from %j", async (typed) => {
    const { status, body } = await ask("sam", `/glass?${new URLSearchParams({ ticket: typed })}`);
    expect(status).toBe(200);
    expect(body).toMatch(/<input[^>]* name="ticket"/);
    expect(body).not.toMatch(/<input[^>]* name="ticket"[^>]* value="[^"]/);
    expect(body).not.toContain('"><script>');
  });

  it("that opens to this supervisor is a link to it", async () => {
    expect((await ask("ada", "/tickets/1001/acknowledgement", {})).status).toBe(204);
    const { body } = await ask("sam", "/flags");
    expect(body).toContain('href="/tickets/1001"');
    expect(body).not.toContain("/glass?ticket=");
    expect((await ask("sam", "/tickets/1001")).status).toBe(200);
  });
});
