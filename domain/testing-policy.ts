import fc from "fast-check";
import { standard } from "./policies";
import type { Policy } from "./policy";
import type { Shape } from "./shape";

/** Support for tests of policies: documents that differ from `standard` in something, and any document of a shape. */

type Deep<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: Deep<T[K]> } : T;
type Whole = "freshness" | "raise" | "passwords";
type Change = Deep<Omit<Policy, Whole>> & Pick<Policy, Whole>;

/** `standard` with some of it otherwise; version 2, unless said. */
export function changed(change: Change, from: Policy = standard): Policy {
  const { points, caps, tiers, ...rest } = change;
  return {
    ...from,
    version: 2,
    ...rest,
    points: { ...from.points, ...points },
    caps: { ...from.caps, ...caps },
    tiers: {
      T1: { ...from.tiers.T1, ...tiers?.T1 },
      T2: { ...from.tiers.T2, ...tiers?.T2 },
      T3: { ...from.tiers.T3, ...tiers?.T3 },
      T4: { ...from.tiers.T4, ...tiers?.T4 },
    },
  };
}

/** Any value of a shape. */
export function anyOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.is) {
    case "whole": {
      const step = shape.step ?? 1;
      return fc
        .integer({ min: Math.ceil(shape.least / step), max: Math.floor(shape.most / step) })
        .map((n) => n * step);
    }
    case "name":
      return fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,9})?$/);
    case "flag":
      return fc.boolean();
    case "word":
      return fc.constantFrom(...shape.of);
    case "object":
      return fc.record(Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, anyOf(field)])));
    case "list": {
      const bounds = { minLength: shape.least, maxLength: shape.most };
      return shape.distinct ? fc.uniqueArray(anyOf(shape.of), bounds) : fc.array(anyOf(shape.of), bounds);
    }
    case "or-null":
      return fc.option(anyOf(shape.of));
  }
}

/** A document in which some values are others: of the same shape, below or above its bounds, or of no shape at all. */
export const mutated = (from: unknown, shape: Shape, odd: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  if (shape.is !== "object") return fc.oneof({ weight: 60, arbitrary: fc.constant(from) }, anyOf(shape), odd);
  const fields = Object.entries(shape.fields).map(([name, field]) => [
    name,
    mutated((from as Record<string, unknown>)[name], field, odd),
  ]);
  return fc.record(Object.fromEntries(fields));
};
