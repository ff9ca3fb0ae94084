import type { Account } from "domain/account";
import { type CaseFacts, resemblesNothing } from "domain/case";
import type { Recorded } from "domain/event";
import { firstSpeakers } from "domain/first-word";
import { withHolders } from "domain/fold-holder";
import { documentOf } from "domain/policies";
import type { Actor, Member } from "domain/staff";
import { standInRecord } from "domain/stand-in";
import type { Ticket } from "domain/ticket";
import { type Instant, instantOf } from "domain/time";
import { type CaseReading, type Masks, noMask } from "domain/view-case";
import type { Db } from "../engine";
import { joinedLater, loadDesk, loadMember, questionsWithSets, visibleSets } from "../load";
import { erasedRecord, recordFrom } from "../load-record";
import { loadRisk, newContactDigest } from "../load-risk";
import { apartFrom, loadTies } from "../load-ties";
import { recordedIn } from "../recorded-in";
import { standInRows, standInState } from "../stand-in";

/** A case as one reader's request finds it, without what is in the vault. */
export type StoredCase = Omit<CaseReading, "names" | "say" | "texts" | "vouchNumber" | "now">;
export type WhichTicket = { number: number } | { id: string };

/** Reads a ticket with all its screens rest on, in at most fifteen queries; null when there is no such ticket. */
export async function readCase(reader: Db, which: WhichTicket, actor: Actor, now: Instant): Promise<StoredCase | null> {
  const row = await ticketRow(reader, which);
  if (!row) return null;
  const ticket = JSON.parse(row.doc) as Ticket;
  const account = row.state === null ? null : (JSON.parse(row.state) as Account);
  const newContact = await newContactDigest(reader.sql, ticket.newContact?.id ?? null);
  const [directory, entries, who, desk, ties, members, risk] = await Promise.all([
    readDirectory(reader, ticket.account, { set: row.set_id ?? 0, standIn: account?.standIn === true }),
    readEntries(reader, ticket.id),
    loadMember(reader.sql, actor),
    loadDesk(reader.sql),
    loadTies(reader.sql, ticket.account),
    readMembers(reader, [...ticket.approvals.map((a) => a.by), ...firstSpeakers({ ticket, account })]),
    loadRisk(reader.sql, { account: ticket.account, ticket: ticket.id, newContact }, now),
  ]);
  const record = rowOf(row, ticket.account, account?.standIn === true);
  const { isOwn, ...ofStaff } = apartFrom(ties, { ticket, account }, directory.facts.imported);
  const apart = { ...risk, ...ofStaff, ownAccount: isOwn(who.samePerson) };
  const rules = documentOf(ticket.policy, desk.policies);
  const asked = { nextNumber: 0, tried: false, resembles: resemblesNothing, openedLately: 0 };
  const beside = { policy: desk.policy, rules, clockJump: desk.clockJump !== null, ...asked };
  const own = withHolders(directory.facts, account);
  const facts: CaseFacts = { actor, ...who, record, ...apart, ...directory.facts, ...own, ...beside, members };
  const { facts: _, ...imported } = directory;
  const shown = { ...imported, ...shownOf(imported, account) };
  return { ticket, account, facts, holder: row.name_mask ?? noMask, region: row.region ?? noMask, ...shown, entries };
}

/** What is shown of devices and answers, as their holder changed them; the words of chosen questions are in the vault. */
function shownOf({ bound, weakAnswers }: Omit<Directory, "facts">, account: Account | null) {
  const added = (account?.devices ?? []).map((d) => [d.id, d.at] as const);
  return {
    bound: { ...bound, ...Object.fromEntries(added) },
    // A common answer that was chosen would have been refused.
    weakAnswers: account?.chosen ? 0 : weakAnswers,
  };
}

/** The reference row beside a ticket; where its account was erased there is none. */
function rowOf(
  row: { created_at: string | null; status: string | null; second_factor: string | null },
  id: string,
  standIn: boolean,
): CaseFacts["record"] {
  const { created_at, status, second_factor } = row;
  if (standIn) return standInRecord(id);
  return created_at === null || status === null || second_factor === null
    ? erasedRecord(id)
    : recordFrom({ id, created_at, status, second_factor });
}

