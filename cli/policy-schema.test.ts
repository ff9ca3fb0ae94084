import { readFileSync } from "node:fs";
import { policies } from "domain/policies";
import { policySchema } from "domain/policy-schema";
import { policyShape } from "domain/policy-shape";
import { shapeProblems } from "domain/shape";
import { mutated } from "domain/testing-policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describePolicy } from "~/ui/words/policy-document";

const file = new URL("../docs/policy.schema.json", import.meta.url);
const written: unknown = JSON.parse(readFileSync(file, "utf8"));

describe("The schema of policy documents", () => {
  const schema = policySchema(describePolicy);
  const judge = z.fromJSONSchema(schema);

  it("in docs is the one that the validator's shape gives", () => {
    expect(written).toEqual(schema);
  });

  it("says a title of every field", () => {
    const untitled = (at: string, one: unknown): string[] => {
      if (typeof one !== "object" || one === null) return [];
      const { properties, items, title } = one as { properties?: object; items?: unknown; title?: string };
      const inside = Object.entries(properties ?? {}).flatMap(([name, field]) => untitled(`${at}/${name}`, field));
      return [...(title ? [] : [at]), ...inside, ...(items ? untitled(`${at}/-`, items) : [])];
    };
    expect(untitled("", schema)).toEqual([]);
  });

  it("takes what ships", () => {
    for (const policy of Object.values(policies)) expect(judge.safeParse(policy).success).toBe(true);
  });

  it("takes exactly what the validator finds nothing wrong in the shape of", () => {
    const seen = { both: 0, neither: 0 };
    const odd = fc.oneof(
      fc.integer({ min: -2, max: 200 }),
      fc.constantFrom(null, true, "T1", 1.5, {}, [], ["vouch", "vouch"]),
    );
    const documents = fc.oneof(...Object.values(policies).map((policy) => mutated(policy, policyShape, odd)));
    fc.assert(
      fc.property(documents, fc.boolean(), (document, extra) => {
        const value = extra && typeof document === "object" ? { ...document, remark: "none" } : document;
        const fits = shapeProblems(policyShape, value).length === 0;
        seen[fits ? "both" : "neither"] += 1;
        expect(judge.safeParse(value).success).toBe(fits);
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.both, seen.neither)).toBeGreaterThan(10);
  });
});
