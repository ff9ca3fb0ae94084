import { policies, standard } from "domain/policies";
import { readPolicy } from "domain/policy-document";
import { policyFacts } from "domain/policy-facts";
import { policyShape } from "domain/policy-shape";
import { mutated } from "domain/testing-policy";
import fc from "fast-check";
import { expect, test } from "vitest";
import { standingWords } from "./policies";
import { placeWords, problemSentence } from "./policy-document";
import { factLabel, factValue } from "./policy-facts";

test("Every fact of a policy is told by a label of its own and a value", () => {
  const facts = Object.values(policies).map(policyFacts);
  for (const one of facts) expect(new Set(one.map(factLabel)).size).toBe(one.length);
  for (const fact of facts.flat())
    expect(`${factLabel(fact)}: ${factValue(fact)}`).not.toMatch(/undefined|NaN|\[object/);
  const told = policyFacts(standard).map((fact) => `${factLabel(fact)}: ${factValue(fact)}`);
  expect(told).toEqual(
    expect.arrayContaining([
      "Whole label of a device: 25 points",
      "T1 hold: none",
      "T4 hold from 60 points: 72 hours",
      "T4 hold below 60 points: 7 days",
      "T3 demands: a code to a registered contact or a saved recovery code",
      "All devices together: at most 45 points",
    ]),
  );
});

test("Every fault of a document is told in a sentence, beside the name of its place", () => {
  const odd = fc.oneof(fc.integer({ min: -2, max: 200 }), fc.constantFrom(null, "T1", 1.5, {}, [], ["vouch", "vouch"]));
  const seen = new Set<string>();
  fc.assert(
    fc.property(mutated(standard, policyShape, odd), (document) => {
      for (const problem of readPolicy(document).problems) {
        seen.add(problem.what);
        expect(problemSentence(problem)).toMatch(/^[A-Z].*\.$/);
        expect(problemSentence(problem)).not.toMatch(/undefined|NaN/);
        expect(placeWords(problem.at)).toMatch(/^[A-Z].*:$/);
      }
    }),
    { numRuns: 1000 },
  );
  expect(seen.size).toBeGreaterThan(8);
});

test("How a ticket stands is told by what is lacking, or by what it would have taken", () => {
  const stands = { satisfied: true, points: 60, asked: 50, needs: [], approvals: 2, holdMs: 0 };
  expect(standingWords(stands, true)).toBe("60 of 50 points; 2 approvals, hold none");
  expect(standingWords(stands, false)).toBe("60 of 50 points; enough");
  const lacks = { ...stands, satisfied: false, needs: ["second-kind-of-proof" as const, "more-evidence" as const] };
  expect(standingWords(lacks, true)).toBe("60 of 50 points; lacks one more kind of proof and more points");
});
