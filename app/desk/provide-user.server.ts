import { randomBytes } from "node:crypto";
import { refuse } from "domain/event";
import { maskContact, maskName } from "domain/mask";
import { changeProvided, identityProvider, type ProvidedChange, provisionAccount } from "domain/provide";
import { isoOf } from "domain/time";
import { type Door, hashOfProvidedAccount, type Keep } from "~/door.server";
import { ledgerNow } from "~/facts.server";
import {
  findUsers,
  type ProvidedContact,
  type ProvidedUser,
  type StandingUser,
  userById,
} from "~/read-provided.server";
import { cleanedContacts, joined, moved, newId } from "./provided-contacts.server";
import { nameShown, namesOf, sealerOf } from "./provided-names.server";

/** What became of an identity provider's wish. */
export type Provision = { refused: string } | { user: StandingUser };
/** What it wants of the account as that stands now; throws what stands in its own words' way. */
export type Wish = (standing: StandingUser) => ProvidedUser & { gone?: true };

/** Makes an account. One that was removed comes back where its external id, which no other person gets, is the same. */
export async function createUser(door: Door, request: string, wanted: ProvidedUser): Promise<Provision> {
  const same = await findUsers(door, { by: "userName", value: wanted.userName });
  const back = same.find((u) => u.gone && u.externalId !== null && u.externalId === wanted.externalId);
  if (back) return changeUser(door, request, { id: back.id, tag: null, removed: true }, () => wanted);
  const [taken] = same;
  if (taken) return refusedFor(door, request, taken.id, "username-taken");
  const contacts = cleanedContacts(wanted);
  if ("refused" in contacts) return contacts;
  const id = newId();
  const at = await ledgerNow(door);
  const fresh = contacts.list.map((k) => ({ ...k, id: newId() }));
  const names = await namesOf(door, { id, wanted, contacts: fresh });
  const row = accountRow(door, { id, createdAt: isoOf(at), wanted, mask: maskOf(fresh[0]) });
  const seal = await sealerOf(door, id);
  const joining = fresh.map((k) => joined(door, id, k, seal));
  const outcome = await door.ledger.enact({
    ...provider(id, request),
    query: { born: true, names: names.digests },
    decide: provisionAccount({
      described: names.described,
      contacts: joining.map((j) => j.contact),
      row: hashOfProvidedAccount(row),
      createdAt: at,
      active: wanted.active,
    }),
    keep: [{ keep: "provided-account", row }, names.keep, ...joining.flatMap((j) => j.keep)],
  });
  return outcome.refused === null ? standing(door, id) : { refused: outcome.refused };
}

/** Enters that what is plain before anything is sealed was refused. */
async function refusedFor(door: Door, request: string, account: string, reason: string): Promise<Provision> {
  await door.ledger.enact({ ...provider(account, request), decide: () => refuse("account.provision", reason) });
  return { refused: reason };
}

/** So often a change is made anew for an account that somebody else changed in between. */
const mostTries = 5;

/** The account as it was read: where its tag is named, it must be that one; one that was removed only comes back by being made again. */
interface Which {
  id: string;
  tag: string | null;
  removed?: true;
}

/** Changes an account as its identity provider wishes; what is so already is entered nowhere. */
export async function changeUser(door: Door, request: string, which: Which, wish: Wish): Promise<Provision> {
  for (let tries = 1; ; tries += 1) {
    const before = await userById(door, which.id);
    if (!before || (before.gone && !which.removed)) return { refused: "no-such-account" };
    if (which.tag !== null && which.tag !== before.tag) return { refused: "changed-meanwhile" };
    const refused = await enactChange(door, request, before, wish(before));
    if (refused === null) return standing(door, which.id);
    if (refused !== "changed-meanwhile" || which.tag !== null || tries === mostTries) return { refused };
  }
}

async function standing(door: Door, id: string): Promise<Provision> {
  const user = await userById(door, id);
  return user ? { user } : { refused: "no-such-account" };
}

async function enactChange(
  door: Door,
  request: string,
  before: StandingUser,
  wanted: ReturnType<Wish>,
): Promise<string | null> {
  const contacts = cleanedContacts(wanted, before.contacts);
  if ("refused" in contacts) return contacts.refused;
  const { add, kept, drop } = await moved(door, before, contacts.list);
  const names = await namesOf(door, { id: before.id, wanted, contacts: [...kept, ...add], before });
  const turn = turnOf(before, wanted);
  if (!names.isNew && add.length === 0 && drop.length === 0 && turn === null) return null;
  const seal = await sealerOf(door, before.id);
  const joining = add.map((k) => joined(door, before.id, k, seal));
  const change: ProvidedChange = {
    version: before.version,
    described: names.isNew ? names.described : null,
    add: joining.map((j) => j.contact),
    drop,
    turn,
  };
  const outcome = await door.ledger.enact({
    ...provider(before.id, request),
    query: { names: names.digests },
    decide: changeProvided(change),
    keep: [
      ...(names.isNew ? [names.keep] : []),
      ...drop.map((contact): Keep => ({ keep: "contact-unlisted", contact, account: before.id })),
      ...joining.flatMap((j) => j.keep),
      ...(turn === "off" || turn === "gone" ? [{ keep: "end-holder-sessions", account: before.id } as const] : []),
    ],
  });
  return outcome.refused;
}

function turnOf(before: StandingUser, wanted: ReturnType<Wish>): ProvidedChange["turn"] {
  if (wanted.gone) return before.gone ? null : "gone";
  if (before.gone) return wanted.active ? "on" : "off";
  return wanted.active === before.active ? null : wanted.active ? "on" : "off";
}

interface NewRow {
  id: string;
  createdAt: string;
  wanted: ProvidedUser;
  mask: string;
}

/** Set 0 is what no import brought. What an import names by the same external id is this account. */
const accountRow = (door: Door, { id, createdAt, wanted, mask }: NewRow) => ({
  id,
  set_id: 0,
  external: wanted.externalId === null ? randomBytes(32) : door.secrets.lookup("external", wanted.externalId),
  region: "",
  created_at: createdAt,
  status: "active",
  second_factor: "none",
  locale: "",
  name_mask: maskName(nameShown(wanted)),
  contact_mask: mask,
  salt: randomBytes(16),
});

const maskOf = (k: ProvidedContact | undefined): string => (k ? maskContact(k.kind, k.value) : "");

const provider = (account: string, request: string) =>
  ({ stream: "case", account, ticket: null, actor: identityProvider, request }) as const;
