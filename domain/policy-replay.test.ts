import { describe, expect, it } from "vitest";
import type { Longer, PolicyRef } from "./event";
import type { Tier } from "./loss";
import { policies, refOf, shippedPolicy, standard, strict } from "./policies";
import type { Policy } from "./policy";
import { type PastCase, type ReplayVerdict, replay } from "./policy-replay";
import { monday } from "./testing";
import { proof } from "./testing-evidence";
import { changed } from "./testing-policy";
import { opened } from "./testing-stories";
import type { Evidence, Ticket, TicketState } from "./ticket";
import { days, hours, type Instant } from "./time";

/** Stricter than `standard` in six ways. */
const draft = {
  ...changed({
    points: { serialWhole: 20 },
    contactCodeAgeMs: days(60),
    tiers: {
      T2: { approvals: 2 },
      T4: {
        hold: [
          { fromPoints: 60, ms: hours(72) },
          { fromPoints: 0, ms: days(10) },
        ],
      },
    },
  }),
  freshness: { evidenceMs: hours(24), codeMs: hours(24) },
};

const whole = (device = "d1") => proof({ factor: "serial", device, whole: true });
const short = (device = "d1") => proof({ factor: "serial", device });
const answers = (right: number) => proof({ factor: "answers", right });
const code = (contact = "c-old") => proof({ factor: "contact-code", contact });
const saved = proof({ factor: "saved-code" });
const vouch = proof({ factor: "vouch" });
const receipt = proof({ factor: "purchase" });
const voided = (one: Evidence, voidedAt: Instant): Evidence => ({ ...one, voidedAt });

interface Past {
  state?: TicketState;
  /** False of a ticket that ended without having been submitted. */
  submitted?: boolean;
  longer?: Longer[];
  ticket?: Partial<Ticket>;
  policy?: PolicyRef;
}
const submittedAt = monday + hours(1);
const base = opened().ticket;
const since = { "c-old": monday - days(2000), "c-young": monday - days(40), "d-late": monday - days(40) };

function past(number: number, tier: Tier, evidence: Evidence[], p: Past): PastCase {
  const { submitted = true, longer = [] } = p;
  const packet = { hash: "", holdMs: 0, approvals: 1, longer, at: submittedAt, openedBy: {} };
  const ticket: Ticket = {
    ...base,
    number,
    tier,
    evidence,
    state: p.state ?? (submitted ? "completed" : "cancelled"),
    policy: p.policy ?? refOf(standard),
    packet: submitted ? packet : null,
    endedAt: monday + days(7),
    ...p.ticket,
  };
  return { ticket, since };
}

