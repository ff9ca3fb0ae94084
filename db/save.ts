import { type Account, evolveAccount } from "domain/account";
import type { Case } from "domain/case";
import { type Desk, evolveDesk } from "domain/desk";
import type { Recorded } from "domain/event";
import { evolveMember } from "domain/member";
import { messagesOf } from "domain/message";
import { unreviewed } from "domain/risk";
import { waitsForLookSince } from "domain/sample";
import type { Member } from "domain/staff";
import { evolveTicket, isLive, type Ticket } from "domain/ticket";
import { isoOf } from "domain/time";
import { isAhead, lacksNewContact } from "domain/verify";
import type { Transaction } from "kysely";
import { handleOf } from "./handle";
import type { Tables } from "./schema";
import { standInState, unheardState } from "./stand-in";

type Tx = Transaction<Tables>;

/** Folds new entries into a case and writes the rows that follow from them. */
export async function saveCase(tx: Tx, before: Case, entries: Recorded[]): Promise<void> {
  const ticket = entries.reduce(evolveTicket, before.ticket);
  const account = entries.reduce(evolveAccount, before.account);
  const seq = entries[entries.length - 1]?.seq ?? 0;
  if (ticket && ticket !== before.ticket) await put(tx, "ticket", "id", ticketRow(ticket, seq));
  if (account && account !== before.account) await put(tx, "account_state", "account_id", accountRow(account, seq));
  const approvals = entries.flatMap(approvalRow);
  if (approvals.length > 0) await tx.insertInto("approval").values(approvals).execute();
}

export async function saveMember(tx: Tx, before: Member | null, entries: Recorded[]): Promise<void> {
  const member = entries.reduce(evolveMember, before);
  if (member && member !== before)
    await put(tx, "staff", "id", memberRow(member, entries[entries.length - 1]?.seq ?? 0));
}

export async function saveDesk(tx: Tx, before: Desk, entries: Recorded[]): Promise<void> {
  const desk = entries.reduce(evolveDesk, before);
  if (desk !== before) await put(tx, "desk_state", "id", deskRow(desk, entries[entries.length - 1]?.seq ?? 0));
}

/** Effects outside are outbox rows of the same transaction; the worker carries them out. */
export async function queueMessages(tx: Tx, entries: Recorded[]): Promise<void> {
  await queueAgain(tx, entries);
  const rows = entries.flatMap((e) => messagesOf(e).map((m) => ({ m, e })));
  if (rows.length === 0) return;
  const at = isoOf(rows[0]?.e.at ?? 0);
  await tx
    .insertInto("outbox")
    .values(
      rows.map(({ m, e }) => ({
        id: m.id,
        template: m.template,
        ticket_id: e.object,
        account_id: e.subject,
        contact_id: m.contact,
        kind: m.kind,
        doc: JSON.stringify({ generation: m.generation }),
        created_at: at,
        due_at: at,
        leased_until: null,
        attempts: 0,
        done_at: null,
        failed_at: null,
        error: null,
        handle: handleOf(m.id),
        reference: null,
        delivered_at: null,
        erred_at: null,
        retries: 0,
        unheard: 0,
      })),
    )
    .onConflict((c) => c.column("id").doNothing())
    .execute();
}

/** A message that failed for good is due again, as if it had never been tried; one that did not is left alone. */
async function queueAgain(tx: Tx, entries: Recorded[]): Promise<void> {
  for (const e of entries) {
    if (e.type !== "message.retried") continue;
    const at = isoOf(e.at);
    await tx
      .updateTable("outbox")
      .set({ due_at: at, attempts: 0, done_at: null, failed_at: null, leased_until: null, delivered_at: null })
      .set((eb) => ({ retries: eb("retries", "+", 1) }))
      .where("id", "=", e.data.message)
      .where("failed_at", "is not", null)
      .execute();
  }
}

/** The row that follows from a ticket: the verifier makes it again from the entries and compares. */
export function ticketRow(t: Ticket, seq: number): Tables["ticket"] {
  const sampledAt = waitsForLookSince(t);
  return {
    id: t.id,
    account_id: t.account,
    number: t.number,
    reference: t.reference,
    state: listedState(t),
    tier: t.tier,
    agent: t.agent,
    loss: lossKey(t),
    opened_at: isoOf(t.openedAt),
    touched_at: isoOf(t.touchedAt),
    hold_ends_at: t.hold?.endsAt ? isoOf(t.hold.endsAt) : null,
    pressed_at: pressedAt(t),
    glass_until: t.glass?.open ? isoOf(t.glass.open.until) : null,
    sampled_at: sampledAt === null ? null : isoOf(sampledAt),
    doc: JSON.stringify(t),
    seq,
  };
}

/** Lists, counts and sums of the desk go by this: none asks for what fits no account, or for a request whose contact nobody confirmed yet. */
function listedState(t: Ticket): string {
  if (t.standIn) return standInState;
  return isAhead(t) && lacksNewContact(t) ? unheardState : t.state;
}

/** Since when a live ticket waits for a supervisor because its agent was pressed. */
function pressedAt(t: Ticket): string | null {
  const open = t.pressure?.find((p) => p.until === null);
  return open && isLive(t.state) ? isoOf(open.at) : null;
}

export const accountRow = (a: Account, seq: number): Tables["account_state"] => ({
  account_id: a.id,
  proposed_at: a.erasure ? isoOf(a.erasure.at) : null,
  held_at: a.legalHold ? isoOf(a.legalHold.at) : null,
  erased_at: a.erased ? isoOf(a.erased.at) : null,
  safety_at: a.safety ? isoOf(a.safety.at) : null,
  flagged_at: a.standIn ? null : flaggedAt(a),
  doc: JSON.stringify(a),
  seq,
});

/** When the oldest flag that nobody looked at was raised. */
function flaggedAt(a: Account): string | null {
  const [oldest] = unreviewed(a);
  return oldest ? isoOf(oldest.at) : null;
}

export const memberRow = (m: Member, seq: number): Tables["staff"] => ({
  id: m.id,
  person: m.person,
  role: m.role,
  disabled_at: m.disabledAt === null ? null : isoOf(m.disabledAt),
  doc: JSON.stringify(m),
  seq,
});

export const deskRow = (d: Desk, seq: number): Tables["desk_state"] => ({ id: 1, doc: JSON.stringify(d), seq });

/** The row of the one approval an entry is, if it is one. */
export function approvalRow(e: Recorded): Tables["approval"][] {
  if (e.type !== "ticket.approved") return [];
  return [
    {
      ticket_id: e.object ?? "",
      round: e.data.round,
      staff_id: e.data.by,
      packet: e.data.packet,
      at: isoOf(e.at),
      seq: e.seq,
    },
  ];
}

/** What was lost, as the queue filters by it: `email+phone`. */
const lossKey = (t: Ticket): string =>
  (["password", "secondFactor", "email", "phone"] as const).filter((k) => t.loss[k]).join("+");

type FoldedTable = "ticket" | "account_state" | "staff" | "desk_state";

/** Inserts or updates one folded row; triggers see to it that it follows an entry. */
async function put<T extends FoldedTable>(tx: Tx, table: T, key: string, row: Tables[T]): Promise<void> {
  const change = Object.fromEntries(Object.entries(row).filter(([k]) => k !== key));
  await tx
    .insertInto(table as FoldedTable)
    .values(row as never)
    .onConflict((c) => c.column(key as never).doUpdateSet(change as never))
    .execute();
}
