import type { Decide } from "domain/case";
import { recordSerial, reserveSerial } from "domain/check-serial";
import { claim } from "domain/claim";
import { beginImport, finishImport } from "domain/import";
import { stepUp } from "domain/member";
import { open } from "domain/open";
import { approvalObject, approve, openPacket } from "domain/review";
import type { Actor } from "domain/staff";
import { submit } from "domain/submit";
import type { Ticket } from "domain/ticket";
import { isoOf, type Millis, minutes, seconds } from "domain/time";
import { digestOfSet } from "./import-digest";
import type { Outcome } from "./outcome";
import { putOnFile } from "./testing-account";
import { cli, granted, staffed, type Teller } from "./testing-trail";

/** Support for tests of watching: forgotten passwords, worked, submitted and approved, every step through the ledger. */

/** Accounts that come in by one import, each with a contact and a device. */
export async function tellAccounts(t: Teller, set: number, accounts: readonly string[]): Promise<void> {
  const name = `import-${set}`;
  const files = [{ file: "accounts.csv", sha256: "ab".repeat(32) }];
  const desk = { stream: "desk", object: name, actor: cli, request: name } as const;
  await granted(t.ledger.enact({ ...desk, decide: beginImport({ set: name, files }) }));
  await t.db.sql.insertInto("directory_set").values({ id: set, import_id: name, visible_at: null }).execute();
  for (const account of accounts)
    await putOnFile(t.db.sql, account, {
      set,
      contacts: [{ id: `mail-${account}`, kind: "email" }],
      devices: [{ id: `device-${account}`, short: Buffer.from(`short-${account}`) }],
    });
  const rows = await digestOfSet(t.db, name);
  const keep = [{ keep: "import-visible", set, at: isoOf(t.now) }] as const;
  await granted(t.ledger.enact({ ...desk, decide: finishImport({ set: name, files, rows, refused: 0 }), keep }));
}

export interface Signing {
  account: string;
  ticket: string;
  agent: string;
  supervisor: string;
  /** From opening the packet to the approval. */
  took: Millis;
}

/** One forgotten password from the call to its approval; the account has a device and a contact. */
export async function tellApproval(t: Teller, { account, ticket, agent, supervisor, took }: Signing): Promise<void> {
  const on = (actor: Actor, decide: Decide): Promise<Outcome> =>
    granted(t.ledger.enact({ stream: "case", account, ticket, actor, request: "told", decide }));
  const [worker, signer] = [staffed(agent, "agent"), staffed(supervisor, "supervisor")];
  const device = await deviceOf(t, account);
  const loss = { password: true, secondFactor: false, email: false, phone: false };
  await on(worker, open({ ticket, reference: `R-${ticket}`, loss }));
  await on(worker, claim());
  await on(worker, reserveSerial(`try-${ticket}`));
  await on(
    worker,
    recordSerial({ attempt: `try-${ticket}`, result: "match", device, whole: true, evidence: `e-${ticket}` }),
  );
  await on(worker, submit());
  t.now += minutes(3);
  await on(signer, openPacket());
  t.now += took;
  const { packet } = await ticketNow(t, ticket);
  const made = { id: `step-${ticket}`, act: "approve", object: approvalObject(ticket, packet?.hash ?? "") };
  const step = Math.floor(t.now / seconds(30));
  await granted(
    t.ledger.enact({
      stream: "staff",
      id: supervisor,
      actor: signer,
      request: "told",
      decide: stepUp({ ...made, step }),
    }),
  );
  const signed = { packet: packet?.hash ?? "", stepUp: made.id, reason: "evidence-complete", note: null };
  await on(signer, approve(signed));
  t.now += minutes(1);
}

async function deviceOf({ db }: Teller, account: string): Promise<string> {
  const row = await db.sql
    .selectFrom("device")
    .select("id")
    .where("account_id", "=", account)
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function ticketNow({ db }: Teller, id: string): Promise<Ticket> {
  const row = await db.sql.selectFrom("ticket").select("doc").where("id", "=", id).executeTakeFirstOrThrow();
  return JSON.parse(row.doc) as Ticket;
}
