import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import type { Actor, Role } from "domain/staff";
import { days, hours, minutes } from "domain/time";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endGlasses } from "./desk/break-glass.server";
import type { CaseRef } from "./desk/case.server";
import { claimTicket } from "./desk/claim-ticket.server";
import { demoCode, enrolForDemo } from "./desk/demo-authenticator.server";
import { findAccount } from "./desk/find-account.server";
import { flaggingLookups } from "./desk/flag-lookups.server";
import { flagSafety } from "./desk/guard-safety.server";
import { nameNewContact } from "./desk/new-contact.server";
import { openTicket } from "./desk/open-ticket.server";
import { addOwnContact, linkAccount, unlinkAccount } from "./desk/own-contacts.server";
import { revealValue } from "./desk/reveal-value.server";
import { makeSession } from "./desk/sign-in.server";
import { navCounts } from "./read.server";
import { addMember, startDesk, type TestDesk } from "./testing";

const lost = { password: false, secondFactor: false, email: true, phone: false };
const cli: Actor = { id: "cli:test", role: "cli", auth: "none", session: null };
const cast = {
  ada: "agent",
  bob: "agent",
  sam: "supervisor",
  max: "supervisor",
  rob: "admin",
  ned: "admin",
  ivy: "auditor",
} as const satisfies Record<string, Role>;
type Name = keyof typeof cast;
const member = { actor: cli, request: "cli" };
/** What a supervisor may ask of a ticket. */
const verbs: readonly (readonly [path: string, form: Record<string, string>])[] = [
  ["hold-stop", { reason: "other" }],
  ["approval", { packet: "ab".repeat(32), reason: "other", note: "", code: "000000" }],
  ["return", { reason: "other", note: "", code: "000000" }],
  ["rejection", { reason: "other", note: "No", code: "000000" }],
  ["notes", { text: "Anything" }],
  ["reveals", { what: "holder-name", reason: "other", text: "Anything", code: "000000" }],
  ["photos/none/judgement", { serial: "L38239367" }],
  ["safety", { kind: "household" }],
  ["withholding", { contact: "ab".repeat(16), reason: "Anything", code: "000000" }],
];

