import { policyShape } from "./policy-shape";
import { namePattern, type Shape } from "./shape";

/** What an editor says of a field, found by its place in the document; places in lists end in `/-`. */
export type Describe = (at: string) => { title: string; description?: string } | null;
/** A JSON Schema, as plain JSON. */
export type Schema = { [key: string]: unknown };

/** The JSON Schema (draft 2020-12) of a policy document; it knows bounds and words, not how numbers stand to each other. */
export function policySchema(describe: Describe): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...schemaOf(policyShape, describe, ""),
  };
}

function schemaOf(shape: Shape, describe: Describe, at: string): Schema {
  return { ...describe(at), ...typeOf(shape, describe, at) };
}

function typeOf(shape: Shape, describe: Describe, at: string): Schema {
  switch (shape.is) {
    case "whole":
      return {
        type: "integer",
        minimum: shape.least,
        maximum: shape.most,
        ...(shape.step === undefined ? {} : { multipleOf: shape.step }),
      };
    case "name":
      return { type: "string", pattern: namePattern, maxLength: shape.most };
    case "flag":
      return { type: "boolean" };
    case "word":
      return { type: "string", enum: [...shape.of] };
    case "object":
      return objectOf(shape, describe, at);
    case "list":
      return {
        type: "array",
        items: schemaOf(shape.of, describe, `${at}/-`),
        minItems: shape.least,
        maxItems: shape.most,
        ...(shape.distinct ? { uniqueItems: true } : {}),
      };
    case "or-null":
      return { anyOf: [{ type: "null" }, typeOf(shape.of, describe, at)] };
  }
}

function objectOf({ fields, optional }: Extract<Shape, { is: "object" }>, describe: Describe, at: string): Schema {
  const properties = Object.entries({ ...fields, ...optional }).map(([name, field]) => [
    name,
    schemaOf(field, describe, `${at}/${name}`),
  ]);
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    required: Object.keys(fields),
    additionalProperties: false,
  };
}
