import { randomBytes } from "node:crypto";
import { cleanEmail } from "domain/email";
import { maskContact } from "domain/mask";
import type { NewContact } from "domain/provide";
import { commitmentOf } from "domain/trail/entry";
import { uuidv7 } from "uuidv7";
import { cleanPhone } from "~/directory/phone.server";
import type { Door, Keep } from "~/door.server";
import { contactsByDigest, type ProvidedContact, type ProvidedUser, type StandingUser } from "~/read-provided.server";
import type { sealerOf } from "./provided-names.server";

type Cleaned = ProvidedContact & { digest: Buffer };

/** What comes and goes. A value that is on the account by its holder or a recovery stays theirs, and is not added again. */
export async function moved(door: Door, before: StandingUser, list: readonly ProvidedContact[]) {
  const known = (k: ProvidedContact) => before.contacts.find((b) => b.kind === k.kind && b.value === k.value);
  const kept = list.flatMap((k) => known(k)?.id ?? []);
  const unknown: Cleaned[] = list
    .filter((k) => !known(k))
    .map((k) => ({ ...k, digest: door.secrets.lookup(k.kind, k.value) }));
  const ids = await contactsByDigest(
    door,
    before.id,
    unknown.map((k) => k.digest),
  );
  const isThere = (k: Cleaned) => (ids.get(k.digest.toString("hex")) ?? []).some((id) => before.live.includes(id));
  return {
    add: unknown.filter((k) => !isThere(k)).map(({ digest: _, ...k }) => ({ ...k, id: newId() })),
    kept: list.flatMap((k) => {
      const id = known(k)?.id;
      return id === undefined ? [] : [{ ...k, id }];
    }),
    drop: before.contacts.flatMap((b) => (kept.includes(b.id) ? [] : [b.id])),
  };
}

/** Contacts as they are kept and compared, each once; or why one of them is none. One that is there already is as it was kept. */
export function cleanedContacts(
  { contacts }: ProvidedUser,
  standing: readonly ProvidedContact[] = [],
): { list: ProvidedContact[] } | { refused: string } {
  const list = new Map<string, ProvidedContact>();
  for (const k of contacts) {
    const isKept = standing.some((b) => b.kind === k.kind && b.value === k.value);
    const value = isKept ? k.value : k.kind === "email" ? cleanEmail(k.value) : cleanPhone(k.value);
    if (value === null) return { refused: k.kind === "email" ? "not-an-address" : "not-a-phone-number" };
    if (!list.has(`${k.kind}:${value}`)) list.set(`${k.kind}:${value}`, { ...k, value });
  }
  return { list: [...list.values()] };
}

/** A new contact for the decision, and what is kept of it. */
export function joined(
  door: Door,
  account: string,
  { id, kind, value }: ProvidedContact & { id: string },
  seal: Awaited<ReturnType<typeof sealerOf>>,
): { contact: NewContact; keep: Keep[] } {
  const salt = randomBytes(32);
  const digest = door.secrets.lookup(kind, value);
  return {
    contact: { contact: id, kind, commitment: commitmentOf(salt, value) },
    keep: [
      seal(id, "value", value),
      seal(id, "value.salt", salt),
      {
        keep: "new-contact",
        row: { id, ticket_id: "", account_id: account, kind, mask: maskContact(kind, value), digest },
      },
      { keep: "contact-lookup", contact: id, account },
    ],
  };
}

/** The id of a new account or contact. */
export const newId = (): string => uuidv7().replaceAll("-", "");
