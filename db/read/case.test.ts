import { note } from "domain/end";
import { hours } from "domain/time";
import type { CaseReading } from "domain/view-case";
import { packetView } from "domain/view-packet";
import { ticketView } from "domain/view-ticket";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadCase, loadCaseFacts } from "../load";
import { onEveryEngine } from "../testing";
import { readCase } from "./case";
import { staffIdsOf, textIdsOf } from "./case-vault";
import { staffNames } from "./names";
import { monday, openDesk, staff, type TestDesk } from "./testing-desk";
import { importAccount } from "./testing-directory";
import { heldTicket, lost, Told } from "./testing-told";

onEveryEngine("A case as it is read", (place) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openDesk(place());
    await importAccount(desk, "acc");
    await importAccount(desk, "other");
    for (const id of ["q1", "q2", "q3"])
      await desk.writer.sql
        .insertInto("question")
        .values({ id, text: `What is ${id}?` })
        .execute();
    const told = await heldTicket(desk, "acc", "t1");
    const keep = [await desk.vault.seal("acc", "n1", "text", "Called twice.")];
    await told.does(staff("sam"), note({ note: "n1", removed: 0, commitment: "c" }), keep);
    await new Told(desk, "other", "t2").opens(lost("password"), staff("bob"));
  });
  afterAll(() => desk.close());

  const readingFor = async (actor = staff("ada")): Promise<CaseReading> => {
    const stored = await readCase(desk.reader, { id: "t1" }, actor, desk.clock.at);
    if (!stored) throw new Error("no such case");
    const names = await staffNames(desk.vault, staffIdsOf(stored), desk.clock.at);
    const opened = await desk.vault.openMany(textIdsOf(stored));
    const texts = new Map([...opened].map(([key, text]) => [key.replace("/text", ""), text.toString("utf8")]));
    return { ...stored, names, texts, vouchNumber: null, say: (actor_, name) => name ?? actor_, now: desk.clock.at };
  };

  it("rests on exactly the state and the facts that a decision would rest on", async () => {
    for (const actor of [
      staff("ada"),
      staff("max"),
      { ...staff("x"), id: "requester:t1", role: "requester" as const },
    ]) {
      const read = await readCase(desk.reader, { number: 1001 }, actor, desk.clock.at);
      const state = await loadCase(desk.reader.sql, "acc", "t1");
      expect({ ticket: read?.ticket, account: read?.account }).toEqual(state);
      expect(read?.facts).toEqual(await loadCaseFacts(desk.reader.sql, state, "acc", actor, desk.clock.at));
    }
  });

  it("is found by number and by id, and no other ticket's entries are in it", async () => {
    const [byNumber, byId] = [
      await readCase(desk.reader, { number: 1001 }, staff("ada"), desk.clock.at),
      await readCase(desk.reader, { id: "t1" }, staff("ada"), desk.clock.at),
    ];
    expect(byNumber).toEqual(byId);
    expect(new Set(byId?.entries.map((e) => e.object))).toEqual(new Set(["t1"]));
    expect(byId?.entries.map((e) => e.seq)).toEqual([...(byId?.entries ?? [])].map((e) => e.seq).sort((a, b) => a - b));
    expect(await readCase(desk.reader, { number: 9 }, staff("ada"), desk.clock.at)).toBeNull();
  });

  it("fills a ticket's page with names, notes, masks and questions from the vault and the directory", async () => {
    const view = ticketView(await readingFor());
    expect(view).toMatchObject({
      number: 1001,
      holder: "H••• acc",
      state: "on_hold",
      agent: { id: "ada", name: "Ada Obi" },
      mine: true,
    });
    expect(view.account).toMatchObject({ devices: 2, questionsOnFile: 3, region: "eu", secondFactor: "none" });
    expect(view.notes).toMatchObject([{ byName: "Sam Obi", text: "Called twice.", removed: false }]);
    expect(view.questions?.texts).toEqual(["q1", "q2", "q3"].map((id) => ({ id, text: `What is ${id}?` })));
    expect(view.evidence).toMatchObject([
      { factor: "serial", boundYear: 2019 },
      { factor: "serial" },
      { factor: "answers" },
    ]);
    expect(view.hold?.endsAt).toBe(monday + hours(1) + hours(72));
  });

  it("fills a packet with points, people and signatures", async () => {
    const packet = packetView(await readingFor(staff("max")));
    expect(packet).toMatchObject({
      points: 65,
      pointsNeeded: 50,
      approvals: [{ byName: "Sam Obi" }, { byName: "Max Obi", mine: true }],
    });
    expect(packet?.people.map((p) => [p.name, p.acts[0]])).toEqual([
      ["Ada Obi", "ticket.opened"],
      ["Sam Obi", "ticket.noted"],
    ]);
  });

  it("takes its names from memory the second time, and never remembers a missing one", async () => {
    expect([...(await staffNames(desk.vault, ["ada", "nobody"], desk.clock.at))]).toEqual([["ada", "Ada Obi"]]);
    const row = await desk.writer.sql.selectFrom("vault").selectAll().where("id", "=", "ada").executeTakeFirstOrThrow();
    await desk.writer.sql.deleteFrom("vault").where("id", "=", "ada").execute();
    expect([...(await staffNames(desk.vault, ["ada"], desk.clock.at))]).toEqual([["ada", "Ada Obi"]]);
    expect([...(await staffNames(desk.vault, ["ada"], desk.clock.at + hours(1)))]).toEqual([]);
    await desk.writer.sql.insertInto("vault").values(row).execute();
    expect([...(await staffNames(desk.vault, ["ada"], desk.clock.at + hours(1)))]).toEqual([["ada", "Ada Obi"]]);
  });

  it("cannot write: the engine itself refuses it on this connection", async () => {
    await expect(sql`delete from tried`.execute(desk.reader.sql)).rejects.toThrow(/read.?only/i);
  });
});