onEveryEngine("Need to know", (place) => {
  let desk: TestDesk;
  let ref: CaseRef;
  const ids = {} as Record<Name, string>;
  const cookies = {} as Record<Name, string>;
  let ahead = 0;
  let key = 0;
  const who = (name: Name) => ({
    actor: { id: `staff:${ids[name]}`, role: cast[name], auth: "demo", session: null } as const,
    request: "test",
  });
  const ask = (name: Name, path: string, form?: Record<string, string>) => {
    key += 1;
    return desk.ask(form ? "POST" : "GET", path, {
      headers: { cookie: cookies[name] },
      ...(form ? { form: { key: `k${key}`, ...form } } : {}),
    });
  };
  const says = async (name: Name, path: string, words: string) => (await ask(name, path)).body.includes(words);
  /** Moves on, so that a code was not used yet. */
  const code = async (name: Name) => {
    pass(minutes(1));
    return (await demoCode(desk.house.door, ids[name])) ?? "";
  };
  const pass = (ms: number) => {
    ahead += ms;
    desk.setAhead(ahead);
  };
  const entries = async (type: string) => {
    const rows = await desk.house.door.reader.sql
      .selectFrom("entry")
      .select("bytes")
      .where("type", "=", type)
      .orderBy("seq")
      .execute();
    return rows.map((r) => JSON.parse(r.bytes.toString("utf8")));
  };
  /** An answer without what every request has of its own. */
  const plain = ({ status, body }: { status: number; body: string }) => ({
    status,
    body: body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"|1001|4711|\d\d:\d\d(:\d\d(\.\d+Z)?)?/g, "…"),
  });
  const signInAgain = async () => {
    for (const name of Object.keys(cast) as Name[]) cookies[name] = `cs=${await makeSession(desk.house, ids[name])}`;
  };

  beforeAll(async () => {
    desk = await startDesk(place());
    const { door, writer } = desk.house;
    for (const [name, role] of Object.entries(cast) as [Name, Role][]) {
      ids[name] = await addMember(desk, name, role);
      await enrolForDemo(door, member, ids[name]);
    }
    await signInAgain();
    for (const id of ["hal", "ida", "eve"])
      await putOnFile(writer.sql, id, {
        contacts: [
          { id: `${id}-email`, kind: "email", digest: door.secrets.lookup("email", `${id}@harbour.example`) },
          { id: `${id}-phone`, kind: "phone" },
        ],
      });
    const name = await door.vault.seal("hal", "hal", "name", "Hal Harbour");
    await writer.sql
      .insertInto("vault")
      .values({ id: name.id, owner: name.owner, field: name.field, box: name.box })
      .execute();
    const opened = await openTicket(door, who("ada"), "hal", lost);
    ref = { account: "hal", ticket: opened.ticket ?? "" };
    await claimTicket(door, who("ada"), ref);
    await nameNewContact(door, who("ada"), ref, { kind: "email", value: "hal.new@harbour.example" });
  });
  afterAll(() => desk.stop());

  describe("A ticket that an agent works on is a line to supervisors", () => {
    it.each(["/tickets/", "/approvals/"])("whose page at %s answers like that of an unknown one", async (path) => {
      const foreign = await ask("sam", `${path}1001`);
      expect(foreign.status).toBe(404);
      expect(plain(foreign)).toEqual(plain(await ask("sam", `${path}4711`)));
    });

    it.each(verbs)("and so does a POST to %s", async (path, form) => {
      const foreign = await ask("sam", `/tickets/1001/${path}`, form);
      expect(foreign.status).toBe(404);
      expect(plain(foreign)).toEqual(plain(await ask("sam", `/tickets/4711/${path}`, form)));
    });

    it("whose flags answer like those of an account that there is not", async () => {
      const asked = ["hal", "ab".repeat(16)].map((account) =>
        ask("sam", "/flags/1/review", { account, note: "Looked at it" }),
      );
      expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404]);
    });

    it("that leads to no page, and may be handed over from there", async () => {
      const queue = await ask("sam", "/queue");
      expect(queue.body).not.toContain('href="/tickets/1001"');
      expect(queue.body).toContain('href="/tickets/1001/hand-over"');
      const page = await ask("sam", "/tickets/1001/hand-over");
      expect(page.status).toBe(200);
      expect((await ask("sam", "/tickets/4711/hand-over")).status).toBe(404);
      expect((await ask("sam", "/tickets/1001/hand-over", { to: ids.ada })).status).toBe(409);
      const done = await ask("sam", "/tickets/1001/hand-over", { to: ids.bob });
      expect(done).toMatchObject({ status: 303, headers: { location: "/queue?done=hand-over" } });
      expect((await ask("sam", "/tickets/1001/hand-over", { to: ids.ada })).status).toBe(303);
    });
  });

  describe("A value in clear", () => {
    const form = { what: "new-contact", reason: "read-back", text: "To read it back" };

    it("stands in the answer to its form, and nowhere else", async () => {
      const shown = await desk.ask("POST", "/tickets/1001/reveals", {
        headers: { cookie: cookies.ada },
        form: { key: "once", ...form },
      });
      expect(shown).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
      expect(shown.body).toContain("hal.new@harbour.example");
      const again = await desk.ask("POST", "/tickets/1001/reveals", {
        headers: { cookie: cookies.ada },
        form: { key: "once", ...form },
      });
      expect(again.status).toBe(409);
      expect(again.body).not.toContain("hal.new@harbour.example");
      expect(await says("ada", "/tickets/1001", "hal.new@harbour.example")).toBe(false);
      expect((await ask("ada", "/tickets/1001/reveals")).status).toBe(405);
      const told = await entries("value.revealed");
      expect(told).toMatchObject([{ object: ref.ticket, data: { what: "new-contact", reason: "read-back" } }]);
      expect(JSON.stringify(told)).not.toMatch(/harbour|read it back/);
      const name = await ask("ada", "/tickets/1001/reveals", { ...form, what: "holder-name" });
      expect(name.body).toContain("Hal Harbour");
    });

    it("takes words before it takes a supervisor's code, which is good for the next try", async () => {
      const given = { what: "holder-name", reason: "other", text: "x", code: await code("sam"), sight: "all" } as const;
      const asked = (text: string) => revealValue(desk.house.door, who("sam"), ref, { ...given, text });
      expect(await asked("x")).toEqual({ refused: "reason-missing", value: null });
      expect(await asked("A complaint")).toEqual({ refused: null, value: "Hal Harbour" });
    });

    it("takes words, is no old contact, and is nobody else's", async () => {
      const few = await ask("ada", "/tickets/1001/reveals", { ...form, text: "x" });
      expect([few.status, few.body.includes("hal.new@")]).toEqual([422, false]);
      expect((await ask("ada", "/tickets/1001/reveals", { ...form, what: "old-contact" })).status).toBe(422);
      expect((await ask("bob", "/tickets/1001/reveals", form)).status).toBe(404);
    });
  });

  describe("Break-glass", () => {
    const form = { ticket: "CS-1001", reason: "complaint", text: "The holder called about it" };
    let glass: string;
    const waiting = async (name: "ada" | "sam" | "max" | "rob") => {
      const viewer = { id: ids[name], name, role: cast[name] };
      return (await navCounts(desk.house.door, viewer)).counts?.glass?.n;
    };

    it("is asked with a reason and a right code, and keeps what was typed", async () => {
      // The wrong codes of before hold nobody any more.
      pass(minutes(16));
      const wrong = await ask("sam", "/glass", { ...form, code: "000000" });
      expect(wrong.status).toBe(422);
      expect(wrong.body).toContain("The holder called about it");
      expect((await ask("sam", "/glass", { ...form, text: "x", code: await code("sam") })).status).toBe(422);
      expect((await ask("sam", "/glass", { ...form, ticket: "CS-4711", code: "000000" })).status).toBe(404);
      expect(await ask("sam", "/glass", { ...form, code: await code("sam") })).toMatchObject({ status: 303 });
      expect((await ask("sam", "/tickets/1001")).status).toBe(404);
      glass = (await entries("glass.asked")).at(-1).data.glass;
    });

    it("waits in the menu of who may confirm it, for as long as they may", async () => {
      expect([await waiting("max"), await waiting("sam")]).toEqual([1, 0]);
      expect([await waiting("ada"), await waiting("rob")]).toEqual([undefined, undefined]);
      expect((await ask("max", "/queue")).body).toMatch(/data-count="glass"[^>]*>1</);
      await linkAccount(desk.house.door, member, ids.max, "hal");
      expect(await waiting("max")).toBe(0);
      await unlinkAccount(desk.house.door, member, ids.max, "hal");
      const { clock } = desk.house.door;
      const door = { ...desk.house.door, clock: { ...clock, now: () => clock.now() + hours(1) } };
      const viewer = { id: ids.max, name: "max", role: cast.max };
      expect((await navCounts(door, viewer)).counts?.glass).toEqual({ n: 0, capped: false });
    });

    it("is confirmed by another supervisor, and opens the ticket to both, to be read", async () => {
      const own = await ask("sam", "/glass/1001/confirmation", { glass, code: "000000" });
      expect(own.status).toBe(403);
      expect(await says("max", "/glass", "The holder called about it")).toBe(true);
      await linkAccount(desk.house.door, member, ids.max, "hal");
      expect(await says("max", "/glass", "The holder called about it")).toBe(false);
      await unlinkAccount(desk.house.door, member, ids.max, "hal");
      const done = await ask("max", "/glass/1001/confirmation", { glass, code: await code("max") });
      expect(done).toMatchObject({ status: 303, headers: { location: "/glass?done=confirmation" } });
      expect(await waiting("max")).toBe(0);
      for (const name of ["sam", "max"] as const) {
        const page = await ask(name, "/tickets/1001");
        expect(page.status).toBe(200);
        expect(page.body).toContain("You read this by break-glass");
        expect(page.body).not.toContain('action="/tickets/1001/');
      }
      expect((await entries("ticket.viewed")).at(-1)).toMatchObject({ data: { glass } });
      expect((await ask("sam", "/tickets/1001/notes", { text: "Anything" })).status).toBe(403);
      expect(
        (
          await ask("sam", "/tickets/1001/reveals", {
            what: "holder-name",
            reason: "other",
            text: "Anything",
            code: await code("sam"),
          })
        ).status,
      ).toBe(403);
    });

    it("is told to every admin until they acknowledge it, and to auditors in red", async () => {
      for (const name of ["rob", "ned"] as const) expect(await says(name, "/imports", "opened CS-1001")).toBe(true);
      expect(await says("rob", "/glass", "The holder called about it")).toBe(false);
      expect(await ask("rob", "/glass/1001/acknowledgement", { glass })).toMatchObject({ status: 303 });
      expect(await says("rob", "/imports", "opened CS-1001")).toBe(false);
      expect(await says("ned", "/imports", "opened CS-1001")).toBe(true);
      expect(await says("ivy", "/readers", "opened CS-1001")).toBe(true);
      expect(await says("ivy", "/glass", "The holder called about it")).toBe(true);
    });

    it("is acknowledged, confirmed and closed only where there is one", async () => {
      const unknown = "00000000-0000-7000-8000-000000000000";
      expect((await ask("rob", "/glass/1001/acknowledgement", { glass: unknown })).status).toBe(404);
      expect((await ask("max", "/glass/1001/confirmation", { glass: unknown, code: "000000" })).status).toBe(409);
      expect((await ask("max", "/glass/4711/confirmation", { glass: unknown, code: "000000" })).status).toBe(404);
    });

    it("is over after an hour, which the worker enters once", async () => {
      pass(hours(1));
      await signInAgain();
      expect((await ask("sam", "/tickets/1001")).status).toBe(404);
      expect(await endGlasses(desk.house.door)).toBe(1);
      expect(await endGlasses(desk.house.door)).toBe(0);
      expect(await entries("glass.closed")).toMatchObject([{ data: { glass, why: "over" } }]);
      expect((await ask("max", "/glass/1001/closing", { glass })).status).toBe(409);
      pass(days(7));
      await signInAgain();
      expect(await says("ned", "/imports", "opened CS-1001")).toBe(false);
    });
  });

  describe("What is staff's own", () => {
    it("is not recovered at the desk, by contact or by link", async () => {
      const { door } = desk.house;
      await addOwnContact(door, member, ids.ivy, { kind: "email", value: "IDA@harbour.example " });
      expect((await openTicket(door, who("ada"), "ida", lost)).refused).toBe("not-at-this-desk");
      await linkAccount(door, member, ids.ivy, "eve");
      expect((await openTicket(door, who("ada"), "eve", lost)).refused).toBe("not-at-this-desk");
    });

    it("is not opened, seen or listed for the member whose it is", async () => {
      const { door } = desk.house;
      await linkAccount(door, member, ids.ada, "hal");
      const own = await ask("ada", "/tickets/1001");
      expect(plain(own)).toEqual(plain(await ask("ada", "/tickets/4711")));
      expect(await says("ada", "/queue", "CS-1001")).toBe(false);
      expect(await says("bob", "/queue", "CS-1001")).toBe(true);
      expect((await ask("ada", "/tickets/1001/notes", { text: "Anything" })).status).toBe(404);
      expect((await ask("sam", "/tickets/1001/hand-over", { to: ids.ada })).status).toBe(409);
      expect((await openTicket(door, who("ada"), "hal", lost)).refused).toBe("own-account");
      expect((await findAccount(door, who("ada"), "ticket", "1001")).hits).toEqual([]);
      expect((await findAccount(door, who("bob"), "ticket", "1001")).hits).toMatchObject([{ id: "hal" }]);
    });
  });

  describe("A safety flag", () => {
    it("is not shown to a supervisor whose own account it is on", async () => {
      const { door } = desk.house;
      await flagSafety(door, who("sam"), ref, "separation");
      expect([await says("max", "/safety", `/safety/hal`), await says("sam", "/safety", "/safety/hal")]).toEqual([
        true,
        true,
      ]);
      await linkAccount(door, member, ids.sam, "hal");
      expect([await says("max", "/safety", "/safety/hal"), await says("sam", "/safety", "/safety/hal")]).toEqual([
        true,
        false,
      ]);
      const lift = { reason: "Said on the phone", code: await code("sam") };
      expect((await ask("sam", "/safety/hal/lift", lift)).status).not.toBe(303);
      expect(await entries("safety.lift-proposed")).toEqual([]);
    });

    it("is lifted for a reason that goes with the account it is about when that is erased", async () => {
      const lift = { reason: "They said so on the phone", code: await code("max") };
      // A reason too short is told before the code is spent.
      expect((await ask("max", "/safety/hal/lift", { ...lift, reason: "x" })).status).toBe(422);
      const form = { key: "lifted-once", ...lift };
      const sent = () => desk.ask("POST", "/safety/hal/lift", { headers: { cookie: cookies.max }, form });
      // Sent twice it is told as it was told once: a second supervisor has to agree.
      for (let time = 0; time < 2; time += 1)
        expect(await sent()).toMatchObject({ status: 303, headers: { location: "/safety?done=lift-first" } });
      const [{ data }] = await entries("safety.lift-proposed");
      const rows = await desk.house.writer.sql
        .selectFrom("vault")
        .select("owner")
        .where("id", "=", data.reason)
        .execute();
      expect(rows.map((r) => r.owner)).toEqual(["hal", "hal"]);
      expect(await says("max", "/safety", "They said so on the phone")).toBe(true);
    });
  });

  describe("A search that led to no ticket", () => {
    it("is flagged once its hour is over, once, also where that failed at first", async () => {
      const { door } = desk.house;
      let away = false;
      const enact = (...command: Parameters<typeof door.ledger.enact>) =>
        away ? Promise.reject(new Error("The database is away.")) : door.ledger.enact(...command);
      const flag = flaggingLookups({ ...door, ledger: { ...door.ledger, enact } });
      await findAccount(door, who("max"), "ticket", "1001");
      expect(await flag()).toBe(0);
      pass(hours(1));
      away = true;
      expect(await flag()).toBe(0);
      away = false;
      expect(await flag()).toBe(1);
      expect(await flag()).toBe(0);
      await flaggingLookups(door)();
      const flags = (await entries("flag.raised")).filter((e) => e.data.flag === "lookup-without-ticket");
      expect(flags).toMatchObject([{ subject: "hal", actor: { id: "worker" }, data: { member: ids.max } }]);
    });
  });
});
