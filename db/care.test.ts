import type { Case, Decide } from "domain/case";
import { confirmPossession, enterPortal } from "domain/check-code";
import { claim, handOver, release } from "domain/claim";
import { matchCaller } from "domain/match-caller";
import { stepUp } from "domain/member";
import { open } from "domain/open";
import { reportPressure } from "domain/pressure";
import { flagSafety, liftSafety, type SafetyAct } from "domain/safety";
import { sendRegisteredCode } from "domain/send-code";
import { sendPortalCode } from "domain/send-portal-code";
import type { Actor } from "domain/staff";
import { withholdingObject, withholdNotices } from "domain/withhold-notices";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "./engine";
import { loadCase } from "./load";
import { onEveryEngine } from "./testing";
import { granted, staffed, type Teller, tellerOf, tellImport, tellStaff, wait } from "./testing-trail";
import { verifyDatabase } from "./verify";

const anyone: Actor = { id: "anyone", role: "anyone", auth: "link", session: null };
const ada = staffed("ada", "agent");
const [sam, max] = [staffed("sam", "supervisor"), staffed("max", "supervisor")];

onEveryEngine("Who is on the line, who is pressed and who is in danger", (place) => {
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

  const on = async (actor: Actor, decide: Decide, query = {}) => {
    t.now += 180_000;
    const where = { stream: "case", account: "hal", ticket: "t1", actor, request: `r-${t.now}`, query } as const;
    return granted(t.ledger.enact({ ...where, decide }));
  };
  const caseNow = (): Promise<Case> => loadCase(db.sql, "hal", "t1");
  /** A supervisor's act with a fresh code made for it. */
  const signed = async (actor: Actor, act: string, object: string, decide: (given: SafetyAct) => Decide) => {
    t.now += 60_000;
    const id = actor.id.slice("staff:".length);
    const made = { id: `step-${t.now}`, act, object, step: Math.floor(t.now / 30_000) };
    await granted(t.ledger.enact({ stream: "staff", id, actor, request: "step", decide: stepUp(made) }));
    const reason = { id: `reason-${t.now}`, commitment: "ab".repeat(32) };
    await on0(actor, decide({ reason, stepUp: made.id }));
  };
  const on0 = (actor: Actor, decide: Decide) =>
    granted(t.ledger.enact({ stream: "case", account: "hal", ticket: "t1", actor, request: `r-${t.now}`, decide }));

  it("leaves tables that the entries fold to, and rows that supervisors find", async () => {
    await on(ada, open({ ticket: "t1", reference: "ABCD-t1", loss: lost }));
    await on(ada, claim());
    await on(anyone, sendPortalCode());
    const to = (await caseNow()).ticket?.sendTo ?? "";
    await on(anyone, enterPortal({ contact: to, generation: 1, right: true }));
    await on(ada, matchCaller({ turn: 1, right: false }));
    await on(ada, matchCaller({ turn: 1, right: true }));
    await on(ada, sendRegisteredCode("phone-hal"));
    await on(
      ada,
      confirmPossession({ contact: "phone-hal", generation: generationOf(await caseNow()), right: true }, "e1"),
    );
    await on(ada, flagSafety("separation"));
    for (const by of [sam, max])
      await signed(by, "withhold", withholdingObject("t1", "email-hal"), (given) =>
        withholdNotices("email-hal", given),
      );
    await on(ada, reportPressure());
    const columns = await db.sql.selectFrom("ticket").select("pressed_at").where("id", "=", "t1").executeTakeFirst();
    expect(columns?.pressed_at).toMatch(/^2026-/);
    expect(await verifyDatabase(reader, {})).toMatchObject({ verdict: "valid", problem: null });

    await on(ada, release());
    await on(sam, handOver("bob"), { receiver: "bob" });
    await signed(sam, "lift-safety", "hal", liftSafety);
    await signed(max, "lift-safety", "hal", liftSafety);
    const { ticket, account } = await caseNow();
    expect(ticket).toMatchObject({ agent: "bob", caller: { turn: 1, tries: 1 }, pressure: [{ by: "ada" }] });
    expect(ticket?.withheld).toMatchObject([{ contact: "email-hal", second: { by: max.id } }]);
    expect(account?.safety).toBeNull();
    expect(await verifyDatabase(reader, {})).toMatchObject({ verdict: "valid", problem: null });
  });
});

const lost = { password: true, secondFactor: false, email: false, phone: false };
const generationOf = ({ ticket }: Case): number => ticket?.codes["phone-hal"]?.generation ?? 0;
