import type { ProvidedContact, ProvidedUser, StandingUser } from "~/read-provided.server";
import { isObject, ScimProblem, userSchema } from "./wire";

export type ListName = "emails" | "phoneNumbers";
/** One of a multi-valued attribute (RFC 7643, 2.4). */
export interface Item {
  value: string;
  type: string | null;
  primary: boolean;
}
/** What is kept of a user (RFC 7643, 4.1), as it is read, replaced and patched. */
export interface Doc extends Omit<ProvidedUser, "contacts" | "userName" | "active"> {
  userName: string | null;
  /** Null where nothing was said of it. */
  active: boolean | null;
  emails: Item[];
  phoneNumbers: Item[];
}
export const emptyDoc = (): Doc => ({
  userName: null,
  externalId: null,
  displayName: null,
  name: { formatted: null, givenName: null, familyName: null },
  active: null,
  emails: [],
  phoneNumbers: [],
});

/** A user who stands, as what a patch begins with. */
export function docOf({ userName, externalId, displayName, name, active, contacts }: StandingUser): Doc {
  const of = (kind: ProvidedContact["kind"]): Item[] =>
    contacts.filter((k) => k.kind === kind).map(({ value, type, primary }) => ({ value, type, primary }));
  const lists = { emails: of("email"), phoneNumbers: of("phone") };
  return { userName, externalId, displayName, name: { ...name }, active, ...lists };
}

/** What is wanted of a user; whether they are active stays as it is where that is not said. */
export function wantedOf(doc: Doc, active: boolean): ProvidedUser {
  const { userName, externalId, displayName, name } = doc;
  if (userName === null) throw invalid("userName is missing.");
  const contacts = [
    ...doc.emails.map((k) => ({ kind: "email" as const, ...k })),
    ...doc.phoneNumbers.map((k) => ({ kind: "phone" as const, ...k })),
  ];
  return { userName, externalId, displayName, name, active: doc.active ?? active, contacts };
}

/** The user of a whole body (POST, PUT): names of attributes in any case, what is not kept here left out. */
export function docIn(body: Record<string, unknown>): Doc {
  if (!Array.isArray(body.schemas) || !body.schemas.includes(userSchema))
    throw new ScimProblem(400, "invalidSyntax", `schemas does not name ${userSchema}.`);
  const doc = emptyDoc();
  for (const [name, value] of Object.entries(body)) assign(doc, name.toLowerCase(), value);
  return doc;
}

/** Sets one attribute, named in small letters; null takes it off. Tells whether it is one that is kept. */
export function assign(doc: Doc, name: string, value: unknown): boolean {
  switch (name) {
    case "username":
      doc.userName = textIn("userName", value);
      return true;
    case "externalid":
      doc.externalId = textIn("externalId", value);
      return true;
    case "displayname":
      doc.displayName = textIn("displayName", value);
      return true;
    case "active":
      doc.active = value === null || value === undefined ? null : flagIn("active", value);
      return true;
    case "name":
      assignName(doc, value);
      return true;
    case "emails":
      doc.emails = itemsIn("emails", value);
      return true;
    case "phonenumbers":
      doc.phoneNumbers = itemsIn("phoneNumbers", value);
      return true;
    default:
      return false;
  }
}

export const nameParts = { formatted: "formatted", givenname: "givenName", familyname: "familyName" } as const;
export const isNamePart = (part: string): part is keyof typeof nameParts => Object.hasOwn(nameParts, part);

function assignName(doc: Doc, value: unknown): void {
  if (value !== null && value !== undefined && !isObject(value)) throw invalid("name is no object.");
  const given = Object.entries(value ?? {}).map(([part, text]) => [part.toLowerCase(), text] as const);
  const parts = new Map(given);
  for (const [part, name] of Object.entries(nameParts)) doc.name[name] = textIn(`name.${name}`, parts.get(part));
}

const mostCharacters = 200;

/** A text of one line; null where there is none, or an empty one. */
export function textIn(name: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== "string") throw invalid(`${name} is no text.`);
  if (value.length > mostCharacters || /\p{Cc}/u.test(value))
    throw invalid(`${name} is longer than ${mostCharacters} characters, or holds a control character.`);
  return value.trim() === "" ? null : value;
}

/** A boolean; one provider writes them as "True" and "False". */
export function flagIn(name: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  const text = typeof value === "string" ? value.toLowerCase() : "";
  if (text === "true" || text === "false") return text === "true";
  throw invalid(`${name} is neither true nor false.`);
}

/** The items of a list, or a single one; null and an empty list are none. */
export function itemsIn(name: ListName, value: unknown): Item[] {
  if (value === null || value === undefined) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return onePrimary(list.flatMap((one) => itemIn(name, one)));
}

/** An item without a value says nothing. */
function itemIn(name: ListName, one: unknown): Item[] {
  const given = typeof one === "string" ? { value: one } : one;
  if (!isObject(given)) throw invalid(`${name} holds something that is no object.`);
  const value = textIn(`${name}.value`, given.value);
  if (value === null) return [];
  const primary = given.primary === undefined || given.primary === null ? false : flagIn("primary", given.primary);
  return [{ value, type: textIn(`${name}.type`, given.type), primary }];
}

/** At most one is the primary one: the one that was said last (RFC 7644, 3.5.2). */
export function onePrimary(items: readonly Item[]): Item[] {
  const last = items.map((k) => k.primary).lastIndexOf(true);
  return items.map((k, i) => ({ ...k, primary: i === last }));
}

export const invalid = (detail: string): ScimProblem => new ScimProblem(400, "invalidValue", detail);
