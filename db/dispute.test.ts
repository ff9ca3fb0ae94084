import type { Account } from "domain/account";
import { event } from "domain/event";
import { disable, stepUp } from "domain/member";
import type { Actor } from "domain/staff";
import type { Ticket } from "domain/ticket";
import { days, minutes } from "domain/time";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { appendEntries, takeHead } from "./append";
import { type Db, openReader, openWriter } from "./engine";
import { loadCase } from "./load";
import { loadRisk, signersOf } from "./load-risk";
import { signersOfEach } from "./read/second-reviews";
import { saveCase } from "./save";
import { onEveryEngine } from "./testing";
import { tellAll, tellCase } from "./testing-case";
import { type Disputed, tellNewSupervisors, tellObjection, tellProof, tellVerdict } from "./testing-dispute";
import { disarm, putBack, type Saved, save } from "./testing-tamper";
import { cli, granted, staffed, type Teller, tellerOf } from "./testing-trail";
import { verifyDatabase } from "./verify";

onEveryEngine("A dispute in the ledger", (place) => {
  let db: Db;
  let reader: Db;
  let teller: Teller;
  let whole: Saved;
  let monday: number;
  const hals: Disputed = { account: "hal", ticket: "t1", contact: "email-hal" };
  const idas: Disputed = { account: "ida", ticket: "t2", contact: "email-ida" };
  const stateOf = async (on: Disputed): Promise<{ ticket: Ticket; account: Account }> => {
    const { ticket, account } = await loadCase(reader.sql, on.account, on.ticket);
    if (!ticket || !account) throw new Error("There is no such case.");
    return { ticket, account };
  };

  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    teller = tellerOf(db);
    await tellAll(teller);
    await tellCase(teller, "ida", "t2");
    await tellNewSupervisors(teller);
    whole = await save(db);
    monday = teller.now;
    await disarm(db);
  });
  afterEach(async () => {
    await putBack(db, whole);
    teller.now = monday;
  });
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  it("undoes a recovery whose objection was proved, and the tables are what the entries say", async () => {
    await tellObjection(teller, hals);
    expect((await stateOf(hals)).ticket.dispute).toMatchObject({ signers: ["max", "sam"], provedAt: null });
    await tellProof(teller, hals);
    await tellVerdict(teller, hals, "kim", "reverse");
    await tellVerdict(teller, hals, "lea", "reverse");
    const { ticket, account } = await stateOf(hals);
    expect(ticket.state).toBe("reversed");
    expect(Object.keys(account.removed)).toEqual(["new-t1"]);
    expect(account.frozenAt).toBe(ticket.endedAt);
    expect((await verifyDatabase(reader)).problem).toBeNull();
  });

  it("lets a request go on that nobody proved wrong", async () => {
    await tellObjection(teller, idas);
    teller.now += days(7);
    await tellVerdict(teller, idas, "kim", "resume");
    await tellVerdict(teller, idas, "lea", "resume");
    expect((await stateOf(idas)).ticket).toMatchObject({ state: "verifying", tier: "T4", unproved: ["email-ida"] });
    expect((await verifyDatabase(reader)).problem).toBeNull();
  });

  it("ends a request that nobody proved wrong and nobody lets go on, and keeps nobody out", async () => {
    await tellObjection(teller, idas);
    teller.now += days(7);
    await tellVerdict(teller, idas, "kim", "reject");
    await tellVerdict(teller, idas, "lea", "reject");
    const { ticket, account } = await stateOf(idas);
    expect(ticket.state).toBe("rejected");
    expect(account.knockedOut ?? []).toEqual([]);
    expect((await verifyDatabase(reader)).problem).toBeNull();
    await slipIn(idas, kim, event("requester.knocked-out", { contact: ticket.newContact?.id ?? "", until: 0 }));
    expect((await verifyDatabase(reader)).problem?.sentence).toContain("nobody had proved it against them");
  });

  it("ends a request whose objection was proved, and sends the objector a code of their own", async () => {
    await tellObjection(teller, idas);
    await tellProof(teller, idas);
    await tellVerdict(teller, idas, "kim", "reject");
    await tellVerdict(teller, idas, "lea", "reject");
    expect((await stateOf(idas)).ticket.state).toBe("rejected");
    const sent = await reader.sql.selectFrom("outbox").select("template").where("ticket_id", "=", "t2").execute();
    const templates = sent.map((m) => m.template);
    expect(templates).toContain("proof-code");
    expect(templates).toContain("notice-rejected");
    expect((await verifyDatabase(reader)).problem).toBeNull();
  });

  it("does not decide on the first word of one who left", async () => {
    await tellObjection(teller, idas);
    teller.now += days(7);
    await tellVerdict(teller, idas, "kim", "resume");
    await granted(teller.ledger.enact({ stream: "staff", id: "kim", actor: cli, request: "left", decide: disable() }));
    await tellVerdict(teller, idas, "lea", "resume");
    expect((await stateOf(idas)).ticket).toMatchObject({ state: "disputed", dispute: { wish: { by: "lea" } } });
  });

  it("knows who signed a ticket", async () => {
    expect(await signersOf(reader.sql, "t1")).toEqual(["max", "sam"]);
    expect(await signersOf(reader.sql, "t2")).toEqual([]);
    const each = await signersOfEach(reader, ["t1", "t2"]);
    expect([...each].map(([ticket, of]) => [ticket, of.sort()])).toEqual([["t1", ["max", "sam"]]]);
  });

  it("keeps the contact of an undone recovery out of every account for 90 days", async () => {
    const digest = Buffer.from("digest of new-t1");
    const isOut = async (newContact: Buffer) =>
      (await loadRisk(reader.sql, { account: "ida", ticket: "t2", newContact }, teller.now)).knockedOut;
    expect(await isOut(digest)).toBe(false);
    await tellVerdict(teller, hals, "kim", "reverse");
    await tellVerdict(teller, hals, "lea", "reverse");
    expect([await isOut(digest), await isOut(Buffer.from("digest of new-t2"))]).toEqual([true, false]);
    teller.now += days(90) - 1;
    expect(await isOut(digest)).toBe(true);
    teller.now += 1;
    expect(await isOut(digest)).toBe(false);
  });

  /** Writes entries as the ledger would, but of no decision. */
  async function slipIn(on: Disputed, actor: Actor, ...events: ReturnType<typeof event>[]): Promise<void> {
    await db.sql.transaction().execute(async (tx) => {
      const head = await takeHead(tx, db.kind);
      const before = await loadCase(tx, on.account, on.ticket);
      const [first, ...rest] = events;
      if (!first) return;
      const at = {
        actor,
        request: "slipped-in",
        subject: on.account,
        object: on.ticket,
        policy: null,
        now: teller.now,
      };
      await saveCase(tx, before, await appendEntries(tx, head, [first, ...rest], at));
    });
  }
  const kim = staffed("kim", "supervisor");
  const word = { reason: "other", note: null, stepUp: "s" };

  it("is not believed where nobody stepped up for a verdict", async () => {
    await slipIn(hals, kim, event("verdict.proposed", { verdict: "reverse", ...word }));
    expect((await verifyDatabase(reader)).problem).toMatchObject({ what: "story" });
  });

  it("is not believed where one supervisor undid a recovery alone", async () => {
    await tellVerdict(teller, hals, "kim", "reverse");
    const made = (await stateOf(hals)).ticket.reversal?.at ?? 0;
    const stepUp = `step-kim-${made - minutes(1)}`;
    await slipIn(hals, kim, event("ticket.reversed", { proved: false, ...word, stepUp }));
    expect((await verifyDatabase(reader)).problem?.sentence).toContain("one human gave both words");
  });

  it("is not believed where one supervisor alone rejected the request", async () => {
    await tellObjection(teller, idas);
    await tellProof(teller, idas);
    const made = { id: "alone", act: "reject", object: idas.ticket, step: 7_000_000_000 };
    await granted(
      teller.ledger.enact({ stream: "staff", id: "kim", actor: kim, request: "step", decide: stepUp(made) }),
    );
    const ended = { round: 1, reason: "other", note: "n", stepUp: "alone" };
    await slipIn(idas, kim, event("ticket.rejected", { ...ended, second: false }));
    expect((await verifyDatabase(reader)).problem?.sentence).toContain("one supervisor alone ended a dispute");
  });

  it("is not believed where an account was thawed, or its contacts put back, by nothing", async () => {
    await slipIn(hals, kim, event("account.thawed", {}));
    expect((await verifyDatabase(reader)).problem?.sentence).toContain("no recovery that thaws it");
    await putBack(db, whole);
    await slipIn(hals, kim, event("account.reversed", { restored: 2, ended: 1, secondFactor: false }));
    expect((await verifyDatabase(reader)).problem?.sentence).toContain("no recovery was undone with it");
  });

  it("is not believed where a proof was not given", async () => {
    await tellObjection(teller, hals);
    const anyone: Actor = { id: "anyone", role: "anyone", auth: "link", session: null };
    await slipIn(
      hals,
      anyone,
      event("objection.proved", { contact: "email-hal", how: "evidence", evidence: ["made-up"] }),
    );
    expect((await verifyDatabase(reader)).problem?.sentence).toContain("proofs that were not given");
  });
});
