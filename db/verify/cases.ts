import { setImmediate as breathe } from "node:timers/promises";
import { type Account, evolveAccount } from "domain/account";
import type { Recorded } from "domain/event";
import { evolveTicket, type Ticket } from "domain/ticket";
import { type Entry, recordedOf } from "domain/trail/entry";
import type { Kysely } from "kysely";
import { streamOf } from "../entry-data";
import { isCounted } from "../readings";
import { approvalRow } from "../save";
import type { Tables } from "../schema";
import { compareCases } from "./case-rows";
import { entriesAtOnce, type Walk } from "./entries";
import { type Folded, follow } from "./folded";
import { type Asked, ask } from "./outbox";
import { compareFresh, foldReading } from "./readings";
import { type PersonOf, storyProblem } from "./story";
import { type Checked, malformed, tampered } from "./verdict";

/** What one account's entries fold to. */
export interface CaseFold {
  account: string;
  side: Folded<Account> | undefined;
  tickets: Map<string, Folded<Ticket>>;
  approvals: Tables["approval"][];
  asked: Map<string, Asked>;
  /** The new contacts its tickets named, by id, with the entry that did. */
  named: Map<string, Named>;
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
  sql: Kysely<Tables>,
  personOf: PersonOf,
  { subjects, readings }: Pick<Walk, "subjects" | "readings">,
  checked: Checked,
  onBatch: (read: number) => void,
): Promise<void> {
  let folds: CaseFold[] = [];
  let read = 0;
  for await (const rows of bySubject(sql)) {
    for (const row of rows) {
      const account = row.subject ?? "";
      if (folds[folds.length - 1]?.account !== account) {
        if (folds.length >= accountsAtOnce) folds = await compared(sql, folds, checked);
        folds.push(newFold(account));
      }
      const entry = JSON.parse(row.bytes.toString("utf8")) as Entry;
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

async function* bySubject(sql: Kysely<Tables>): AsyncGenerator<Pick<Tables["entry"], "subject" | "seq" | "bytes">[]> {
  let after = { subject: "", seq: -1 };
  for (;;) {
    const { subject, seq } = after;
    const rows = await sql
      .selectFrom("entry")
      .select(["subject", "seq", "bytes"])
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
});

function foldEntry(fold: CaseFold, entry: Entry, personOf: PersonOf): void {
  // Views, searches and refusals are entries of the case too, and change nothing.
  if (streamOf(entry.type) !== "case") return;
  const e = recordedOf(entry);
  foldTicket(fold, entry, e, personOf);
  fold.side = follow(fold.side, evolveAccount(fold.side?.value ?? null, e), entry);
  fold.approvals.push(...approvalRow(e));
  ask(fold.asked, e);
  if (e.type === "contact.proposed")
    fold.named.set(e.data.contact, { seq: e.seq, ticket: e.object ?? "", kind: e.data.kind });
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
