import type { DirectoryStep } from "domain/directory-job";
import type { ContactKind } from "domain/loss";
import { askHttp, type HttpAnswer, type HttpRequest, isSuccess, objectIn, troubleOf } from "./ask-http.server";
import { changedValues, isSame, isUnchanged } from "./contact-values";
import { type Change, type Directory, NotDone, NotTaken, type Sending } from "./port.server";
import { ruleIn } from "./rule-in-words";

export interface ScimSettings {
  /** The base URL, without a closing slash: `/Users` stands behind it. */
  base: string;
  token: string;
  /** The path of an attribute that is taken off with a second factor; null where none is. */
  secondFactor: string | null;
}

/** A client of SCIM 2.0 (RFC 7643, RFC 7644): finds the account by its user name, then patches it. */
export function scimDirectory(s: ScimSettings): Directory {
  const takes: DirectoryStep[] = s.secondFactor ? ["contacts", "second-factor", "password"] : ["contacts", "password"];
  return {
    kind: "scim",
    takes,
    // No part of SCIM says what passwords a server takes.
    leastLength: async () => null,
    change: (change, sending) => changeUser(s, change, sending),
    problem: () => problemOf(s),
  };
}

async function problemOf(s: ScimSettings) {
  try {
    await find(s, "nobody");
    return null;
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    return error.trouble === "no-such-account" ? null : error.trouble;
  }
}

interface User {
  id: string;
  /** Of the version that was read, for If-Match; null where the server gives none. */
  etag: string | null;
  emails: Entry[];
  phoneNumbers: Entry[];
}
/** One of a multi-valued attribute (RFC 7643, 2.4). */
interface Entry {
  value: string;
  type?: string;
  primary?: boolean;
}

async function changeUser(s: ScimSettings, change: Change, sending: Sending): Promise<void> {
  const user = await find(s, change.username);
  const operations = operationsOf(s, user, change);
  if (operations.length === 0) return;
  await sending(user.etag);
  const answer = await patch(s, user, operations);
  if (isSuccess(answer)) return;
  const rule = change.step === "password" ? ruleOf(answer) : null;
  if (rule === null) throw troubleOf(answer);
  // Sent before without an answer, and the account is another since then: it was done, and may not be set again.
  if (rule === "used-before" && change.unsure && isChangedSince(user, change.before)) return;
  throw new NotTaken(rule);
}

const patch = (s: ScimSettings, user: User, operations: Operation[]): Promise<HttpAnswer> =>
  ask(s, `/Users/${encodeURIComponent(user.id)}`, {
    method: "PATCH",
    headers: user.etag ? { "If-Match": user.etag } : {},
    body: JSON.stringify({ schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: operations }),
  });

const isChangedSince = ({ etag }: User, before: string | null): boolean =>
  before !== null && etag !== null && etag !== before;

/** The rule by which a password was not taken: `invalidValue` (RFC 7644, 3.12), or words about the password. */
function ruleOf(answer: HttpAnswer) {
  if (answer.status !== 400 && answer.status !== 422) return null;
  const said = objectIn(answer);
  const detail = typeof said?.detail === "string" ? said.detail : "";
  return said?.scimType === "invalidValue" || /password/i.test(detail) ? ruleIn(detail) : null;
}

/** `value` goes into the filter as a JSON string, which leaves no way out of its quotes (RFC 7644, 3.4.2.2). */
async function find(s: ScimSettings, username: string): Promise<User> {
  const query = new URLSearchParams({ filter: `userName eq ${JSON.stringify(username)}`, count: "2" });
  const answer = await ask(s, `/Users?${query}`, { method: "GET", headers: {} });
  // A list answers 200 though it is empty: this address is no such server's.
  if (answer.status === 404) throw new NotDone("not-understood");
  if (!isSuccess(answer)) throw troubleOf(answer);
  const said = objectIn(answer);
  const list = said?.Resources ?? [];
  if (!said || !Array.isArray(list)) throw new NotDone("not-understood");
  // A server that does not know filters gives everybody: only this one is taken (userName is not case exact).
  const found = list.flatMap((one: unknown) => userOf(one, username));
  if (found.length > 1) throw new NotDone("several-accounts");
  const [user] = found;
  if (!user) throw new NotDone("no-such-account");
  return user;
}

function userOf(one: unknown, username: string): User[] {
  if (!isObject(one) || typeof one.id !== "string" || typeof one.userName !== "string") return [];
  if (one.userName.toLowerCase() !== username.toLowerCase()) return [];
  const { version } = isObject(one.meta) ? one.meta : {};
  return [
    {
      id: one.id,
      etag: typeof version === "string" && version !== "" ? version : null,
      emails: entriesOf(one.emails),
      phoneNumbers: entriesOf(one.phoneNumbers),
    },
  ];
}

function entriesOf(list: unknown): Entry[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown) => {
    if (!isObject(one) || typeof one.value !== "string") return [];
    const { value, type, primary } = one;
    return [
      {
        value,
        ...(typeof type === "string" ? { type } : {}),
        ...(typeof primary === "boolean" ? { primary } : {}),
      },
    ];
  });
}

interface Operation {
  op: "replace" | "remove";
  path: string;
  value?: unknown;
}

function operationsOf(s: ScimSettings, user: User, change: Change): Operation[] {
  switch (change.step) {
    case "password":
      return [{ op: "replace", path: "password", value: change.password }];
    case "second-factor":
      return s.secondFactor ? [{ op: "remove", path: s.secondFactor }] : [];
    case "contacts":
      return [
        ...replaced("emails", "email", user.emails, change),
        ...replaced("phoneNumbers", "phone", user.phoneNumbers, change),
      ];
  }
}

/** The whole list as it is to be, or nothing where it is so already. */
function replaced(
  path: string,
  kind: ContactKind,
  before: Entry[],
  change: Extract<Change, { step: "contacts" }>,
): Operation[] {
  const values = before.map((one) => one.value);
  const after = changedValues(kind, values, change);
  if (isUnchanged(values, after)) return [];
  if (after.length === 0) return [{ op: "remove", path }];
  return [{ op: "replace", path, value: after.map((value, i) => entryOf(kind, value, before, i === 0)) }];
}

/** What was there keeps what is said of it; of what is there after a change, the first is the primary one where none is left. */
function entryOf(kind: ContactKind, value: string, before: Entry[], isFirst: boolean): Entry {
  const known = before.find((one) => isSame(kind, one.value, value));
  return { type: kind === "email" ? "work" : "mobile", ...known, value, ...(isFirst ? { primary: true } : {}) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const ask = ({ base, token }: ScimSettings, path: string, { headers, ...init }: HttpRequest): Promise<HttpAnswer> =>
  askHttp(`${base}${path}`, {
    ...init,
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: "application/scim+json",
      ...(init.body ? { "Content-Type": "application/scim+json" } : {}),
      ...headers,
    },
  });
