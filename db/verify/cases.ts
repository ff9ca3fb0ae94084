import { setImmediate as breathe } from "node:timers/promises";
import { type Account, evolveAccount } from "domain/account";
import type { Recorded } from "domain/event";
import { evolveTicket, type Ticket } from "domain/ticket";
import { type Entry, recordedOf } from "domain/trail/entry";
import { type PersonOf, storyProblem } from "domain/trail/story";
import { type Kysely, sql as raw } from "kysely";
import type { Db } from "../engine";
import { eventTypes, streamOf } from "../entry-data";
import { isCounted } from "../readings";
import { approvalRow } from "../save";
import type { Tables } from "../schema";
import { compareCases } from "./case-rows";
import { entriesAtOnce, type Walk } from "./entries";
import type { Erasure } from "./erased";
import { type Folded, follow } from "./folded";
import { type Asked, ask } from "./outbox";
import { foldOwn, noOwnThings, type OwnThings } from "./own-rows";
import { foldProvidedRows, type ProvidedRows } from "./provided-rows";
import { compareFresh, foldReading } from "./readings";
import { type Checked, malformed, tampered } from "./verdict";

/** What one account's entries fold to. */
export interface CaseFold {
  account: string;
  side: Folded<Account> | undefined;
  tickets: Map<string, Folded<Ticket>>;
  approvals: Tables["approval"][];
  asked: Map<string, Asked>;
  /** The new contacts its tickets, its holder or its identity provider named, by id, with the entry that did; a holder's are of no ticket. */
  named: Map<string, Named>;
  own: OwnThings;
  provided: ProvidedRows;
  /** The entry that erased the account, if one did. */
  erased: Erasure | null;
}
export interface Named {
  seq: number;
  ticket: string;
  kind: string;
}

const accountsAtOnce = 200;

/**
 * Folds every case again, account by account, and compares with the rows; throws Found at the first difference. In memory
 * are the folds of a few accounts, never more.
 */
export async function walkCases(
  db: Db,
  personOf: PersonOf,
  { subjects, readings }: Pick<Walk, "subjects" | "readings">,
  checked: Checked,
  onBatch: (read: number) => void,
): Promise<void> {
  const { sql } = db;
  let folds: CaseFold[] = [];
  let read = 0;
  for await (const rows of bySubject(db)) {
    for (const row of rows) {
      const account = row.subject ?? "";
      if (folds[folds.length - 1]?.account !== account) {
        if (folds.length >= accountsAtOnce) folds = await compared(sql, folds, checked);
        folds.push(newFold(account));
      }
      // Refusals and the views of pages are entries of the case too, and nothing follows from them.
      if (row.text === null) continue;
      const entry = JSON.parse(row.text) as Entry;
      if (isCounted(entry.type)) foldReading(readings, recordedOf(entry));
      foldEntry(folds[folds.length - 1] as CaseFold, entry, personOf);
    }
    await compareFresh(sql, readings);
    read += rows.length;
    onBatch(read);
    await breathe();
  }
  await compared(sql, folds, checked);
  if (read !== subjects)
    throw malformed(
      "index-damaged",
      null,
      `An index of the database is damaged: ${subjects} entries name an account, ${read} are found by it.`,
    );
}

interface SubjectRow {
  subject: string | null;
  seq: number;
  /** The bytes, which were read strictly before, of an entry that changes a case; null of another. */
  text: string | null;
}

/** What is folded, and the looks that are counted again. */
const readTypes = eventTypes.filter((type) => streamOf(type) === "case" || isCounted(type));

// The engine makes text of them for less than Node does.
const textIn = { sqlite: raw<string>`cast(bytes as text)`, postgres: raw<string>`convert_from(bytes, 'UTF8')` };

async function* bySubject({ sql, kind }: Db): AsyncGenerator<SubjectRow[]> {
  let after = { subject: "", seq: -1 };
  for (;;) {
    const { subject, seq } = after;
    const rows = await sql
      .selectFrom("entry")
      .select(["subject", "seq"])
      .select((eb) => eb.case().when("type", "in", readTypes).then(textIn[kind]).else(null).end().as("text"))
      .where((eb) => eb(eb.refTuple("subject", "seq"), ">", eb.tuple(subject, seq)))
      .orderBy("subject")
      .orderBy("seq")
      .limit(entriesAtOnce)
      .execute();
    const last = rows[rows.length - 1];
    if (!last) return;
    yield rows;
    after = { subject: last.subject ?? "", seq: last.seq };
  }
}

const newFold = (account: string): CaseFold => ({
  account,
  side: undefined,
  tickets: new Map(),
  approvals: [],
  asked: new Map(),
  named: new Map(),
  own: noOwnThings(),
  provided: { account: null, names: null },
  erased: null,
});

function foldEntry(fold: CaseFold, entry: Entry, personOf: PersonOf): void {
  const e = recordedOf(entry);
  foldTicket(fold, entry, e, personOf);
  fold.side = follow(fold.side, evolveAccount(fold.side?.value ?? null, e), entry);
  fold.approvals.push(...approvalRow(e));
  ask(fold.asked, e);
  foldOwn(fold.own, e);
  foldProvidedRows(fold.provided, e);
  if (e.type === "contact.proposed" || e.type === "own-contact.asked" || e.type === "provided-contact.added")
    fold.named.set(e.data.contact, { seq: e.seq, ticket: e.object ?? "", kind: e.data.kind });
  if (e.type === "account.erased") fold.erased = { seq: e.seq, rows: e.data.rows };
}

function foldTicket(fold: CaseFold, entry: Entry, e: Recorded, personOf: PersonOf): void {
  const id = e.object ?? "";
  const before = fold.tickets.get(id);
  const problem = storyProblem(e, before?.value ?? null, fold.side?.value ?? null, personOf);
  if (problem) throw tampered("story", e.seq, `Entry ${e.seq} does not follow from those before it: ${problem}.`);
  const after = follow(before, evolveTicket(before?.value ?? null, e), entry);
  if (after) fold.tickets.set(id, after);
}

async function compared(sql: Kysely<Tables>, folds: CaseFold[], checked: Checked): Promise<CaseFold[]> {
  if (folds.length > 0) await compareCases(sql, folds, checked);
  return [];
}
