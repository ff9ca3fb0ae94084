import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./schema";

/** What a test needs to say of an account on file; of the rest there is nothing, or what is said here. */
export interface OnFile {
  /** The import it came with; 0 is what needed none. */
  set?: number;
  /** Its number in the directory that was imported. */
  external?: Buffer;
  region?: string;
  /** When it was made, its contacts confirmed and its devices bound. */
  since?: string;
  secondFactor?: "none" | "totp" | "sms";
  masks?: { name: string; contact: string };
  contacts?: readonly { id: string; kind: "email" | "phone"; mask?: string; digest?: Buffer }[];
  devices?: readonly { id: string; short: Buffer; whole?: Buffer; near?: Buffer; since?: string }[];
  /** Its answers, by the ids of their questions. */
  answers?: readonly { id: string; question: string; hash?: string }[];
}
type Sql = Kysely<Tables> | Transaction<Tables>;

/** Puts an account on file as an import does: rows of reference, which no entry is folded into. */
export async function putOnFile(sql: Sql, id: string, a: OnFile = {}): Promise<void> {
  const since = a.since ?? "2020-01-01T00:00:00.000Z";
  const of = { account_id: id, set_id: a.set ?? 0 };
  await sql
    .insertInto("account")
    .values(accountRow(id, since, a))
    .execute();
  const contacts = (a.contacts ?? []).map((k) => ({
    ...of,
    id: k.id,
    kind: k.kind,
    mask: k.mask ?? "•••• 42",
    digest: k.digest ?? Buffer.from(k.id),
    verified_at: since,
  }));
  if (contacts.length > 0) await sql.insertInto("contact").values(contacts).execute();
  const devices = (a.devices ?? []).map((d) => ({
    ...of,
    id: d.id,
    short: d.short,
    whole: d.whole ?? null,
    near: d.near ?? d.short,
    bound_at: d.since ?? since,
  }));
  if (devices.length > 0) await sql.insertInto("device").values(devices).execute();
  const answers = (a.answers ?? []).map((one) => ({
    ...of,
    id: one.id,
    question_id: one.question,
    algorithm: 1,
    hash: one.hash ?? "x",
    hardened_at: null,
    weak: 0,
  }));
  if (answers.length > 0) await sql.insertInto("answer").values(answers).execute();
}

const accountRow = (id: string, since: string, a: OnFile) => ({
  id,
  set_id: a.set ?? 0,
  external: a.external ?? Buffer.from(id),
  region: a.region ?? "eu",
  created_at: since,
  status: "active",
  second_factor: a.secondFactor ?? "none",
  locale: "en",
  name_mask: a.masks?.name ?? "H•••",
  contact_mask: a.masks?.contact ?? "h•••",
});
