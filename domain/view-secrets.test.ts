import fc from "fast-check";
import { expect, it } from "vitest";
import { drawAnswers, recordAnswers, reserveAnswers } from "./check-answers";
import { recordSerial, reserveSerial } from "./check-serial";
import { release } from "./claim";
import { note } from "./end";
import { event, type MatchResult } from "./event";
import { addPhoto, judgePhoto } from "./judge-photo";
import { addPurchase, judgePurchase } from "./judge-purchase";
import type { Actor } from "./staff";
import { submit } from "./submit";
import { ada, bob, given, mail, max, phone, requesterOf, type Story, sam } from "./testing";
import { readingOf } from "./testing-reading";
import {
  approvedBy,
  claimed,
  confirmed,
  delivered,
  lossOf,
  opened,
  proposed,
  registeredCode,
  returning,
} from "./testing-stories";
import { packetView } from "./view-packet";
import { requestView } from "./view-request";
import { ticketView } from "./view-ticket";

/** Whatever happens on a ticket, some things never reach a screen that is not the packet. */

type Step = (story: Story, i: number) => Story;
const attempts: Actor[] = [ada, requesterOf("t1")];
const device = "device-secret";

const serial =
  (result: MatchResult, who: number): Step =>
  (story, i) => {
    const actor = attempts[who % 2] ?? ada;
    const found = {
      attempt: `attempt-${i}`,
      result,
      device: result === "miss" ? null : `${device}-${i % 3}`,
      whole: i % 2 === 0,
    };
    return story
      .when(reserveSerial(found.attempt), { actor })
      .when(recordSerial({ ...found, evidence: `evidence-${i}` }), { actor });
  };

const answers =
  (right: number, who: number): Step =>
  (story, i) => {
    const actor = attempts[who % 2] ?? ada;
    const drawn = story.case.account?.drawn ? story : story.when(drawAnswers(i), { actor });
    return drawn
      .when(reserveAnswers(`attempt-${i}`), { actor })
      .when(recordAnswers({ attempt: `attempt-${i}`, right, of: 3, evidence: `evidence-${i}` }), { actor });
  };

const photo =
  (result: MatchResult): Step =>
  (story, i) => {
    const added = story.when(
      addPhoto({ id: `photo-${i}`, upload: `upload-secret-${i}`, commitment: "commitment-secret" }),
      { actor: ada },
    );
    const judgement = {
      photo: `photo-${i}`,
      numbered: true,
      attempt: `attempt-${i}`,
      result,
      device: `${device}-${i % 3}`,
      evidence: `evidence-${i}`,
    };
    return added.when(judgePhoto(judgement), { actor: bob });
  };

const purchase =
  (result: MatchResult | "late"): Step =>
  (story, i) => {
    const file = { id: `purchase-${i}`, upload: `upload-secret-${i}`, form: "document" } as const;
    const judgement = {
      purchase: `purchase-${i}`,
      namesHolder: true,
      dated: result === "late" ? 2 : 0,
      attempt: `attempt-${i}`,
      result: result === "late" ? "match" : result,
      device: `${device}-${i % 3}`,
      boundAt: 1,
      evidence: `evidence-${i}`,
    } as const;
    return story
      .when(addPurchase({ ...file, commitment: "commitment-secret" }), { actor: ada })
      .when(judgePurchase(judgement), { actor: bob });
  };

const results = fc.constantFrom<MatchResult>("match", "near", "miss");
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(results, fc.nat(1)).map(([result, who]) => serial(result, who)),
  fc.tuple(fc.nat(3), fc.nat(1)).map(([right, who]) => answers(right, who)),
  results.map(photo),
  fc.constantFrom<MatchResult | "late">("match", "near", "miss", "late").map(purchase),
  fc.constant<Step>((s) => registeredCode(s, phone.id)),
  fc.constant<Step>((s) => registeredCode(s, mail.id)),
  fc.constant<Step>((s) => confirmed(proposed(s, "c-new"))),
  fc.constant<Step>((s) => s.when(submit(), { actor: ada })),
  fc.constant<Step>((s) => approvedBy(s, sam, "step-up-secret")),
  fc.constant<Step>((s) => approvedBy(s, max, "step-up-secret-2")),
  fc.constant<Step>((s) => s.when(returning("second-device", "note-1"), { actor: sam })),
  fc.constant<Step>((s) =>
    s.when(note({ note: "note-2", removed: 1, commitment: "commitment-secret" }), { actor: ada }),
  ),
  fc.constant<Step>((s) => s.when(release(), { actor: ada })),
  fc.constant<Step>((s) => delivered(s)),
  fc.nat(60 * 60 * 1000).map(
    (ms): Step =>
      (s) =>
        s.after(ms),
  ),
);
const secured = given().record({ secondFactor: "totp" });
const losses = fc.constantFrom(...Object.values(lossOf));
const told = (loss: (typeof lossOf)["T1"], path: readonly Step[]): Story =>
  path.reduce((story, step, i) => step(story, i), claimed(loss, secured));

