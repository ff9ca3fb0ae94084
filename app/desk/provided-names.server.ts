import { randomBytes } from "node:crypto";
import { cleanName, cleanUsername } from "domain/look-up";
import { maskName } from "domain/mask";
import type { Described } from "domain/provide";
import { commitmentOf } from "domain/trail/entry";
import { type Door, hashOfProvidedName, type Keep } from "~/door.server";
import { type Profile, type ProvidedContact, type ProvidedUser, profileField } from "~/read-provided.server";

interface Naming {
  id: string;
  wanted: ProvidedUser;
  contacts: readonly (ProvidedContact & { id: string })[];
  /** How it is named now; absent where it is made. */
  before?: ProvidedUser & { contacts: readonly (ProvidedContact & { id: string })[] };
}
/** The names an account is to have. */
export interface Names {
  /** Whether they are others than before. */
  isNew: boolean;
  described: Described;
  /** Names that must be nobody else's: those that change. */
  digests: { username: Buffer | null; external: Buffer | null };
  keep: Extract<Keep, { keep: "provided-names" }>;
}

/** Seals an account's names and what is said of its contacts, with the row and the look-ups that find it by them. */
export async function namesOf(door: Door, n: Naming): Promise<Names> {
  const { id, wanted, before } = n;
  const words = wordsOf(wanted, n.contacts);
  const said = JSON.stringify(words);
  const salt = randomBytes(32);
  const name = nameShown(wanted);
  const [username, external] = digestsOf(door, wanted);
  const row = { account_id: id, username, external, name_mask: maskName(name), salt: randomBytes(16) };
  const { profile } = words;
  const fields = {
    username: wanted.userName,
    name,
    external: wanted.externalId ?? "",
    [profileField]: JSON.stringify(profile),
    [`${profileField}.salt`]: salt,
  };
  const seal = await sealerOf(door, id);
  const boxes = Object.entries(fields).map(([field, value]) => {
    const { keep: _, ...box } = seal(id, field, value);
    return box;
  });
  return {
    isNew: !before || JSON.stringify(wordsOf(before, before.contacts)) !== said,
    described: { row: hashOfProvidedName(row), profile: commitmentOf(salt, said) },
    digests: changedOf(door, { username, external }, before),
    keep: { keep: "provided-names", row, lookups: lookupsOf(door, id, username, name), boxes },
  };
}

/** Seals values of an account with its key, which is fetched once. */
export async function sealerOf({ vault }: Door, account: string) {
  const key = (await vault.keysFor([account])).get(account);
  if (!key) throw new Error("The key store did not keep a new key.");
  return (id: string, field: string, value: string | Buffer) => vault.sealWith(key, account, id, field, value);
}

/** The name that is shown of an account, masked: what the identity provider shows, or what it can be made of. */
export function nameShown({ displayName, name, userName }: ProvidedUser): string {
  const parts = [name.givenName, name.familyName].filter((part) => part !== null).join(" ");
  return displayName ?? name.formatted ?? (parts || userName);
}

/** All that is said of an account, in one order whatever the order it came in. */
function wordsOf({ userName, externalId, displayName, name }: ProvidedUser, contacts: Naming["contacts"]) {
  const { formatted, givenName, familyName } = name;
  const inOrder = [...contacts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const profile: Profile = {
    displayName,
    name: { formatted, givenName, familyName },
    contacts: Object.fromEntries(inOrder.map(({ id, type, primary }) => [id, { type, primary }])),
  };
  return { userName, externalId, profile };
}

const digestsOf = (door: Door, { userName, externalId }: ProvidedUser): [Buffer, Buffer | null] => [
  door.secrets.lookup("username", cleanUsername(userName)),
  externalId === null ? null : door.secrets.lookup("external", externalId),
];

/** A name that stays may be shared with another account by an import of long ago. */
function changedOf(door: Door, now: Names["digests"], before: ProvidedUser | undefined): Names["digests"] {
  if (!before) return now;
  const [username, external] = digestsOf(door, before);
  return {
    username: now.username?.equals(username) ? null : now.username,
    external: external && now.external?.equals(external) ? null : now.external,
  };
}

function lookupsOf(door: Door, account: string, username: Buffer, name: string) {
  const cleaned = cleanName(name);
  const found = [
    { kind: "username", digest: username },
    ...(cleaned === "" ? [] : [{ kind: "name", digest: door.secrets.lookup("name", cleaned) }]),
  ];
  return found.map((one) => ({ ...one, account_id: account, set_id: 0, contact_id: null }));
}
