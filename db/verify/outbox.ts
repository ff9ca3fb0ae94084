import type { Recorded } from "domain/event";
import { messagesOf } from "domain/message";
import type { Kysely } from "kysely";
import { recordedIn } from "../recorded-in";
import type { Tables } from "../schema";
import { tampered } from "./verdict";

type Outbox = Pick<Tables["outbox"], "id" | "template" | "ticket_id" | "account_id" | "contact_id" | "kind">;
/** A row the outbox must have, and the entry that asked for it. */
export interface Asked {
  row: Outbox;
  generation: number;
  seq: number;
}

/** The messages an entry asks for; of two that ask for the same one the first stands, as the ledger has it. */
export function ask(asked: Map<string, Asked>, e: Recorded): void {
  for (const m of messagesOf(e)) {
    if (asked.has(m.id)) continue;
    const row = {
      id: m.id,
      template: m.template,
      ticket_id: e.object,
      account_id: e.subject,
      contact_id: m.contact,
      kind: m.kind,
    };
    asked.set(m.id, { row, generation: m.generation, seq: e.seq });
  }
}

const atOnce = 1000;

/** Compares the outbox with the messages entries asked for; how delivery went is not in the entries. */
export async function compareAsked(sql: Kysely<Tables>, asked: Asked[]): Promise<void> {
  for (let i = 0; i < asked.length; i += atOnce) {
    const some = asked.slice(i, i + atOnce);
    const ids = some.map((a) => a.row.id);
    const rows = await sql
      .selectFrom("outbox")
      .select([...fields, "doc"])
      .where("id", "in", ids)
      .execute();
    const byId = new Map(rows.map((r) => [r.id, r]));
    for (const one of some) compareMessage(one, byId.get(one.row.id));
  }
}

const fields = ["id", "template", "ticket_id", "account_id", "contact_id", "kind"] as const;

function compareMessage({ row, generation, seq }: Asked, actual: (Outbox & { doc: string }) | undefined): void {
  if (!actual)
    throw tampered("row-missing", seq, `The outbox row ${row.id}, which entry ${seq} asked for, is missing.`);
  const column =
    fields.find((f) => row[f] !== actual[f]) ?? (actual.doc === JSON.stringify({ generation }) ? null : "doc");
  if (column)
    throw tampered(
      "row-differs",
      seq,
      `The outbox row ${row.id} is not what entry ${seq} asked for: its ${column} differs.`,
    );
}

/** Names an outbox row that no entry asked for, when there are more rows than were asked for. */
export async function findUnasked(sql: Kysely<Tables>, asked: number): Promise<void> {
  const { n } = await sql
    .selectFrom("outbox")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  if (Number(n) === asked) return;
  for (let after = ""; ; ) {
    const rows = await sql
      .selectFrom("outbox")
      .select(["id", "ticket_id", "account_id"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(atOnce)
      .execute();
    const tickets = [...new Set(rows.flatMap((r) => r.ticket_id ?? []))];
    const accounts = [...new Set(rows.flatMap((r) => (r.ticket_id === null ? (r.account_id ?? []) : [])))];
    const known = new Set([
      ...(await messagesFor(sql, "object", tickets)),
      ...(await messagesFor(sql, "subject", accounts)),
    ]);
    const extra = rows.find((r) => !known.has(r.id));
    if (extra) throw tampered("row-unfounded", null, `No entry asked for the outbox row ${extra.id}.`);
    const last = rows[rows.length - 1];
    if (!last || rows.length < atOnce)
      throw tampered("row-unfounded", null, `The outbox holds ${n} rows and entries asked for ${asked}.`);
    after = last.id;
  }
}

const asking = [
  "contact.code-sent",
  "grant.issued",
  "ticket.reminded",
  "ticket.released",
  "ticket.rejected",
  "ticket.cancelled",
  "ticket.expired",
  "appeal.answered",
  "holder.notified",
  "account.notified",
  "forgotten.sent",
  "own-contact.asked",
  "factor.code-sent",
  "glass.broken",
] as const;

/** The messages that the entries of these tickets, or of these accounts, asked for. */
async function messagesFor(sql: Kysely<Tables>, of: "object" | "subject", ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await sql.selectFrom("entry").select("bytes").where(of, "in", ids).where("type", "in", asking).execute();
  return new Set(rows.flatMap((r) => messagesOf(recordedIn(r.bytes)).map((m) => m.id)));
}
