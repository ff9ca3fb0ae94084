import { ask } from "domain/ask";
import { enterPortal } from "domain/check-code";
import { sweep } from "domain/end";
import type { Actor } from "domain/staff";
import { standInEndsAt } from "domain/stand-in";
import { hours } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "./engine";
import { loadCase, loadCaseFacts } from "./load";
import { caseByNumber, ticketsIdle } from "./read/cases";
import { countViews } from "./read/queue-counts";
import { onEveryEngine } from "./testing";
import { granted, type Teller, tellerOf, tellImport, tellStaff, wait } from "./testing-trail";
import { verifyDatabase } from "./verify";

const anyone: Actor = { id: "anyone", role: "anyone", auth: "none", session: null };
const worker: Actor = { id: "worker", role: "worker", auth: "none", session: null };
const digest = Buffer.from("the new contact");
const nobody = "00000001aaaaaaaaaaaaaaaaaaaaaaaa";

onEveryEngine("What stands in for an account", (place) => {
  let db: Db;
  let reader: Db;
  let t: Teller;
  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    t = tellerOf(db);
    await tellStaff(t);
    await tellImport(t);
    wait(t, 60);
  });
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  const asks = (account: string, ticket: string) => {
    t.now += 60_000;
    const contact = { id: `c-${ticket}`, kind: "email" as const, commitment: "ab".repeat(32), same: null };
    const standIn = account === nobody;
    const mask = "n•••@h•••.example";
    const row = { id: contact.id, ticket_id: ticket, account_id: account, kind: "email", mask, digest };
    const decide = ask({
      ticket,
      reference: `REF-${ticket}`,
      language: "en",
      secondFactor: false,
      hand: ["label"],
      contact,
      standIn,
    });
    const keep = [{ keep: "new-contact" as const, row }];
    const query = { standIn, newContact: digest };
    return t.ledger.enact({ stream: "case", account, ticket, actor: anyone, request: ticket, decide, keep, query });
  };

  it("is folded like an account, and counted, listed and found nowhere", async () => {
    const before = await countViews(reader, "ada", t.now);
    await granted(asks(nobody, "a00001"));
    expect(await countViews(reader, "ada", t.now)).toEqual(before);
    const { ticket } = await loadCase(db.sql, nobody, "a00001");
    expect(ticket).toMatchObject({ state: "open", standIn: true, tier: "T4" });
    expect(await caseByNumber(reader, ticket?.number ?? 0)).toBeNull();
    await granted(
      t.ledger.enact({
        stream: "case",
        account: nobody,
        ticket: "a00001",
        actor: anyone,
        request: "enter",
        decide: enterPortal({ contact: "c-a00001", generation: 1, right: true }),
      }),
    );
  });

  it("is no other account that the new contact was seen in", async () => {
    await granted(asks("hal", "h1"));
    const c = await loadCase(db.sql, "hal", "h1");
    const facts = await loadCaseFacts(db.sql, c, "hal", worker, t.now);
    expect(facts.elsewhere).toEqual([]);
    expect(c.ticket?.raised).toBeUndefined();
  });

  it("ends when its time comes, and the entries alone make all of it again", async () => {
    const { ticket } = await loadCase(db.sql, nobody, "a00001");
    if (!ticket) throw new Error("There is no such ticket.");
    t.now = Math.max(t.now, standInEndsAt(ticket) ?? Number.NaN) + hours(1);
    expect(await ticketsIdle(reader, t.now, 10)).toContainEqual({ account: nobody, ticket: "a00001" });
    const where = { stream: "case", account: nobody, ticket: "a00001", actor: worker, request: "sweep" } as const;
    await granted(t.ledger.enact({ ...where, decide: sweep() }));
    expect(await ticketsIdle(reader, t.now, 10)).not.toContainEqual({ account: nobody, ticket: "a00001" });
    expect(await verifyDatabase(reader, {})).toMatchObject({ verdict: "valid", problem: null });
  });
});
