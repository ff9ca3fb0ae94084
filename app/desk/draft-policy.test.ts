import { onEveryEngine } from "db/testing";
import { ned, rob, stepsUp, tellAdmins } from "db/testing-erasure";
import { granted, ivy, type Teller, tellStaff } from "db/testing-trail";
import { policyRef, refOf, standard } from "domain/policies";
import type { Policy } from "domain/policy";
import { changed } from "domain/testing-policy";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { documentInForce, policyDocument, readDraft, readPolicies, replayCsv } from "~/read-policies.server";
import { confirmDraft, draftPolicy, tryPolicy, withdrawDraft } from "./draft-policy.server";
import { who } from "./testing-desk";
import { houseIn } from "./testing-import";
import { viewReplay } from "./view-replay.server";

const document = changed({ version: standard.version + 1, passwordMinLength: 14 });
const base = policyRef("standard").digest;
const viewer = (id: string, role: "admin" | "auditor") => ({ id, name: id, role });

onEveryEngine("A policy drafted at the desk", (place) => {
  let house: House;
  let teller: Teller;
  beforeAll(async () => {
    house = houseIn(place());
    teller = { now: house.door.clock.now(), ledger: house.door.ledger, db: house.writer };
    await tellStaff(teller);
    await tellAdmins(teller);
  });
  afterAll(() => house.close());

  const draft = async (policy: Policy = document, reason = "Passwords were guessed, file 12", by = rob) => {
    const stepUp = await stepsUp(teller, by, refOf(policy).digest, "policy");
    return draftPolicy(house.door, who(by), { document: JSON.stringify(policy), base, reason, stepUp });
  };
  const waiting = async () => (await readPolicies(house.door, viewer("rob", "admin"), null)).draft?.id ?? "none";
  const entries = async () =>
    (await house.writer.sql.selectFrom("entry").select("bytes").execute())
      .map((e) => e.bytes.toString("utf8"))
      .join("\n");

  it("is tried out without anything being drafted", async () => {
    const tried = await tryPolicy(house.door, { document: JSON.stringify(document), base });
    expect(tried).toMatchObject({ problems: [], refused: null, digest: refOf(document).digest });
    expect(tried.trial?.changes).toMatchObject([{ after: { of: "password", value: 14 }, weaker: false }]);
    expect(tried.trial?.replay).toMatchObject({ rows: [], same: 0 });
    expect(await waiting()).toBe("none");
    const low = JSON.stringify({ ...document, passwordMinLength: 7 });
    expect((await tryPolicy(house.door, { document: low, base })).problems).toEqual([
      { at: "/passwordMinLength", what: "too-small", bound: 8 },
    ]);
    const elsewhere = { document: JSON.stringify(document), base: policyRef("strict").digest };
    expect((await tryPolicy(house.door, elsewhere)).refused).toBe("draft-stale");
  });

  it("is refused without a reason, and where it is none", async () => {
    expect((await draft(document, "why")).refused).toBe("reason-missing");
    const bad = { document: "{", base, reason: "No document at all", stepUp: "s" };
    expect((await draftPolicy(house.door, who(rob), bad)).refused).toBe("policy-not-valid");
  });

  it("waits before every admin and auditor, its reason in the vault and in no entry", async () => {
    await granted(draft());
    const [mine, others, auditors] = await Promise.all(
      [viewer("rob", "admin"), viewer("ned", "admin"), viewer("ivy", "auditor")].map((v) => readDraft(house.door, v)),
    );
    expect(mine?.draft).toMatchObject({ own: true, stale: false, reason: "Passwords were guessed, file 12" });
    expect(others?.draft).toMatchObject({ own: false, policy: refOf(document), base: policyRef("standard") });
    expect(auditors?.draft?.changes).toHaveLength(1);
    expect(await policyDocument(house.door, refOf(document).digest)).toEqual(document);
    expect(await documentInForce(house.door)).toEqual(standard);
    expect(await entries()).not.toContain("guessed");
    expect((await draft(document, "Another wish of another", ned)).refused).toBe("already-drafted");
  });

  it("is withdrawn, drafted anew and put in force, and the history names both", async () => {
    await granted(withdrawDraft(house.door, who(ned), await waiting()));
    expect(await waiting()).toBe("none");
    await granted(draft());
    const stepUp = await stepsUp(teller, ned, refOf(document).digest, "policy");
    await granted(confirmDraft(house.door, who(ned), { draft: await waiting(), stepUp }));
    const page = await readPolicies(house.door, viewer("ivy", "auditor"), null);
    expect(page.inForce).toEqual(refOf(document));
    expect(page.history).toMatchObject([
      {
        policy: refOf(document),
        by: "A member of staff",
        draftedBy: "A member of staff",
        reason: expect.stringContaining("file 12"),
      },
    ]);
    expect(page.next).toBeNull();
    expect((await readPolicies(house.door, viewer("ivy", "auditor"), String(page.history[0]?.seq))).history).toEqual(
      [],
    );
    expect(await documentInForce(house.door)).toEqual(document);
    const next = JSON.parse((await readDraft(house.door, viewer("rob", "admin"))).start) as Policy;
    expect(next).toEqual({ ...document, version: document.version + 1 });
  });

  it("is seen with its past tickets by admins and auditors alone, and that is an entry", async () => {
    const seen = { policy: refOf(document).digest, as: "file" } as const;
    expect((await viewReplay(house.door, who(ivy), seen)).events[0]).toMatchObject({
      type: "policy.replayed",
      data: seen,
    });
    const agent = { ...rob, id: "staff:ada", role: "agent" } as const;
    expect((await viewReplay(house.door, who(agent), seen)).refused).toBe("not-your-role");
  });
});

it("A replay as CSV has a line for each ticket and its columns named", () => {
  const standing = { satisfied: true, points: 60, asked: 50, needs: [], approvals: 2, holdMs: 259_200_000 };
  const csv = replayCsv([
    {
      number: 1001,
      state: "completed",
      tier: "T4",
      at: Date.parse("2026-03-02T09:00:00.000Z"),
      submitted: true,
      policy: { id: "standard", version: 2 },
      before: standing,
      after: { ...standing, satisfied: false, points: 45, needs: ["second-kind-of-proof", "more-evidence"] },
      tooNew: 1,
      verdict: "stopped",
    },
  ]);
  const [head = "", line = "", rest] = csv.split("\r\n");
  expect(head.split(",")).toHaveLength(line.split(",").length);
  expect(line).toBe(
    "CS-1001,T4,completed,2026-03-02T09:00:00.000Z,yes,standard 2,stopped,yes,no,60,50,45,50,,second-kind-of-proof more-evidence,2,2,72,72,1",
  );
  expect(rest).toBe("");
});
