import { type Event, event } from "domain/event";
import { stepUp } from "domain/member";
import type { Actor } from "domain/staff";
import { hours } from "domain/time";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { appendEntries, takeHead } from "../append";
import { type Db, openReader, openWriter } from "../engine";
import { loadCase } from "../load";
import { queueMessages, saveCase, saveMember } from "../save";
import { onEveryEngine } from "../testing";
import { countersign, tellAll, tellCase } from "../testing-case";
import { disarm, putBack, type Saved, save } from "../testing-tamper";
import { staffed, type Teller, tellerOf } from "../testing-trail";
import { verifyDatabase } from "../verify";

const worker: Actor = { id: "worker", role: "worker", auth: "none", session: null };

onEveryEngine("The verifier, following the story,", (place) => {
  let db: Db;
  let reader: Db;
  let teller: Teller;
  let whole: Saved;
  const problem = async () => (await verifyDatabase(reader)).problem;

  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    teller = tellerOf(db);
    await tellAll(teller);
    await tellCase(teller, "ida", "t2");
    whole = await save(db);
    await disarm(db);
  });
  afterEach(() => putBack(db, whole));
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  /** Writes entries as the ledger would, but of no decision: what someone could do who has the database and the program. */
  async function slipIn(actor: Actor, ...events: Event[]): Promise<number> {
    return db.sql.transaction().execute(async (tx) => {
      const head = await takeHead(tx, db.kind);
      const before = await loadCase(tx, "ida", "t2");
      const entries = await appendEntries(tx, head, events, {
        actor,
        request: "slipped-in",
        subject: "ida",
        object: "t2",
        policy: null,
        now: teller.now,
      });
      await saveCase(tx, before, entries);
      await queueMessages(tx, entries);
      return head.size;
    });
  }
  const grantTo = (contact: string) =>
    event("grant.issued", {
      grant: "g",
      generation: 1,
      contact,
      kind: "email",
      message: "m",
      expiresAt: 2_000_000_000_000,
    });
  const grant = grantTo("new-t2");
  const packetOf = async () =>
    JSON.parse((await db.sql.selectFrom("ticket").select("doc").where("id", "=", "t2").executeTakeFirstOrThrow()).doc)
      .packet.hash as string;

  it("finds a grant that no approvals carry, though every row follows from it", async () => {
    const seq = await slipIn(worker, grant);
    expect(await problem()).toMatchObject({
      what: "story",
      seq,
      sentence: expect.stringContaining("2 approvals of its packet were needed and 0 given"),
    });
  });

  it("finds glass that was broken without a code, by who asked for it, or for longer than an hour", async () => {
    const sam = staffed("sam", "supervisor");
    const max = staffed("max", "supervisor");
    const asked = (by: string) => event("glass.asked", { glass: "g", reason: "other", note: "n", stepUp: by });
    const broken = (confirmer: string, until = teller.now + hours(1)) =>
      event("glass.broken", {
        glass: "g",
        reason: "other",
        note: "n",
        asker: "sam",
        confirmer,
        until,
        stepUp: confirmer,
        messages: [],
      });
    const stepsUp = async (actor: Actor, id: string) =>
      teller.ledger.enact({
        stream: "staff",
        id,
        actor,
        request: `step-${id}`,
        decide: stepUp({ id, act: "glass", object: "t2", step: Math.floor(teller.now / 30_000) }),
      });
    await slipIn(sam, asked("sam"));
    expect(await problem()).toMatchObject({ what: "story", sentence: expect.stringContaining("no step-up was made") });
    await putBack(db, whole);

    await stepsUp(sam, "sam");
    await slipIn(sam, asked("sam"), broken("sam"));
    expect((await problem())?.sentence).toContain("one human asked for it and confirmed it");
    await putBack(db, whole);

    await stepsUp(sam, "sam");
    await stepsUp(max, "max");
    await slipIn(sam, asked("sam"));
    await slipIn(max, broken("max", teller.now + hours(2)));
    expect((await problem())?.sentence).toContain("longer than an hour");
    await putBack(db, whole);

    await stepsUp(max, "max");
    await slipIn(max, broken("max"));
    expect((await problem())?.sentence).toContain("nobody had asked");
  });

  const said = async (actor: Actor, slipped: Event, what: string) => {
    const before = await save(db);
    const seq = await slipIn(actor, slipped);
    expect(await problem()).toMatchObject({ what: "story", seq, sentence: expect.stringContaining(what) });
    await putBack(db, before);
  };

  it("finds a word on safety that nobody stepped up for, that stands alone, or that one human gave twice", async () => {
    const [ada, sam] = [staffed("ada", "agent"), staffed("sam", "supervisor")];
    const stepsUp = (id: string, act: string, object: string) =>
      teller.ledger.enact({
        stream: "staff",
        id: "sam",
        actor: sam,
        request: id,
        decide: stepUp({ id, act, object, step: 7_000_000_000 + id.length }),
      });
    const given = (stepUp: string) => ({ reason: "r", stepUp });
    const withheld = { contact: "email-ida", ...given("keep") };
    await stepsUp("lift", "lift-safety", "ida");
    await stepsUp("keeps", "withhold", "t2:email-ida");
    await said(sam, event("safety.lifted", given("lift")), "no safety flag was on the account");
    await slipIn(ada, event("safety.flagged", { kind: "household" }));
    await said(sam, event("safety.lifted", given("none")), "no step-up was made for this word");
    await said(ada, event("safety.lifted", given("lift")), "who said it was no active supervisor");
    await said(sam, event("safety.lifted", given("lift")), "no first supervisor had said so");
    await said(sam, event("notices.withheld", withheld), "no step-up was made for this word");
    await said(sam, event("notices.withheld", { ...withheld, stepUp: "keeps" }), "no first supervisor had said so");
    await slipIn(sam, event("safety.lift-proposed", given("lift")));
    await said(sam, event("safety.lifted", given("lift")), "one human gave both words");
    await slipIn(sam, event("withholding.proposed", { ...withheld, stepUp: "keeps" }));
    await said(sam, event("notices.withheld", { ...withheld, stepUp: "keeps" }), "one human gave both words");
    expect(await problem()).toBeNull();
  });

  it("finds a saved code that was of no set, a vouch by a stranger, and a tier that fell", async () => {
    const [ada, vera] = [staffed("ada", "agent"), { id: "voucher:vera", role: "voucher", auth: "none", session: null }];
    const code = { attempt: "a", result: "match", code: "set.1", evidence: "e", channel: "desk" } as const;
    await said(ada, event("saved-code.checked", code), "its code was of no set in force");
    await said(ada, event("saved-code.checked", { ...code, code: null }), "it proves something by no code");
    const vouch = { generation: 1, link: "l", evidence: "e" };
    await said(vera as Actor, event("vouch.given", vouch), "was not linked to the account");
    const why = ["many-tickets" as const];
    await said(ada, event("tier.raised", { from: "T4", to: "T1", why }), "its tier would have fallen");
  });

  it("finds a hold that one approval began, where two were needed", async () => {
    await countersign(teller, staffed("sam", "supervisor"), "ida", "t2");
    expect(await problem()).toBeNull();
    const seq = await slipIn(staffed("sam", "supervisor"), event("hold.begun", { round: 1, holdMs: 0 }));
    expect(await problem()).toMatchObject({
      what: "story",
      seq,
      sentence: expect.stringContaining("2 approvals of its packet were needed and 1 given"),
    });
  });

  it("finds a second approval by the same human under another name", async () => {
    await db.sql.transaction().execute(async (tx) => {
      const heading = { actor: worker, request: "x", subject: null, object: "sam2", policy: null, now: teller.now };
      const entries = await appendEntries(
        tx,
        await takeHead(tx, db.kind),
        [event("staff.added", { person: "p-sam", role: "supervisor" })],
        heading,
      );
      await saveMember(tx, null, entries);
    });
    await countersign(teller, staffed("sam", "supervisor"), "ida", "t2");
    const packet = await packetOf();
    await slipIn(staffed("sam2", "supervisor"), event("packet.opened", { round: 1, packet, by: "sam2" }));
    const step = event("staff.stepped-up", { stepUp: "s", act: "approve", object: `t2:${packet}`, step: 99 });
    await db.sql.transaction().execute(async (tx) => {
      const row = await tx.selectFrom("staff").select("doc").where("id", "=", "sam2").executeTakeFirstOrThrow();
      const heading = {
        actor: staffed("sam2", "supervisor"),
        request: "y",
        subject: null,
        object: "sam2",
        policy: null,
        now: teller.now,
      };
      await saveMember(tx, JSON.parse(row.doc), await appendEntries(tx, await takeHead(tx, db.kind), [step], heading));
    });
    const approved = event("ticket.approved", {
      round: 1,
      packet,
      by: "sam2",
      count: 2,
      of: 2,
      reason: "other",
      note: null,
      stepUp: "s",
    });
    const seq = await slipIn(staffed("sam2", "supervisor"), approved, event("hold.begun", { round: 1, holdMs: 0 }));
    expect(await problem()).toMatchObject({
      what: "story",
      seq: seq + 1,
      sentence: expect.stringContaining("2 approvals of its packet were needed and 1 given"),
    });
  });

  it("finds an approval without a step-up, by the wrong role, or in another's name", async () => {
    const packet = await packetOf();
    const by = (id: string) =>
      event("ticket.approved", {
        round: 1,
        packet,
        by: id,
        count: 1,
        of: 2,
        reason: "other",
        note: null,
        stepUp: "none",
      });
    for (const [actor, said] of [
      [staffed("max", "supervisor"), "no step-up was made"],
      [staffed("ada", "agent"), "no active supervisor"],
    ] as const) {
      const seq = await slipIn(actor, by(actor.id.slice("staff:".length)));
      expect(await problem()).toMatchObject({ what: "story", seq, sentence: expect.stringContaining(said) });
      await putBack(db, whole);
    }
    await slipIn(staffed("ada", "agent"), by("max"));
    expect(await problem()).toMatchObject({
      what: "story",
      sentence: expect.stringContaining("in someone else's name"),
    });
  });

  it("finds a return or a rejection that names a step-up nobody made for it, and lets older ones be that name none", async () => {
    const sam = staffed("sam", "supervisor");
    const made = { id: "s2", act: "return", object: "t2", step: 7_000_000_001 };
    await teller.ledger.enact({ stream: "staff", id: "sam", actor: sam, request: "s", decide: stepUp(made) });
    const said = { round: 1, reason: "other", note: null };
    const ends = { ...said, second: false };
    for (const sound of [event("ticket.returned", { ...said, stepUp: "s2" }), event("ticket.returned", said)]) {
      const before = await save(db);
      await slipIn(sam, sound);
      expect(await problem()).toBeNull();
      await putBack(db, before);
    }
    for (const [actor, slipped, what] of [
      [sam, event("ticket.rejected", { ...ends, stepUp: "s2" }), "no step-up was made for this decision"],
      [sam, event("ticket.returned", { ...said, stepUp: "none" }), "no step-up was made for this decision"],
      [staffed("ada", "agent"), event("ticket.returned", { ...said, stepUp: "s2" }), "no active supervisor"],
    ] as const) {
      const before = await save(db);
      const seq = await slipIn(actor, slipped);
      expect(await problem()).toMatchObject({ what: "story", seq, sentence: expect.stringContaining(what) });
      await putBack(db, before);
    }
  });

  it("finds an approval by someone who worked on the ticket", async () => {
    await slipIn(
      staffed("sam", "supervisor"),
      event("ticket.noted", { note: "n", removed: 0 }, { text: "ab".repeat(32) }),
    );
    const opened = event("packet.opened", { round: 1, packet: await packetOf(), by: "sam" });
    await slipIn(staffed("sam", "supervisor"), opened);
    const step = { id: "s1", act: "approve", object: `t2:${await packetOf()}`, step: 7_000_000_000 };
    await teller.ledger.enact({
      stream: "staff",
      id: "sam",
      actor: staffed("sam", "supervisor"),
      request: "s",
      decide: stepUp(step),
    });
    const approved = event("ticket.approved", {
      round: 1,
      packet: await packetOf(),
      by: "sam",
      count: 1,
      of: 2,
      reason: "other",
      note: null,
      stepUp: "s1",
    });
    const seq = await slipIn(staffed("sam", "supervisor"), approved);
    expect(await problem()).toMatchObject({ what: "story", seq, sentence: expect.stringContaining("had worked on") });
  });

  it("finds a hold that is not the packet's, one that ends too early, and a link that goes elsewhere", async () => {
    const begun = { type: "hold.begun" as const, data: { round: 1, holdMs: 0 } };
    for (const supervisor of ["sam", "max"]) await countersign(teller, staffed(supervisor, "supervisor"), "ida", "t2");
    await said(staffed("max", "supervisor"), begun, "its hold is not the one its packet names");
    await said(worker, event("hold.started", { endsAt: teller.now, lengthened: false }), "shorter than its packet's");
    await said(worker, grantTo("email-ida"), "goes elsewhere");
  });

  it("finds a recovery that no grant was redeemed for", async () => {
    const action = { newPassword: true, removeSecondFactor: false, replace: ["email-ida"] };
    const seq = await slipIn(worker, event("account.recovered", { action, added: null }));
    expect(await problem()).toMatchObject({
      what: "story",
      seq,
      sentence: expect.stringContaining("no grant was redeemed"),
    });
    await putBack(db, whole);
    await slipIn(worker, event("grant.redeemed", { grant: "g", generation: 1 }));
    expect(await problem()).toMatchObject({
      what: "story",
      sentence: expect.stringContaining("no such grant was out"),
    });
  });
});
