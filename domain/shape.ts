/** What a plain JSON value must look like: a description that a validator follows and that a JSON Schema is written from. */
export type Shape =
  | { is: "whole"; least: number; most: number; step?: number }
  | { is: "name"; most: number }
  | { is: "flag" }
  | { is: "word"; of: readonly string[] }
  /** What is optional may be left out. */
  | { is: "object"; fields: Readonly<Record<string, Shape>>; optional?: Readonly<Record<string, Shape>> }
  | { is: "list"; of: Shape; least: number; most: number; distinct?: boolean }
  | { is: "or-null"; of: Shape };

export type Misshape =
  | "not-whole"
  | "too-small"
  | "too-large"
  | "not-in-steps"
  | "not-a-name"
  | "not-a-flag"
  | "not-offered"
  | "not-an-object"
  | "missing"
  | "unknown"
  | "not-a-list"
  | "too-few"
  | "too-many"
  | "twice";
/** What is wrong with one value, and where it is: a JSON pointer (RFC 6901). */
export interface ShapeProblem {
  at: string;
  what: Misshape;
  /** The bound that was not kept, the step, or the words there are to choose from. */
  bound?: number;
  offered?: readonly string[];
}

/** A name in small letters, digits and single hyphens: `standard`, `night-desk-2`. */
export const namePattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

/** Everything about a value that is not of a shape, in the order of the shape; none where it is. */
export function shapeProblems(shape: Shape, value: unknown, at = ""): ShapeProblem[] {
  switch (shape.is) {
    case "whole":
      return wholeProblems(shape, value, at);
    case "name":
      return typeof value === "string" && value.length <= shape.most && new RegExp(namePattern).test(value)
        ? []
        : [{ at, what: "not-a-name", bound: shape.most }];
    case "flag":
      return typeof value === "boolean" ? [] : [{ at, what: "not-a-flag" }];
    case "word":
      return shape.of.some((word) => word === value) ? [] : [{ at, what: "not-offered", offered: shape.of }];
    case "object":
      return objectProblems(shape, value, at);
    case "list":
      return listProblems(shape, value, at);
    case "or-null":
      return value === null ? [] : shapeProblems(shape.of, value, at);
  }
}

type Of<K extends Shape["is"]> = Extract<Shape, { is: K }>;

function wholeProblems({ least, most, step }: Of<"whole">, value: unknown, at: string): ShapeProblem[] {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return [{ at, what: "not-whole" }];
  if (value < least) return [{ at, what: "too-small", bound: least }];
  if (value > most) return [{ at, what: "too-large", bound: most }];
  return step !== undefined && value % step !== 0 ? [{ at, what: "not-in-steps", bound: step }] : [];
}

function objectProblems({ fields, optional = {} }: Of<"object">, value: unknown, at: string): ShapeProblem[] {
  if (!isObject(value)) return [{ at, what: "not-an-object" }];
  const all = { ...fields, ...optional };
  const known = Object.entries(all).flatMap(([name, shape]): ShapeProblem[] => {
    if (Object.hasOwn(value, name)) return shapeProblems(shape, value[name], pointer(at, name));
    return Object.hasOwn(optional, name) ? [] : [{ at: pointer(at, name), what: "missing" }];
  });
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(all, name));
  return [...known, ...unknown.map((name) => ({ at: pointer(at, name), what: "unknown" as const }))];
}

function listProblems({ of, least, most, distinct }: Of<"list">, value: unknown, at: string): ShapeProblem[] {
  if (!Array.isArray(value)) return [{ at, what: "not-a-list" }];
  if (value.length < least) return [{ at, what: "too-few", bound: least }];
  if (value.length > most) return [{ at, what: "too-many", bound: most }];
  const repeated = distinct ? value.flatMap((item, i) => (value.indexOf(item) < i ? [i] : [])) : [];
  return value.flatMap((item, i) => {
    const own = shapeProblems(of, item, pointer(at, String(i)));
    return own.length === 0 && repeated.includes(i) ? [{ at: pointer(at, String(i)), what: "twice" as const }] : own;
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A pointer one step further (RFC 6901: `~` and `/` are written `~0` and `~1`). */
const pointer = (at: string, name: string): string => `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