const forbiddenValues = [/secret/, /attempt-/, /evidence-/, /[0-9a-f]{64}/, /near/];
const forbiddenKeys = new Set([
  "points",
  "pointsNeeded",
  "right",
  "device",
  "packet",
  "stepUp",
  "commitment",
  "upload",
  "attempt",
  "classes",
]);

function keysIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(keysIn)];
}

it("No stored value, no points, no hash, no device and no near miss is anywhere in a ticket's or a request's view", () => {
  fc.assert(
    fc.property(losses, fc.array(steps, { maxLength: 14 }), fc.constantFrom(ada, bob, sam), (loss, path, reader) => {
      const story = told(loss, path);
      const views = [ticketView(readingOf(story, reader)), requestView(readingOf(story, requesterOf("t1")))];
      for (const view of views) {
        const json = JSON.stringify(view);
        for (const value of forbiddenValues) expect(json).not.toMatch(value);
        expect(keysIn(view).filter((key) => forbiddenKeys.has(key))).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

it("A serial or a photo that was near and one that missed make the same ticket view to the last character", () => {
  const blur = fc.array(fc.oneof(fc.record({ kind: fc.constantFrom("serial", "photo"), near: fc.boolean() })), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(losses, blur, (loss, tries) => {
      const ready = ((s: Story) => (s.ticket.needsNewContact ? confirmed(proposed(s)) : s))(claimed(loss, secured));
      const tell = (near: MatchResult) =>
        tries.reduce(
          (s, t, i) => (t.kind === "serial" ? serial(t.near ? near : "miss", 0) : photo(t.near ? near : "miss"))(s, i),
          ready,
        );
      const [a, b] = [tell("near"), tell("miss")].map((s) => JSON.stringify(ticketView(readingOf(s, ada))));
      expect(a).toBe(b);
    }),
    { numRuns: 60 },
  );
});

it("A proof of purchase that was near, one that missed and one dated too late make the same ticket view", () => {
  const ready = claimed(lossOf.T2, secured);
  const [near, miss, late] = (["near", "miss", "late"] as const)
    .map((result) => purchase(result)(ready, 0))
    .map((s) => JSON.stringify(ticketView(readingOf(s, ada))));
  expect([near, late]).toEqual([miss, miss]);
  const packet = packetView(
    readingOf(
      serial("match", 0)(registeredCode(purchase("late")(ready, 1), mail.id), 4).when(submit(), { actor: ada }),
      sam,
    ),
  );
  expect(packet?.odd.map((o) => o.kind)).toEqual(["late"]);
});

it("What the ticket view hides, the packet tells: near apart from miss, and the points", () => {
  const ready = claimed(lossOf.T2, secured);
  const proven = serial("match", 0)(registeredCode(serial("near", 0)(serial("miss", 0)(ready, 1), 2), mail.id), 4);
  const packet = packetView(readingOf(proven.when(submit(), { actor: ada }), sam));
  expect(packet?.odd.map((o) => o.kind)).toEqual(["miss", "near"]);
  expect(packet).toMatchObject({ points: 65, pointsNeeded: 50, refusal: null });
  expect(JSON.stringify(packet)).not.toMatch(/secret|attempt-|evidence-/);
});

it("An entry of a type that no one thought of tells nothing", () => {
  const story = opened().recorded(
    ada,
    event("staff.stepped-up", { stepUp: "step-up-secret", act: "approve", object: "x", step: 1 }),
  );
  expect(ticketView(readingOf(story)).story.map((l) => l.type)).not.toContain("staff.stepped-up");
});
