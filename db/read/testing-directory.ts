import { days, isoOf } from "domain/time";
import type { Transaction } from "kysely";
import type { Tables } from "../schema";
import { putOnFile } from "../testing-account";
import { monday, type TestDesk } from "./testing-desk";

const longAgo = isoOf(monday - days(2000));
/** The keyed digest of a value, as far as a test has to tell values apart. */
export const digest = (value: string): Buffer => Buffer.from(value.padEnd(32, "."));

export interface Imported {
  set?: number;
  region?: string;
  secondFactor?: "none" | "totp";
  /** Full name, e-mail, phone: what look-ups find it by; the masks are made of the id. */
  name?: string;
  email?: string;
  phone?: string;
  devices?: { short: string; whole?: string; near?: string }[];
}

/** Puts an account into the directory as an import does: reference rows are not folded. */
export const importAccount = ({ writer }: TestDesk, id: string, a: Imported = {}): Promise<void> =>
  writer.sql.transaction().execute((tx) => importInto(tx, id, a));

async function importInto(tx: Transaction<Tables>, id: string, a: Imported): Promise<void> {
  const contacts = [
    { id: `${id}-mail`, kind: "email", value: a.email ?? `${id}@mail` },
    { id: `${id}-phone`, kind: "phone", value: a.phone ?? `${id}-555` },
  ] as const;
  await putOnFile(tx, id, {
    ...a,
    external: digest(`x-${id}`),
    since: longAgo,
    masks: { name: `H••• ${id}`, contact: `h•••@${id}` },
    contacts: contacts.map((k) => ({ ...k, mask: `mask-${k.id}`, digest: digest(k.value) })),
    devices: (a.devices ?? [{ short: `${id}-1` }, { short: `${id}-2` }]).map((d, i) => ({
      id: `${id}-d${i + 1}`,
      short: digest(d.short),
      whole: d.whole ? digest(d.whole) : undefined,
      near: digest(d.near ?? d.short),
      since: "2019-05-01T00:00:00.000Z",
    })),
    answers: ["q1", "q2", "q3"].map((question) => ({
      id: `${id}-${question}`,
      question,
      hash: `hash-${id}-${question}`,
    })),
  });
  const found = [
    { kind: "username", value: id, contact: null },
    { kind: "name", value: a.name ?? `name ${id}`, contact: null },
    ...contacts.map((c) => ({ kind: c.kind, value: c.value, contact: c.id })),
  ];
  const of = { account_id: id, set_id: a.set ?? 0 };
  await tx
    .insertInto("lookup")
    .values(found.map((f) => ({ ...of, kind: f.kind, digest: digest(f.value), contact_id: f.contact })))
    .execute();
}
