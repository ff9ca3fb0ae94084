import type { FindUser } from "~/read-provided.server";
import { ScimProblem, userSchema } from "./wire";

/** One comparison for equality, the attribute in small letters: all that is looked for here (RFC 7644, 3.4.2.2). */
export interface Filter {
  attribute: string;
  value: string;
}

const shape = /^\s*([a-z][\w.:$-]*(?:\[type\s+eq\s+"work"\]\.value)?)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*$/i;

/** Reads a filter; throws for every other kind of filter than one `eq`. */
export function filterIn(text: string): Filter {
  const match = shape.exec(text);
  if (!match) throw unknown();
  const [, attribute = "", written = ""] = match;
  return { attribute: attribute.toLowerCase().replace(`${userSchema.toLowerCase()}:`, ""), value: valueIn(written) };
}

function valueIn(written: string): string {
  try {
    return String(JSON.parse(written.startsWith('"') ? written : written.toLowerCase()));
  } catch {
    throw unknown();
  }
}

const found: Readonly<Record<string, FindUser["by"]>> = {
  username: "userName",
  externalid: "externalId",
  emails: "email",
  "emails.value": "email",
  'emails[type eq "work"].value': "email",
};

/** What users are looked for by. */
export function findIn(text: string): FindUser {
  const { attribute, value } = filterIn(text);
  const by = Object.hasOwn(found, attribute) ? found[attribute] : undefined;
  if (!by) throw unknown();
  return { by, value };
}

const unknown = (): ScimProblem =>
  new ScimProblem(400, "invalidFilter", 'Users are found by userName, externalId or emails.value, each by eq "…".');
