import type { Account } from "domain/account";
import { type Case, type CaseFacts, resemblesNothing } from "domain/case";
import { type Desk, newDesk } from "domain/desk";
import { firstSpeakers } from "domain/first-word";
import { addedAt, withHolders } from "domain/fold-holder";
import { documentOf } from "domain/policies";
import { type Actor, type Member, staffIdOf } from "domain/staff";
import type { Ticket } from "domain/ticket";
import { type Instant, instantOf } from "domain/time";
import type { Kysely, Transaction } from "kysely";
import { loadErasing, loadRecord } from "./load-record";
import {
  type Guess,
  loadResemblance,
  loadRisk,
  newContactDigest,
  openedLately,
  rejecterOf,
  signersOf,
} from "./load-risk";
import { adminContacts, apartFrom, isOfStaff, loadTies } from "./load-ties";
import { loadVoucher } from "./load-voucher";
import { type NamesAsked, namesTaken } from "./provided";
import type { Tables } from "./schema";
import { standInRows } from "./stand-in";

type Sql = Kysely<Tables> | Transaction<Tables>;

/** What a case command asks the loader for beside the case itself. */
export interface CaseQuery {
  /** The member a ticket is handed to. */
  receiver?: string;
  /** The device that a serial or a photo matched. */
  device?: string | null;
  /** The keyed fingerprint of a typed value, to see whether it was tried before in this ticket. */
  fingerprint?: { kind: string; digest: Buffer };
  /** Where admins are told that glass was broken. */
  admins?: boolean;
  /** A value that is recorded as tried, to see what it resembles. */
  guess?: Guess;
  /** The digest of a new contact that is named now. */
  newContact?: Buffer;
  /** How many tickets the acting member opened lately, for the decision that opens one. */
  openedLately?: boolean;
  /** Who approved this ticket in any round, for the decision that disputes it. */
  signers?: boolean;
  /** What an erasure will leave behind, for the decision that erases. */
  erasing?: boolean;
  /** Who rejected this ticket, for the decision that takes an appeal. */
  rejecter?: boolean;
  /** The account of the person who vouches. */
  voucher?: string;
  /** The account is none: what is opened on it stands in for one. */
  standIn?: boolean;
  /** The account is none yet: it is made by this command. */
  born?: boolean;
  /** Names that the account is to have. */
  names?: NamesAsked;
}

/** The folded state of a case; null parts where nothing happened yet. */
export async function loadCase(sql: Sql, account: string, ticket: string | null): Promise<Case> {
  const row = ticket
    ? await sql.selectFrom("ticket").select(["doc", "account_id"]).where("id", "=", ticket).executeTakeFirst()
    : undefined;
  const side = await sql.selectFrom("account_state").select("doc").where("account_id", "=", account).executeTakeFirst();
  const found = row && row.account_id === account ? (JSON.parse(row.doc) as Ticket) : null;
  return { ticket: found, account: side ? (JSON.parse(side.doc) as Account) : null };
}

/** All that a case decision needs beside the state, read in the same transaction; throws for an account that does not exist. */
export async function loadCaseFacts(
  sql: Sql,
  c: Case,
  account: string,
  actor: Actor,
  now: Instant,
  query: CaseQuery = {},
): Promise<CaseFacts> {
  const { record, set } = await loadRecord(sql, c, account, query.standIn || query.born);
  const contacts = await sql
    .selectFrom("contact")
    .select(["id", "kind", "verified_at"])
    .where("account_id", "=", account)
    .where("set_id", "in", visibleSets(sql))
    .orderBy("id")
    .execute();
  const counted = await sql
    .selectFrom("device")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("account_id", "=", account)
    .where("set_id", "in", visibleSets(sql))
    .executeTakeFirstOrThrow();
  const questions = await (c.account?.standIn ? standInRows(sql, account) : questionsWithSets(sql, account).execute());
  const desk = await loadDesk(sql);
  const imported = contacts.map((k) => ({
    id: k.id,
    kind: k.kind as "email",
    since: instantOf(k.verified_at),
    endedAt: null,
  }));
  const who = await loadMember(sql, actor);
  const receivers = query.receiver ? await accountsOfPerson(sql, query.receiver) : [];
  const apart = apartFrom(await loadTies(sql, account), c, imported);
  const of = { account, ticket: c.ticket?.id ?? null };
  const newContact = query.newContact ?? (await newContactDigest(sql, c.ticket?.newContact?.id ?? null));
  return {
    actor,
    ...(await loadRisk(sql, { ...of, newContact }, now)),
    ...who,
    staffAccount: apart.staffAccount,
    staffContact: query.newContact ? await isOfStaff(sql, query.newContact) : apart.staffContact,
    record,
    imported,
    ownAccount: apart.isOwn(who.samePerson),
    ...(query.receiver ? { receiverOwn: apart.isOwn(receivers) } : {}),
    ...withHolders(
      {
        devices: Number(counted.n),
        questions: questions.map((q) => q.id),
        joined: {
          device: query.device ? await deviceJoined(sql, c, query.device, set) : null,
          questions: joinedLater(questions, set),
        },
      },
      c.account,
    ),
    policy: desk.policy,
    rules: documentOf(c.ticket?.policy ?? desk.policy, desk.policies),
    clockJump: desk.clockJump !== null,
    nextNumber: c.ticket ? 0 : await nextNumber(sql),
    members: await loadMembers(sql, [
      ...(c.ticket?.approvals ?? []).map((a) => a.by),
      ...firstSpeakers(c),
      ...receivers,
    ]),
    tried: await wasTried(sql, c, query),
    ...(query.admins ? { admins: await adminContacts(sql) } : {}),
    resembles: query.guess ? await loadResemblance(sql, of, query.guess, now) : resemblesNothing,
    openedLately: query.openedLately ? await openedLately(sql, actor.id, now) : 0,
    ...(query.signers && c.ticket ? { signers: await signersOf(sql, c.ticket.id) } : {}),
    ...(query.rejecter && c.ticket ? { rejecter: await rejecterOf(sql, c.ticket.id) } : {}),
    ...(query.voucher ? { voucher: await loadVoucher(sql, c, query.voucher) } : {}),
    ...(query.names ? { namesTaken: await namesTaken(sql, account, query.names) } : {}),
    ...(query.erasing ? { erasing: await loadErasing(sql, account, desk) } : {}),
  };
}