type Line = [tier: Tier, what: string, evidence: Evidence[], verdict: ReplayVerdict | "same" | "unknown", past?: Past];
const never: Past = { submitted: false };
const begunStrict: Past = { policy: refOf(strict) };
/** Thirty-eight tickets whose outcome under the draft was worked out by hand. */
const lines: Line[] = [
  ["T1", "a whole label: 25, then the 20 asked for", [whole()], "same"],
  ["T1", "a short serial: 20", [short()], "same"],
  ["T1", "nothing, and cancelled", [], "same", never],
  ["T2", "a whole label and two answers: 50, then 45", [whole(), answers(2)], "stopped"],
  ["T2", "the same, never submitted", [whole(), answers(2)], "stopped", never],
  ["T2", "a short serial and three answers: two approve", [short(), answers(3)], "stricter"],
  ["T2", "a code and a short serial: two approve", [code(), short()], "stricter"],
  ["T2", "a code and a whole label: two approve", [code(), whole()], "stricter"],
  ["T2", "a code and a short serial, never submitted", [code(), short()], "same", never],
  ["T2", "three answers: never enough", [answers(3)], "same", never],
  ["T2", "a label that was void by then, and a code", [voided(whole(), monday), code()], "same", never],
  ["T2", "a label voided after its submission, and answers", [voided(whole(), submittedAt + 1), answers(2)], "stopped"],
  [
    "T2",
    "what was 30 hours old",
    [
      { ...short(), at: submittedAt - hours(30) },
      { ...answers(3), at: submittedAt - hours(30) },
    ],
    "stopped",
  ],
  ["T2", "what was 80 hours old, and never counted", [{ ...short(), at: submittedAt - hours(80) }, answers(3)], "same"],
  ["T3", "a code and a whole label: 65, then the 60 asked for", [code(), whole()], "same"],
  ["T3", "a code and a short serial", [code(), short()], "same"],
  ["T3", "a code and two answers", [code(), answers(2)], "same"],
  ["T3", "a code to a contact of 40 days, and a short serial", [code("c-young"), short()], "stopped"],
  ["T3", "a saved code and a short serial", [saved, short()], "same"],
  ["T4", "a whole label and two answers: 50, then 45", [whole(), answers(2)], "stopped"],
  ["T4", "two labels and two answers: 60, then 55 and ten days", [whole(), whole("d2"), answers(2)], "stricter"],
  ["T4", "the same, rejected", [whole(), whole("d2"), answers(2)], "stricter", { state: "rejected" }],
  ["T4", "the same, disputed", [whole(), whole("d2"), answers(2)], "stricter", { state: "disputed" }],
  ["T4", "three labels and two answers: 70, then 65", [whole(), whole("d2"), whole("d3"), answers(2)], "same"],
  [
    "T4",
    "three labels, one of a device that joined lately",
    [whole(), whole("d2"), short("d-late"), answers(2)],
    "stricter",
  ],
  ["T4", "a short serial and three answers: ten days", [short(), answers(3)], "stricter"],
  [
    "T4",
    "the same, of a young account: seven days, then ten",
    [short(), answers(3)],
    "stricter",
    { longer: ["young-account"] },
  ],
  ["T4", "a saved code and a short serial", [saved, short()], "same"],
  ["T4", "the same after a sign-in: seven days both times", [saved, short()], "same", { longer: ["recent-sign-in"] }],
  [
    "T4",
    "the same, raised after a recovery",
    [saved, short()],
    "same",
    { longer: ["tier-raised"], ticket: { raised: ["recovered-lately"] } },
  ],
  [
    "T4",
    "a code and a whole label under a safety flag: 65 and seven days, then 60 and ten",
    [code(), whole()],
    "stricter",
    { longer: ["safety-flag"] },
  ],
  [
    "T4",
    "a whole label and two answers after an objection: never enough without what changes with every use",
    [whole(), answers(2)],
    "same",
    { submitted: false, ticket: { unproved: ["c-old"] } },
  ],
  ["T4", "a vouch and a whole label: 50, then 45", [vouch, whole()], "stopped"],
  ["T4", "a vouch, a short serial and a receipt: 60", [vouch, short(), receipt], "same"],
  ["T4", "a code and a label: neither answers nor a vouch", [code(), whole()], "same", never],
  [
    "T2",
    "a code and three answers, too few for strict",
    [code(), answers(3)],
    "let-through",
    { ...never, ...begunStrict },
  ],
  ["T4", "a label and two answers, too few for both", [whole(), answers(2)], "same", { ...never, ...begunStrict }],
  [
    "T2",
    "one that began with what nobody knows",
    [code(), whole()],
    "unknown",
    { policy: { ...refOf(standard), digest: "00".repeat(32) } },
  ],
];
const cases = lines.map(([tier, _what, evidence, _verdict, p = {}], i) => past(1001 + i, tier, evidence, p));
const replayed = replay(cases, (ref) => shippedPolicy(ref.digest), draft);

