import { applyToList, type Op } from "./patch-list";
import { assign, type Doc, invalid, isNamePart, nameParts, textIn } from "./resource";
import { isObject, ScimProblem, userSchema } from "./wire";

const patchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const mostOperations = 100;

interface Operation {
  op: Op;
  path: string | null;
  value: unknown;
}

/** Makes a change of some operations (RFC 7644, 3.5.2), all of them or, where one throws, none. */
export function patched(doc: Doc, body: Record<string, unknown>): Doc {
  const copy = structuredClone(doc);
  for (const operation of operationsIn(body)) apply(copy, operation);
  return copy;
}

function operationsIn(body: Record<string, unknown>): Operation[] {
  const { schemas } = body;
  const list = body.Operations ?? body.operations;
  if (!Array.isArray(schemas) || !schemas.includes(patchSchema))
    throw new ScimProblem(400, "invalidSyntax", `schemas does not name ${patchSchema}.`);
  if (!Array.isArray(list) || list.length === 0 || list.length > mostOperations)
    throw new ScimProblem(400, "invalidSyntax", `Operations is no list of 1 to ${mostOperations}.`);
  return list.map(operationIn);
}

/** `op` in any case: one provider writes "Add" and "Replace". */
function operationIn(one: unknown): Operation {
  const { op, path, value } = isObject(one) ? one : {};
  const named = typeof op === "string" ? op.toLowerCase() : "";
  if (named !== "add" && named !== "replace" && named !== "remove")
    throw new ScimProblem(400, "invalidSyntax", "An operation is add, replace or remove.");
  if (path !== undefined && path !== null && typeof path !== "string")
    throw new ScimProblem(400, "invalidPath", "A path is a text.");
  return { op: named, path: path || null, value };
}

function apply(doc: Doc, { op, path, value }: Operation): void {
  if (path !== null) {
    applyAt(doc, op, path, value);
    return;
  }
  if (op === "remove") throw new ScimProblem(400, "noTarget", "What is to be removed has no path.");
  if (!isObject(value))
    throw new ScimProblem(400, "invalidValue", "Without a path the value is an object of attributes.");
  // Names in it may be paths themselves, such as name.givenName.
  for (const [name, each] of Object.entries(value)) if (name.toLowerCase() !== "schemas") applyAt(doc, op, name, each);
}

/** attribute · attribute.part · attribute[filter] · attribute[filter].part, each with or without the schema before it */
const shape = /^([a-z$][\w$-]*)(?:\[(.*)\])?(?:\.([a-z$][\w$-]*))?$/is;

function applyAt(doc: Doc, op: Op, path: string, value: unknown): void {
  const own = path.toLowerCase().startsWith(`${userSchema.toLowerCase()}:`) ? path.slice(userSchema.length + 1) : path;
  // Of another schema, which nothing here is kept of.
  if (/^urn:/i.test(own)) return;
  const match = shape.exec(own);
  if (!match) throw new ScimProblem(400, "invalidPath", `"${path}" is no path that is understood here.`);
  const [, attribute = "", filter, part] = match;
  const name = attribute.toLowerCase();
  if (name === "emails") applyToList(doc, "emails", { op, filter, part, value });
  else if (name === "phonenumbers") applyToList(doc, "phoneNumbers", { op, filter, part, value });
  else if (name === "name" && filter === undefined) applyToName(doc, op, part, value);
  else if (filter !== undefined || part !== undefined || !assignOne(doc, op, name, value)) ignored(name, path);
}

function assignOne(doc: Doc, op: Op, name: string, value: unknown): boolean {
  const to = op === "remove" ? null : value;
  if (name === "username" && textIn("userName", to) === null) throw invalid("userName is never without a value.");
  if (name === "active" && (to === null || to === undefined)) throw invalid("active is never without a value.");
  return assign(doc, name, to);
}

/** Attributes of the core schema that nothing is kept of: a change of one is taken and does nothing, a password above all. */
const leftOut: ReadonlySet<string> = new Set([
  "password",
  "nickname",
  "profileurl",
  "title",
  "usertype",
  "preferredlanguage",
  "locale",
  "timezone",
  "ims",
  "photos",
  "addresses",
  "entitlements",
  "roles",
  "x509certificates",
]);
const readOnly: ReadonlySet<string> = new Set(["id", "meta", "groups", "schemas"]);

function ignored(name: string, path: string): void {
  if (readOnly.has(name)) throw new ScimProblem(400, "mutability", `${path} cannot be changed.`);
  if (!leftOut.has(name)) throw new ScimProblem(400, "invalidPath", `No user has "${path}".`);
}

/** The parts that are not named stay as they are. */
function applyToName(doc: Doc, op: Op, part: string | undefined, value: unknown): void {
  if (part !== undefined) applyToPart(doc, op, part.toLowerCase(), value);
  else if (op === "remove") assign(doc, "name", null);
  else if (isObject(value))
    for (const [one, text] of Object.entries(value)) applyToPart(doc, op, one.toLowerCase(), text);
  else throw invalid("name is no object.");
}

function applyToPart(doc: Doc, op: Op, part: string, value: unknown): void {
  if (part === "middlename" || part === "honorificprefix" || part === "honorificsuffix") return;
  if (!isNamePart(part)) throw new ScimProblem(400, "invalidPath", `No name has "${part}".`);
  doc.name[nameParts[part]] = op === "remove" ? null : textIn(`name.${nameParts[part]}`, value);
}