/** The answered questions of an account in the order of their ids, each with its import and when that became visible. */
export const questionsWithSets = (sql: Sql, account: string) =>
  sql
    .selectFrom("answer as n")
    .innerJoin("directory_set as s", "s.id", "n.set_id")
    .select(["n.question_id as id", "n.set_id", "s.visible_at", "n.weak"])
    .where("n.account_id", "=", account)
    .where("s.visible_at", "is not", null)
    .orderBy("n.question_id");

/** When what came by another import than its account became visible, by id. */
export function joinedLater(
  rows: readonly { id: string; set_id: number; visible_at: string | null }[],
  accountSet: number,
): Record<string, Instant> {
  const later = rows.filter((row) => row.set_id !== accountSet && row.visible_at !== null);
  return Object.fromEntries(later.map((row) => [row.id, instantOf(row.visible_at ?? "")]));
}

async function deviceJoined(sql: Sql, c: Case, device: string, accountSet: number): Promise<Instant | null> {
  const added = addedAt(c.account, device);
  if (added !== null) return added;
  const rows = await sql
    .selectFrom("device as d")
    .innerJoin("directory_set as s", "s.id", "d.set_id")
    .select(["d.id", "d.set_id", "s.visible_at"])
    .where("d.id", "=", device)
    .execute();
  return joinedLater(rows, accountSet)[device] ?? null;
}

/** The acting member as of now and the staff ids of the same human; null and none for anyone else. */
export async function loadMember(sql: Sql, actor: Actor): Promise<{ member: Member | null; samePerson: string[] }> {
  const id = staffIdOf(actor.id);
  const row = id
    ? await sql.selectFrom("staff").select(["doc", "person"]).where("id", "=", id).executeTakeFirst()
    : undefined;
  if (!row) return { member: null, samePerson: [] };
  const same = await sql.selectFrom("staff").select("id").where("person", "=", row.person).execute();
  return { member: JSON.parse(row.doc) as Member, samePerson: same.map((s) => s.id) };
}

/** The member of staff that an entry names as its actor, as of now; null for anyone else. */
export async function memberBehind(sql: Sql, actor: string): Promise<Member | null> {
  const row = await sql
    .selectFrom("staff")
    .select("doc")
    .where("id", "=", staffIdOf(actor) ?? "")
    .executeTakeFirst();
  return row ? (JSON.parse(row.doc) as Member) : null;
}

export async function loadDesk(sql: Sql): Promise<Desk> {
  const row = await sql.selectFrom("desk_state").select("doc").where("id", "=", 1).executeTakeFirst();
  return row ? (JSON.parse(row.doc) as Desk) : newDesk();
}

/** Sets whose rows count: those of finished imports, and 0, what Countersign itself added. */
export const visibleSets = (sql: Sql) =>
  sql.selectFrom("directory_set").select("id").where("visible_at", "is not", null);

/** Staff ids of the human behind this one, itself included. */
async function accountsOfPerson(sql: Sql, staff: string): Promise<string[]> {
  const person = sql.selectFrom("staff").select("person").where("id", "=", staff);
  return (await sql.selectFrom("staff").select("id").where("person", "=", person).execute()).map((s) => s.id);
}

async function loadMembers(sql: Sql, ids: string[]): Promise<Record<string, Member>> {
  if (ids.length === 0) return {};
  const rows = await sql.selectFrom("staff").select(["id", "doc"]).where("id", "in", ids).execute();
  return Object.fromEntries(rows.map((r) => [r.id, JSON.parse(r.doc) as Member]));
}

const firstNumber = 1001;

async function nextNumber(sql: Sql): Promise<number> {
  const last = await sql.selectFrom("ticket").select("number").orderBy("number", "desc").limit(1).executeTakeFirst();
  return last ? last.number + 1 : firstNumber;
}

async function wasTried(sql: Sql, c: Case, query: CaseQuery): Promise<boolean> {
  const { fingerprint } = query;
  if (!fingerprint || !c.ticket) return false;
  const rows = await sql
    .selectFrom("tried")
    .select("kind")
    .where("ticket_id", "=", c.ticket.id)
    .where("kind", "=", fingerprint.kind)
    .where("digest", "=", fingerprint.digest)
    .execute();
  return rows.length > 0;
}
