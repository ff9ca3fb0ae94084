import { join } from "node:path";
import { fillTickets, monday, openDesk, staff, type TestDesk } from "db/read/testing-desk";
import { importAccount } from "db/read/testing-directory";
import { heldTicket, lost, Told } from "db/read/testing-told";
import { onEveryEngine } from "db/testing";
import { cancel } from "domain/end";
import { lookAlikeKey, parseSerial } from "domain/serial";
import { days } from "domain/time";
import type { Viewer } from "domain/view";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeAskingPace, makeFileBudget, makeStrangers } from "./budget.server";
import { configOf } from "./config.server";
import type { Door } from "./door.server";
import { makeGuesses } from "./guesses.server";
import * as read from "./read.server";
import { makeKeys, openSecrets } from "./secrets.server";

const viewers = {
  ada: { id: "ada", name: "Ada Obi", role: "agent" },
  bob: { id: "bob", name: "Bob Obi", role: "agent" },
  sam: { id: "sam", name: "Sam Obi", role: "supervisor" },
  ivy: { id: "ivy", name: "Ivy Obi", role: "auditor" },
  rob: { id: "rob", name: "Rob Obi", role: "admin" },
} as const satisfies Record<string, Viewer>;

onEveryEngine("The read door", (place) => {
  let desk: TestDesk;
  let door: Door;
  beforeAll(async () => {
    desk = await openDesk(place());
    const secretsDir = join(place().folder, "secrets");
    makeKeys(secretsDir);
    const config = configOf({ COUNTERSIGN_MODE: "test", COUNTERSIGN_DATABASE_URL: place().url });
    const { reader, ledger, vault } = desk;
    const secrets = openSecrets(secretsDir, {});
    door = {
      config,
      reader,
      ledger,
      vault,
      secrets,
      clock: { now: () => desk.clock.at },
      guesses: makeGuesses(),
      asking: makeAskingPace(),
      directory: null,
      strangers: makeStrangers(),
      files: makeFileBudget(),
    };
    await importAccount(desk, "hal", { devices: [{ short: "d1" }, { short: "d2" }] });
    await heldTicket(desk, "hal", "t1");
  });
  afterAll(() => desk.close());

  it("gives a ticket's page to its agent and to supervisors, in words, and to no one else", async () => {
    const view = await read.readTicket(door, viewers.ada, 1001);
    expect(view).toMatchObject({ number: 1001, mine: true, agent: { name: "Ada Obi" } });
    expect(view?.story.map((l) => l.who)).toEqual(
      expect.arrayContaining(["Ada Obi", "Sam Obi", "Max Obi", "The worker"]),
    );
    expect(await read.readTicket(door, viewers.sam, 1001)).toMatchObject({ mine: false, may: { "stop-hold": true } });
    for (const viewer of [viewers.ivy, viewers.rob]) expect(await read.readTicket(door, viewer, 1001)).toBeNull();
    expect(await read.readTicket(door, viewers.bob, 1001)).toBeNull();
    expect(await read.mayOpenTicket(door, viewers.bob, 1001)).toBe(false);
    expect(await read.mayOpenTicket(door, viewers.ada, 1001)).toBe(true);
    expect(await read.readTicket(door, viewers.ada, 4711)).toBeNull();
    expect(await read.readTicket(door, viewers.ada, Number.NaN)).toBeNull();
  });

  it("gives a packet to supervisors alone", async () => {
    expect(await read.readPacket(door, viewers.sam, 1001)).toMatchObject({
      points: 65,
      approvals: [{ byName: "Sam Obi", mine: true }, { byName: "Max Obi" }],
    });
    for (const viewer of [viewers.ada, viewers.ivy, viewers.rob])
      expect(await read.readPacket(door, viewer, 1001)).toBeNull();
  });

  it("lists what waits for supervisors to them alone", async () => {
    const page = await read.readApprovals(door, viewers.sam);
    expect(page.rows).toMatchObject([{ number: 1001, state: "on_hold", approvals: 2, approvalsNeeded: 2 }]);
    expect((await read.readApprovals(door, viewers.ada)).rows).toEqual([]);
  });

  it("takes the queue's address as it comes and leaves out what it cannot read", async () => {
    const page = await read.readQueue(door, viewers.ada, {
      view: "mine",
      tier: "T9",
      loss: "everything",
      region: "",
      after: "x",
      before: null,
    });
    expect(page).toMatchObject({ filter: { tier: null, loss: null, region: null }, older: null, newer: null });
    expect(page.rows).toMatchObject([
      { number: 1001, agentName: "Ada Obi", mine: true, next: "wait-hold", dueAt: null },
    ]);
    const none = await read.readQueue(door, viewers.ada, { view: "all", tier: "T1", loss: "email", region: "nowhere" });
    expect(none).toMatchObject({ rows: [], filter: { tier: "T1", loss: "email", region: "nowhere" } });
    expect(none.regions).toContain("nowhere");
  });

  it("counts for those who work tickets, and approvals for those who decide", async () => {
    expect(await read.navCounts(door, viewers.ada)).toMatchObject({
      counts: { queue: { n: 1 } },
      views: { mine: { n: 1 } },
    });
    expect((await read.navCounts(door, viewers.ada)).counts).not.toHaveProperty("approvals");
    expect((await read.navCounts(door, viewers.sam)).counts).toEqual({
      queue: { n: 1, capped: false },
      approvals: { n: 0, capped: false },
      safety: { n: 0, capped: false },
      "second-reviews": { n: 0, capped: false },
      flags: { n: 0, capped: false },
      glass: { n: 0, capped: false },
    });
    expect(await read.navCounts(door, viewers.rob)).toEqual({ counts: {} });
  });

  it("names the agents a ticket may be handed to, without the one who has it", async () => {
    expect(await read.readAgents(door, 1001)).toEqual([{ id: "bob", name: "Bob Obi" }]);
  });

  it("gives the requester their request and nothing of the account", async () => {
    const view = await read.readRequest(door, "t1");
    expect(view).toMatchObject({ reference: "REF-t1", state: "on_hold", sentTo: "n•••@new", mayCancel: false });
    expect(JSON.stringify(view)).not.toMatch(/hal|H•••|mask-/);
    expect(await read.readRequest(door, "t-none")).toBeNull();
  });

  it("gives the holder their contacts, and the requests they may still stop", async () => {
    const keep = [await desk.vault.seal("hal", "hal", "username", "hal.holder")];
    const second = await new Told(desk, "hal", "t2").opens(lost("password"));
    await second.does(staff("ada"), cancel("duplicate"), keep);
    const page = await read.readAccount(door, "hal");
    expect(page).toMatchObject({ username: "hal.holder", contacts: [{ kind: "email" }, { kind: "phone" }] });
    expect(page.recent.map((r) => [r.number, r.state, r.mayObject])).toEqual([
      [1002, "cancelled", false],
      [1001, "on_hold", true],
    ]);
    desk.clock.at = monday + days(91);
    expect((await read.readAccount(door, "hal")).recent.map((r) => r.number)).toEqual([1001]);
    desk.clock.at = monday + days(1);
    await expect(read.readAccount(door, "nobody")).rejects.toThrow("no such account");
  });

  it("compares a typed serial by keyed digests alone, look-alikes included", async () => {
    const { lookup } = door.secrets;
    const whole = "DS-2CD2432F-IW20150126CCCHL38239367";
    const row = {
      short: lookup("serial", "L38239367"),
      whole: lookup("whole", whole),
      near: lookup("near", lookAlikeKey("L38239367")),
    };
    await desk.writer.sql.updateTable("device").set(row).where("id", "=", "hal-d1").execute();
    const match = async (typed: string) => {
      const serial = parseSerial(typed);
      return serial ? read.deviceMatch(door, "hal", serial) : null;
    };
    expect(await match("s/n: l38239367")).toEqual({
      result: "match",
      device: "hal-d1",
      whole: false,
      boundAt: expect.any(Number),
    });
    expect(await match(whole)).toEqual({ result: "match", device: "hal-d1", whole: true, boundAt: expect.any(Number) });
    expect(await match("138239367")).toEqual({ result: "near", device: null, whole: false, boundAt: null });
    expect(await match("X99999999")).toEqual({ result: "miss", device: null, whole: false, boundAt: null });
    expect((await read.accountHits(door, "serial", "L38239367")).hits.map((h) => h.id)).toEqual(["hal"]);
    expect((await read.accountHits(door, "ticket", "1001")).hits.map((h) => h.id)).toEqual(["hal"]);
    expect((await read.accountHits(door, "serial", "138239367")).hits).toEqual([]);
    expect((await read.accountById(door, "hal"))?.liveTicket?.number).toBe(1001);
    expect(await read.accountById(door, "nobody")).toBeNull();
  });

  it("names every agent of a page after one look into the vault", async () => {
    await fillTickets(desk, "t1", 60, { state: "verifying", agent: "bob" });
    const page = await read.readQueue(door, viewers.ada, { view: "all" });
    expect(page.rows).toHaveLength(50);
    expect(page.newer).not.toBeNull();
    const next = await read.readQueue(door, viewers.ada, { view: "all", before: page.newer });
    expect(next.rows.at(0)?.number).toBeGreaterThan(page.rows.at(-1)?.number ?? 0);
    const back = await read.readQueue(door, viewers.ada, { view: "all", after: next.older });
    expect(back.rows.map((r) => r.number)).toEqual(page.rows.map((r) => r.number));
  });
});
