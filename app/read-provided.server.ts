import {
  contactsWithDigests,
  findProvided,
  type ProvidedBy,
  type ProvidedReading,
  pageOfAccounts,
  readProvided,
} from "db/read/provided";
import { contactsOf } from "domain/account";
import { nothingProvided } from "domain/fold-provided";
import { cleanUsername } from "domain/look-up";
import type { ContactKind } from "domain/loss";
import { providedContacts } from "domain/provide";
import type { Door } from "./door.server";

/** An address or number as the identity provider says it, with what it says of it. */
export interface ProvidedContact {
  kind: ContactKind;
  value: string;
  type: string | null;
  primary: boolean;
}
/** The names of a person, part by part; null where nothing was said. */
export interface ProvidedName {
  formatted: string | null;
  givenName: string | null;
  familyName: string | null;
}
/** What an identity provider says of an account. */
export interface ProvidedUser {
  userName: string;
  externalId: string | null;
  displayName: string | null;
  name: ProvidedName;
  active: boolean;
  contacts: ProvidedContact[];
}
/** The same as it stands, with the ids of its contacts. */
export interface StandingUser extends ProvidedUser {
  id: string;
  createdAt: string;
  contacts: (ProvidedContact & { id: string })[];
  /** How many changes of the identity provider were entered. */
  version: number;
  /** Another with every change of what is shown. */
  tag: string;
  /** The identity provider removed it: it is shown to nobody. */
  gone: boolean;
  /** Contacts in force, those among them that the identity provider did not name. */
  live: string[];
}
/** The part of it that has no field of its own in the vault. */
export interface Profile {
  displayName: string | null;
  name: ProvidedName;
  /** By the id of the contact. */
  contacts: Record<string, Pick<ProvidedContact, "type" | "primary">>;
}
export const profileField = "profile";

/** The user of this id, one that was removed included; null for nobody's. */
export const userById = async (door: Door, id: string): Promise<StandingUser | null> =>
  (await usersOf(door, [id]))[0] ?? null;

export type FindUser = { by: "userName" | "externalId" | "email"; value: string };

/** Users who have this value, those removed included: a contact only where the identity provider named it. */
export async function findUsers(door: Door, { by, value }: FindUser): Promise<StandingUser[]> {
  const cleaned = by === "userName" ? cleanUsername(value) : by === "email" ? value.trim().toLowerCase() : value;
  const kind = ({ userName: "username", externalId: "external", email: "email" } as const)[by];
  const found = await usersOf(door, await findProvided(door.reader, digestOf(door, kind, cleaned)));
  return by === "email" ? found.filter((u) => u.contacts.some((k) => k.value === cleaned)) : found;
}

const digestOf = (door: Door, kind: ProvidedBy["kind"], value: string): ProvidedBy => ({
  kind,
  digest: door.secrets.lookup(kind, value),
});

/** A page of users in the order of their ids, and the id after which the next begins. */
export async function pageOfUsers(
  door: Door,
  after: string,
  most: number,
): Promise<{ users: StandingUser[]; next: string | null }> {
  const ids = await pageOfAccounts(door.reader, after, most + 1);
  const shown = ids.slice(0, most);
  return { users: await usersOf(door, shown), next: ids.length > most ? (shown.at(-1) ?? null) : null };
}

/** Ids of contacts of an account that have one of these values, by the digest in hex. */
export async function contactsByDigest(
  door: Door,
  account: string,
  digests: readonly Buffer[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { id, digest } of await contactsWithDigests(door.reader, account, digests))
    found.set(digest.toString("hex"), [...(found.get(digest.toString("hex")) ?? []), id]);
  return found;
}

async function usersOf(door: Door, ids: readonly string[]): Promise<StandingUser[]> {
  const readings = await readProvided(door.reader, ids);
  const standing = readings.filter((r) => !r.account?.erased);
  const values = standing.flatMap((r) => [r.id, ...providedContacts(r.imported, r.account).map((k) => k.id)]);
  const opened = await door.vault.openMany(values);
  return standing.map((r) => userIn(r, (key) => opened.get(key)?.toString("utf8") ?? null));
}

function userIn(r: ProvidedReading, text: (key: string) => string | null): StandingUser {
  const provided = r.account?.provided ?? nothingProvided;
  const kept = text(`${r.id}/${profileField}`);
  const name = text(`${r.id}/name`);
  const profile: Profile = kept === null ? importedProfile(name) : JSON.parse(kept);
  const named = providedContacts(r.imported, r.account);
  return {
    id: r.id,
    createdAt: r.createdAt,
    userName: text(`${r.id}/username`) ?? "",
    externalId: text(`${r.id}/external`) || null,
    displayName: profile.displayName,
    name: profile.name,
    active: provided.offAt === null,
    contacts: named.map(({ id, kind }) => {
      const isFirst = named.find((k) => k.kind === kind)?.id === id;
      const said = profile.contacts[id] ?? { type: kind === "email" ? "work" : "mobile", primary: !kept && isFirst };
      return { id, kind, value: text(`${id}/value`) ?? "", ...said };
    }),
    version: provided.version,
    tag: `${provided.version}.${r.imported.length}`,
    gone: provided.gone,
    live: contactsOf(r.imported, r.account).flatMap((k) => (k.endedAt === null ? [k.id] : [])),
  };
}

/** Of an account that only an import named. */
const importedProfile = (name: string | null): Profile => ({
  displayName: name,
  name: { formatted: name, givenName: null, familyName: null },
  contacts: {},
});