describe("A replay of a stricter draft", () => {
  it.each(lines.map(([tier, what, , verdict], i) => [tier, what, verdict, 1001 + i] as const))(
    "of %s with %s: %s",
    (_tier, _what, verdict, number) => {
      const row = replayed.rows.find((r) => r.number === number);
      expect(row?.verdict ?? "none").toBe(verdict === "same" || verdict === "unknown" ? "none" : verdict);
    },
  );

  it("lists exactly the tickets that would have gone differently, and counts the others", () => {
    const wanted = lines.flatMap(([, , , verdict], i) =>
      verdict === "same" || verdict === "unknown" ? [] : [1001 + i],
    );
    expect(replayed.rows.map((r) => r.number)).toEqual(wanted);
    const count = (verdict: string) => lines.filter((line) => line[3] === verdict).length;
    expect(replayed.counts).toEqual({
      stopped: count("stopped"),
      "let-through": count("let-through"),
      stricter: count("stricter"),
      looser: 0,
      both: 0,
    });
    expect(replayed.same).toBe(count("same"));
    expect(replayed.unknown).toBe(1);
  });

  const rowOf = (what: string) =>
    replayed.rows.find((r) => r.number === 1001 + lines.findIndex((line) => line[1] === what));

  it("says why: points, what is lacking, approvals and hold, as it was and as it would have been", () => {
    expect(rowOf("two labels and two answers: 60, then 55 and ten days")).toMatchObject({
      before: { satisfied: true, points: 60, asked: 50, needs: [], approvals: 2, holdMs: hours(72) },
      after: { satisfied: true, points: 55, asked: 50, needs: [], approvals: 2, holdMs: days(10) },
    });
    expect(rowOf("a vouch and a whole label: 50, then 45")).toMatchObject({
      after: { satisfied: false, points: 45, needs: ["more-evidence"] },
      tooNew: 0,
    });
    expect(rowOf("a code to a contact of 40 days, and a short serial")).toMatchObject({
      after: { points: 20, needs: ["code-to-surviving-contact", "second-kind-of-proof", "more-evidence"] },
      tooNew: 1,
    });
    expect(rowOf("the same, never submitted")).toMatchObject({ at: monday, submitted: false });
  });
});

describe("A replay", () => {
  it("of the policy a ticket began with changes nothing, whatever the ticket", () => {
    for (const policy of Object.values(policies)) {
      const own = cases.filter((c) => c.ticket.policy.digest === refOf(policy).digest);
      const again = replay(own, (ref) => shippedPolicy(ref.digest), policy);
      expect(again.rows).toEqual([]);
      expect(again.same).toBe(own.length);
    }
  });

  it("of a looser draft tells who would have waited less, and of a mixed one both", () => {
    const verdict = (one: PastCase, was: Policy, is: Policy) => replay([one], () => was, is).rows[0]?.verdict;
    const slow = changed({ tiers: { T4: { hold: [{ fromPoints: 0, ms: days(10) }] } } });
    expect(verdict(past(1, "T4", [saved, short()], {}), slow, standard)).toBe("looser");
    const two = changed({ tiers: { T2: { approvals: 2 } } });
    const long = changed({ tiers: { T2: { hold: [{ fromPoints: 0, ms: hours(48) }] } } });
    const ticket = past(2, "T2", [code(), short()], {});
    expect(verdict(ticket, two, standard)).toBe("looser");
    expect(verdict(ticket, two, long)).toBe("both");
  });

  it("knows of an objection that nobody proved before the ticket was submitted, and of none that came after", () => {
    const slow = changed({ tiers: { T4: { hold: [{ fromPoints: 0, ms: days(10) }] } } });
    const holdMs = (p: Past) =>
      replay([past(1, "T4", [saved, short()], p)], () => slow, standard).rows[0]?.after.holdMs;
    expect(holdMs({ longer: ["objection-unproved"], ticket: { unproved: ["c-old"] } })).toBe(days(7));
    expect(holdMs({ ticket: { unproved: ["c-old"] } })).toBe(hours(72));
  });

  it("of no tickets is empty", () => {
    expect(replay([], () => standard, draft)).toMatchObject({ rows: [], same: 0, unknown: 0 });
  });
});
