import { beginImport, finishImport } from "domain/import";
import { addMember } from "domain/member";
import type { Actor, Role } from "domain/staff";
import { days, isoOf } from "domain/time";
import type { Db } from "./engine";
import { digestOfSet } from "./import-digest";
import { type Ledger, openLedger } from "./ledger";
import type { Outcome } from "./outcome";
import { putOnFile } from "./testing-account";

/** Support for tests of the trail: a small desk's story, every step taken through the ledger, on a clock the teller moves. */
export interface Teller {
  now: number;
  ledger: Ledger;
  db: Db;
}
export const tellerOf = (db: Db): Teller => {
  const teller: Teller = {
    now: Date.parse("2026-03-02T09:00:00.000Z"),
    db,
    ledger: openLedger(db, { now: () => teller.now }),
  };
  return teller;
};

export const staffed = (id: string, role: Role): Actor => ({
  id: `staff:${id}`,
  role,
  auth: "password+totp",
  session: "00112233aabbccdd",
});
export const cli: Actor = { id: "cli:test", role: "cli", auth: "none", session: null };
export const ivy = staffed("ivy", "auditor");

/** Staff join: two agents, two supervisors, an auditor. */
export async function tellStaff(t: Teller): Promise<void> {
  const cast = [
    ["ada", "agent"],
    ["bob", "agent"],
    ["sam", "supervisor"],
    ["max", "supervisor"],
    ["ivy", "auditor"],
  ] as const;
  for (const [id, role] of cast)
    await granted(
      t.ledger.enact({ stream: "staff", id, actor: cli, request: `add-${id}`, decide: addMember(`p-${id}`, role) }),
    );
}

/** Two accounts with contacts, devices and answers come in by one import. */
export async function tellImport(t: Teller): Promise<void> {
  const set = "import-1";
  const files = [{ file: "accounts.csv", sha256: "ab".repeat(32) }];
  await granted(
    t.ledger.enact({ stream: "desk", object: set, actor: cli, request: "import", decide: beginImport({ set, files }) }),
  );
  await t.db.sql.insertInto("directory_set").values({ id: 1, import_id: set, visible_at: null }).execute();
  for (const account of ["hal", "ida"]) await putAccount(t.db, account);
  const rows = await digestOfSet(t.db, set);
  const decide = finishImport({ set, files, rows, refused: 0 });
  await granted(
    t.ledger.enact({
      stream: "desk",
      object: set,
      actor: cli,
      request: "import",
      decide,
      keep: [{ keep: "import-visible", set: 1, at: isoOf(t.now) }],
    }),
  );
}

function putAccount({ sql }: Db, id: string): Promise<void> {
  const digest = (what: string) => Buffer.from(`${what}-of-${id}`);
  return putOnFile(sql, id, {
    set: 1,
    external: digest("external"),
    contacts: (["email", "phone"] as const).map((kind) => ({ id: `${kind}-${id}`, kind, digest: digest(kind) })),
    devices: ["d1", "d2"].map((device) => ({ id: `${device}-${id}`, short: digest(device) })),
    answers: ["pet", "street", "school"].map((question) => ({ id: `${question}-${id}`, question })),
  });
}

/** Some days go by. */
export const wait = (t: Teller, n: number): void => {
  t.now += days(n);
};

/** The outcome of a step of the story; throws for a refusal, which is a mistake in the story. */
export async function granted(outcome: Promise<Outcome>): Promise<Outcome> {
  const o = await outcome;
  if (o.refused !== null) throw new Error(`Refused: ${o.refused}.`);
  return o;
}
