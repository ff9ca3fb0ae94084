import { days, isoOf } from "domain/time";
import type { Transaction } from "kysely";
import type { Tables } from "../schema";
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
  const set = a.set ?? 0;
  await tx
    .insertInto("account")
    .values({
      id,
      set_id: set,
      external: digest(`x-${id}`),
      region: a.region ?? "eu",
      created_at: longAgo,
      status: "active",
      second_factor: a.secondFactor ?? "none",
      locale: "en",
      name_mask: `H••• ${id}`,
      contact_mask: `h•••@${id}`,
    })
    .execute();
  const contacts = [
    { id: `${id}-mail`, kind: "email", value: a.email ?? `${id}@mail` },
    { id: `${id}-phone`, kind: "phone", value: a.phone ?? `${id}-555` },
  ];
  await tx
    .insertInto("contact")
    .values(
      contacts.map((c) => ({
        id: c.id,
        account_id: id,
        set_id: set,
        kind: c.kind,
        mask: `mask-${c.id}`,
        digest: digest(c.value),
        verified_at: longAgo,
      })),
    )
    .execute();
  const found = [
    { kind: "username", value: id, contact: null },
    { kind: "name", value: a.name ?? `name ${id}`, contact: null },
    ...contacts.map((c) => ({ kind: c.kind, value: c.value, contact: c.id })),
  ];
  await tx
    .insertInto("lookup")
    .values(
      found.map((f) => ({ kind: f.kind, digest: digest(f.value), account_id: id, set_id: set, contact_id: f.contact })),
    )
    .execute();
  await importProofs(tx, id, a, set);
}

async function importProofs(tx: Transaction<Tables>, id: string, a: Imported, set: number): Promise<void> {
  const devices = (a.devices ?? [{ short: `${id}-1` }, { short: `${id}-2` }]).map((d, i) => ({
    id: `${id}-d${i + 1}`,
    account_id: id,
    set_id: set,
    short: digest(d.short),
    whole: d.whole ? digest(d.whole) : null,
    near: digest(d.near ?? d.short),
    bound_at: isoOf(Date.parse("2019-05-01T00:00:00.000Z")),
  }));
  await tx.insertInto("device").values(devices).execute();
  const answers = ["q1", "q2", "q3"].map((q) => ({
    id: `${id}-${q}`,
    account_id: id,
    set_id: set,
    question_id: q,
    algorithm: 1,
    hash: `hash-${id}-${q}`,
    hardened_at: null,
    weak: 0,
  }));
  await tx.insertInto("answer").values(answers).execute();
}
