import { claim } from "domain/claim";
import { refuse } from "domain/event";
import { addMember } from "domain/member";
import { open } from "domain/open";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openClock } from "./clock";
import { type Db, openWriter } from "./engine";
import { type Ledger, openLedger } from "./ledger";
import { onEveryEngine } from "./testing";
import { putOnFile } from "./testing-account";

const cli = { id: "cli:test", role: "cli", auth: "none", session: null } as const;
const staff = (id: string) => ({ id: `staff:${id}`, role: "agent", auth: "demo", session: null }) as const;
const loss = { password: false, secondFactor: false, email: true, phone: false };

onEveryEngine("The ledger", (place) => {
  let db: Db;
  let ledger: Ledger;
  beforeAll(async () => {
    db = openWriter(place().url);
    ledger = openLedger(db, openClock(null));
    await putOnFile(db.sql, "acc", { contacts: [{ id: "c1", kind: "email" }] });
    for (const id of ["ada", "bob"])
      await ledger.enact({ stream: "staff", id, actor: cli, request: "r", decide: addMember(id, "agent") });
  });
  afterAll(() => db.close());

  it("gives one of two agents who claim at once the ticket and refuses the other", async () => {
    const opened = await ledger.enact({
      stream: "case",
      account: "acc",
      ticket: "t1",
      actor: staff("ada"),
      request: "r",
      decide: open({ ticket: "t1", reference: "ABCD-EFGH", loss }),
    });
    expect(opened.refused).toBeNull();
    const both = await Promise.all(
      ["ada", "bob"].map((id) =>
        ledger.enact({ stream: "case", account: "acc", ticket: "t1", actor: staff(id), request: "r", decide: claim() }),
      ),
    );
    expect(both.map((o) => o.refused).sort()).toEqual(["already-claimed", null]);
    const outbox = await db.sql.selectFrom("outbox").select(["id", "template"]).execute();
    expect(outbox).toEqual([{ id: "t1.opened.0.c1", template: "notice-opened" }]);
  });

  it("reads every account of the human that a ticket is handed to", async () => {
    for (const id of ["dan", "dan2"])
      await ledger.enact({ stream: "staff", id, actor: cli, request: "r", decide: addMember("p-dan", "agent") });
    let known: string[] = [];
    await ledger.enact({
      stream: "case",
      account: "acc",
      ticket: "t1",
      actor: staff("ada"),
      request: "r",
      query: { receiver: "dan" },
      decide: (_, facts) => {
        known = Object.keys(facts.members).sort();
        return refuse("ticket.hand-over", "not-your-role");
      },
    });
    expect(known).toEqual(["dan", "dan2"]);
  });

  it("replays the outcome of a form that is sent twice and adds no entry", async () => {
    const command = {
      stream: "staff",
      id: "cat",
      actor: cli,
      request: "r",
      key: { key: "k1", digest: "d" },
      decide: addMember("cat", "auditor"),
    } as const;
    const first = await ledger.enact(command);
    const again = await ledger.enact(command);
    expect(again).toEqual({ ...first, replayed: true });
    await expect(ledger.enact({ ...command, key: { key: "k1", digest: "other" } })).rejects.toThrow("sent before");
  });
});