function ticketRow(reader: Db, which: WhichTicket) {
  const rows = reader.sql
    .selectFrom("ticket as t")
    .leftJoin("account as a", "a.id", "t.account_id")
    .leftJoin("account_state as s", "s.account_id", "t.account_id")
    .leftJoin("provided_name as p", "p.account_id", "t.account_id")
    .select(["t.doc", "s.doc as state", "a.region", "a.set_id", "a.created_at", "a.status", "a.second_factor"])
    .select((eb) => eb.fn.coalesce("p.name_mask", "a.name_mask").as("name_mask"));
  // By its number the desk asks, for which there are no stand-ins.
  const one =
    "number" in which
      ? rows.where("t.number", "=", which.number).where("t.state", "!=", standInState)
      : rows.where("t.id", "=", which.id);
  return one.executeTakeFirst();
}

type FromDirectory = Pick<CaseFacts, "imported" | "devices" | "questions" | "joined">;
interface Directory {
  facts: FromDirectory;
  masks: Masks;
  bound: Record<string, Instant>;
  /** The questions on file in words, by id. */
  questions: Record<string, string>;
  weakAnswers: number;
}

async function readDirectory(
  reader: Db,
  account: string,
  { set: accountSet, standIn }: { set: number; standIn: boolean },
): Promise<Directory> {
  const { sql } = reader;
  const visible = visibleSets(sql);
  const [contacts, devices, answers] = await Promise.all([
    contactsWithMasks(reader, account),
    sql
      .selectFrom("device")
      .select(["id", "bound_at"])
      .where("account_id", "=", account)
      .where("set_id", "in", visible)
      .execute(),
    standIn
      ? standInRows(sql, account)
      : questionsWithSets(sql, account).leftJoin("question as q", "q.id", "n.question_id").select("q.text").execute(),
  ]);
  return {
    facts: {
      imported: contacts.flatMap((k) =>
        k.verified_at === null ? [] : [contactFrom({ ...k, verified_at: k.verified_at })],
      ),
      devices: devices.length,
      questions: answers.map((a) => a.id),
      // Which device a serial will match is not known yet.
      joined: { device: null, questions: joinedLater(answers, accountSet) },
    },
    masks: masksFrom(contacts),
    bound: Object.fromEntries(devices.map((d) => [d.id, instantOf(d.bound_at)])),
    questions: Object.fromEntries(answers.map((a) => [a.id, a.text ?? ""])),
    weakAnswers: answers.filter((a) => a.weak === 1).length,
  };
}

/** The contacts on file, and those that tickets named (without a time of verification), in the order of their ids. */
function contactsWithMasks({ sql }: Db, account: string) {
  return sql
    .selectFrom("contact")
    .select((eb) => ["id", "kind", "mask", eb.ref("verified_at").$castTo<string | null>().as("verified_at")])
    .where("account_id", "=", account)
    .where("set_id", "in", visibleSets(sql))
    .unionAll(
      sql
        .selectFrom("new_contact")
        .select((eb) => ["id", "kind", "mask", eb.lit(null).$castTo<string | null>().as("verified_at")])
        .where("account_id", "=", account),
    )
    .orderBy("id")
    .execute();
}

/** An imported contact as decisions see it. */
export const contactFrom = (row: { id: string; kind: string; verified_at: string }): CaseFacts["imported"][number] => ({
  id: row.id,
  kind: row.kind as "email" | "phone",
  since: instantOf(row.verified_at),
  endedAt: null,
});

/** Masks by contact id. */
export const masksFrom = (rows: readonly { id: string; mask: string }[]): Masks =>
  Object.fromEntries(rows.map((r) => [r.id, r.mask]));

const mostEntries = 300;

/** The newest entries of a ticket, oldest first. */
async function readEntries(reader: Db, ticket: string): Promise<Recorded[]> {
  const rows = await reader.sql
    .selectFrom("entry")
    .select("bytes")
    .where("object", "=", ticket)
    .orderBy("seq", "desc")
    .limit(mostEntries)
    .execute();
  return rows.map((row) => recordedIn(row.bytes)).reverse();
}

async function readMembers(reader: Db, ids: string[]): Promise<Record<string, Member>> {
  if (ids.length === 0) return {};
  const rows = await reader.sql.selectFrom("staff").select(["id", "doc"]).where("id", "in", ids).execute();
  return Object.fromEntries(rows.map((r) => [r.id, JSON.parse(r.doc) as Member]));
}
