import { adoptPolicy } from "domain/desk";
import { type Event, event, type Verdict } from "domain/event";
import { addMember } from "domain/member";
import { open } from "domain/open";
import { documentOf, policyRef, refOf, shippedPolicy, standard } from "domain/policies";
import { confirmDraft, draftPolicy } from "domain/policy-draft";
import { replay } from "domain/policy-replay";
import type { Actor } from "domain/staff";
import { changed } from "domain/testing-policy";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "./engine";
import { loadCase, loadCaseFacts, loadDesk } from "./load";
import { pastCases } from "./read/past-cases";
import { onEveryEngine } from "./testing";
import { tellAll, tellCase } from "./testing-case";
import { ned, rob, stepsUp, tellAdmins } from "./testing-erasure";
import { tellDraft, tellPolicy } from "./testing-policy";
import { disarm, putBack, type Saved, save } from "./testing-tamper";
import { cli, granted, staffed, type Teller, tellerOf } from "./testing-trail";
import { verifyDatabase } from "./verify";

const document = changed({ version: standard.version + 1, points: { serialWhole: 20 } });
const on = { stream: "desk", request: "t" } as const;

onEveryEngine("A policy of the desk's own", (place) => {
  let db: Db;
  let reader: Db;
  let teller: Teller;
  let whole: Saved;
  const problem = async () => (await verifyDatabase(reader)).problem;
  const policyOf = async (ticket: string) => (await loadCase(reader.sql, "ida", ticket)).ticket?.policy;
  const twin: Actor = staffed("rob2", "admin");

  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    teller = tellerOf(db);
    await tellAll(teller);
    await tellAdmins(teller);
    const add = addMember("p-rob", "admin");
    await granted(teller.ledger.enact({ stream: "staff", id: "rob2", actor: cli, request: "add", decide: add }));
    whole = await save(db);
    await disarm(db);
  });
  afterEach(() => putBack(db, whole));
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  it("is in force for tickets opened from then on; one begun before keeps the version it began with", async () => {
    await tellCase(teller, "ida", "before");
    await tellPolicy(teller, document);
    const desk = await loadDesk(reader.sql);
    expect(desk.policy).toEqual(refOf(document));
    expect(documentOf(desk.policy, desk.policies)).toEqual(document);
    const loss = { password: true, secondFactor: false, email: false, phone: false };
    const decide = open({ ticket: "after", reference: "ABCD-after", loss });
    const opening = { stream: "case", account: "ida", ticket: "after", actor: staffed("ada", "agent") } as const;
    await granted(teller.ledger.enact({ ...opening, request: "t", decide }));
    expect(await policyOf("before")).toEqual(policyRef("standard"));
    expect(await policyOf("after")).toEqual(refOf(document));
    const { rules } = await loadCaseFacts(
      reader.sql,
      await loadCase(reader.sql, "ida", "before"),
      "ida",
      cli,
      teller.now,
    );
    expect(rules).toEqual(standard);
    expect(await problem()).toBeNull();
  });

  it("is tried out on tickets that were submitted or have ended, the newest first, with how old their proofs were", async () => {
    await tellCase(teller, "ida", "t2");
    const cases = await pastCases(reader);
    expect(cases.map((c) => c.ticket.id)).toEqual(["t2", "t1"]);
    expect(Object.values(cases[1]?.since ?? {}).length).toBeGreaterThan(0);
    const rulesOf = ({ digest }: { digest: string }) => shippedPolicy(digest);
    const wanting = changed({ tiers: { T4: { points: 75 } } });
    const { rows, same } = replay(cases, rulesOf, wanting);
    expect(rows.map((r) => [r.number, r.tier, r.verdict, r.after.needs])).toEqual([
      [1002, "T4", "stopped", ["more-evidence"]],
      [1001, "T4", "stopped", ["more-evidence"]],
    ]);
    expect(same).toBe(0);
    const frozen = cases.map((c) => c.ticket.packet?.holdMs);
    expect(rows.map((r) => r.before.holdMs)).toEqual(frozen);
    expect(replay(cases, rulesOf, standard)).toMatchObject({ rows: [], same: 2 });
  });

  it("is put in force by one of two who confirm at once", async () => {
    const draft = await tellDraft(teller, document);
    const stepUp = await stepsUp(teller, ned, refOf(document).digest, "policy");
    const confirm = () => teller.ledger.enact({ ...on, actor: ned, decide: confirmDraft({ draft, stepUp }) });
    const outcomes = await Promise.all([confirm(), confirm()]);
    expect(outcomes.map((o) => o.refused).sort()).toEqual(["nothing-drafted", null]);
  });

  it("is confirmed neither by its author, nor by another account of theirs, nor once the author is no admin", async () => {
    const draft = await tellDraft(teller, document);
    const { digest } = refOf(document);
    const confirm = async (actor: Actor) => {
      const stepUp = await stepsUp(teller, actor, digest, "policy");
      return (await teller.ledger.enact({ ...on, actor, decide: confirmDraft({ draft, stepUp }) })).refused;
    };
    expect(await confirm(rob)).toBe("own-draft");
    expect(await confirm(twin)).toBe("own-draft");
    const disabled = event("staff.disabled", {});
    const staff = { stream: "staff", id: "rob", actor: cli, request: "t" } as const;
    await granted(teller.ledger.enact({ ...staff, decide: (): Verdict => [disabled] }));
    expect(await confirm(ned)).toBe("drafter-left");
    expect(await problem()).toBeNull();
  });

  it("is stale once the operator chose another, and then cannot be confirmed", async () => {
    const draft = await tellDraft(teller, document);
    await granted(teller.ledger.enact({ ...on, actor: cli, decide: adoptPolicy("strict") }));
    const stepUp = await stepsUp(teller, ned, refOf(document).digest, "policy");
    const outcome = await teller.ledger.enact({ ...on, actor: ned, decide: confirmDraft({ draft, stepUp }) });
    expect(outcome.refused).toBe("draft-stale");
    expect(await problem()).toBeNull();
  });

  /** Enters what no decision gave: what someone could do who has the database and the program. */
  const slipIn = (actor: Actor, ...events: [Event, ...Event[]]) =>
    teller.ledger.enact({ ...on, actor, decide: (): Verdict => events });
  const found = async () => (await problem())?.sentence ?? "nothing";

  it("is found by the verifier where nobody confirmed it, or one human alone did", async () => {
    await slipIn(rob, event("policy.adopted", { policy: refOf(document), document }));
    expect(await found()).toContain("no second admin confirmed its document");
    await putBack(db, whole);

    const draft = await tellDraft(teller, document);
    const stepUp = await stepsUp(teller, twin, refOf(document).digest, "policy");
    const confirmed = event("policy.draft-confirmed", { draft, draftedBy: rob.id, reason: `why-${draft}`, stepUp });
    const adopted = event("policy.adopted", { policy: refOf(document), document });
    await slipIn(twin, confirmed, adopted);
    expect(await found()).toContain("one human both drafted and confirmed it");
  });

  it("is found by the verifier where its author was no admin any more when it was confirmed", async () => {
    const draft = await tellDraft(teller, document);
    const staff = { stream: "staff", id: "rob", actor: cli, request: "t" } as const;
    await granted(teller.ledger.enact({ ...staff, decide: (): Verdict => [event("staff.disabled", {})] }));
    const stepUp = await stepsUp(teller, ned, refOf(document).digest, "policy");
    const confirmed = event("policy.draft-confirmed", { draft, draftedBy: rob.id, reason: `why-${draft}`, stepUp });
    await slipIn(ned, confirmed, event("policy.adopted", { policy: refOf(document), document }));
    expect(await found()).toContain("who had drafted it was no active admin any more");
  });

  it("is found by the verifier where it is another document than the one confirmed, or than it names", async () => {
    const draft = await tellDraft(teller, document);
    const stepUp = await stepsUp(teller, ned, refOf(document).digest, "policy");
    const confirmed = event("policy.draft-confirmed", { draft, draftedBy: rob.id, reason: `why-${draft}`, stepUp });
    const weaker = { ...document, passwordMinLength: 8 };
    await slipIn(ned, confirmed, event("policy.adopted", { policy: refOf(weaker), document: weaker }));
    expect(await found()).toContain("another document in force than the one that was confirmed");
    await putBack(db, whole);

    const given = await stepsUp(teller, rob, refOf(document).digest, "policy");
    const base = policyRef("standard");
    const data = { draft: "d", base, policy: refOf(document), document: weaker, reason: "r", stepUp: given };
    await slipIn(rob, event("policy.drafted", data));
    expect(await found()).toContain("its document is another one than it names");
  });

  it("is found by the verifier where no fresh code was given for it, or the operator replaced it", async () => {
    const data = {
      draft: "d",
      base: policyRef("standard"),
      policy: refOf(document),
      document,
      reason: "r",
      stepUp: "s",
    };
    await slipIn(rob, event("policy.drafted", data));
    expect(await found()).toContain("no step-up was made for it");
    await putBack(db, whole);

    await tellPolicy(teller, document);
    const refused = await teller.ledger.enact({ ...on, actor: cli, decide: adoptPolicy("strict") });
    expect(refused.refused).toBe("decided-by-two");
    await slipIn(cli, event("policy.adopted", { policy: policyRef("strict") }));
    expect(await found()).toContain("replaces what two admins decided on");
  });

  it("can be drafted by one of two admins at once", async () => {
    const { digest } = refOf(document);
    const base = policyRef("standard").digest;
    const reason = { id: "why", commitment: "ab".repeat(32) };
    const made = await Promise.all(
      [await stepsUp(teller, rob, digest, "policy"), await stepsUp(teller, ned, digest, "policy")].map((stepUp, i) =>
        teller.ledger.enact({
          ...on,
          actor: i === 0 ? rob : ned,
          decide: draftPolicy({ draft: `d${i}`, base, document, reason, stepUp }),
        }),
      ),
    );
    expect(made.map((o) => o.refused).sort()).toEqual(["already-drafted", null]);
  });
});
