import type { VerifierKey } from "domain/trail/note";
import { rootOf } from "domain/trail/tree";
import type { Kysely } from "kysely";
import type { Db } from "./engine";
import type { Tables } from "./schema";
import { inSnapshot } from "./snapshot";
import { findOrphans } from "./verify/case-rows";
import { walkCases } from "./verify/cases";
import { compareLastCheckpoint } from "./verify/checkpoint";
import { compareDesk } from "./verify/desk";
import { compareDirectory } from "./verify/directory";
import { newWalk, type OlderHead, type Walk, walkEntries } from "./verify/entries";
import { findLeftByNone } from "./verify/erased";
import { compareExports } from "./verify/exports";
import { compareHead, compareOlder, shorterThanOlder } from "./verify/head";
import { Misplaced, nameMisplaced } from "./verify/misplaced";
import { findUnasked } from "./verify/outbox";
import { compareCounts } from "./verify/readings";
import {
  type Findings,
  Found,
  malformed,
  nothingChecked,
  type Problem,
  unchecked,
  type Verdict,
  verdictOf,
} from "./verify/verdict";

export type { OlderHead } from "./verify/entries";
export type { Problem, Verdict } from "./verify/verdict";

export interface VerifyOptions {
  /** A head written down earlier: the trail must still begin with it. */
  olderHead?: OlderHead;
  /** The keys of the trail, kept elsewhere: one of them must have signed what was published last, or handed over to the one that did. */
  keys?: readonly VerifierKey[];
  /** Without an older head nothing can be said about the tail: then the verdict is `unchecked`. */
  requireOlderHead?: boolean;
  onProgress?: (p: Progress) => void;
}
export interface Progress {
  /** `entries`: bytes and tree; `cases`: the fold. */
  what: "entries" | "cases";
  done: number;
  of: number;
}

/**
 * Verifies a live database from one snapshot, in memory that does not grow with it: bytes, tree and head, then every table
 * that follows from entries. Never throws: what cannot be read is a verdict too.
 */
export async function verifyDatabase(db: Db, options: VerifyOptions = {}): Promise<Verdict> {
  const found: Findings = {
    origin: null,
    size: 0,
    root: null,
    problem: null,
    checked: nothingChecked(),
    notExcluded: notExcluded(options),
  };
  try {
    refuseOptions(options);
    await inSnapshot(db.url, (snapshot) => verifyNamed(snapshot, options, found));
  } catch (error) {
    found.problem = problemOf(error);
  }
  return verdictOf(found);
}

async function verifyNamed(snapshot: Db, options: VerifyOptions, found: Findings): Promise<void> {
  try {
    await verifyIn(snapshot, options, found);
  } catch (error) {
    throw error instanceof Misplaced ? await nameMisplaced(snapshot.sql, error) : error;
  }
}

async function verifyIn(snapshot: Db, options: VerifyOptions, found: Findings): Promise<void> {
  const { sql } = snapshot;
  const { checked } = found;
  const walk = await begin(sql, options, found);
  await walkEntries(sql, walk, checked, () =>
    options.onProgress?.({ what: "entries", done: walk.tree.size, of: walk.head.size }),
  );
  found.size = walk.tree.size;
  found.root = rootOf(walk.tree.range).toString("hex");
  await compareHead(sql, walk);
  await compareLastCheckpoint(sql, walk, options.keys ?? []);
  compareOlder(walk, options.keys ?? []);
  await whereShort(walk, () => compareTables(snapshot, walk, options, checked));
}

/** A trail shorter than what was published of it: whole in itself, it is an older one; with tables that know more, its tail was cut off. */
async function whereShort(walk: Walk, compare: () => Promise<void>): Promise<void> {
  const short = shorterThanOlder(walk);
  try {
    await compare();
  } catch (error) {
    throw short && error instanceof Found ? short.cutOff : error;
  }
  if (short) throw short.restored;
}

async function compareTables(snapshot: Db, walk: Walk, options: VerifyOptions, checked: Findings["checked"]) {
  const { sql } = snapshot;
  await compareDesk(sql, walk.desk, checked);
  await compareExports(sql, walk.desk.exports);
  const personOf = (staff: string) => walk.desk.staff.get(staff)?.value.person ?? staff;
  await walkCases(snapshot, personOf, walk, checked, (done) =>
    options.onProgress?.({ what: "cases", done, of: walk.subjects }),
  );
  await compareCounts(sql, walk.readings);
  await findOrphans(sql);
  await findLeftByNone(sql);
  await findUnasked(sql, checked.messages);
  await compareDirectory(snapshot, walk.desk.imports, checked);
}

async function begin(sql: Kysely<Tables>, options: VerifyOptions, found: Findings): Promise<Walk> {
  const head = await sql.selectFrom("head").selectAll().executeTakeFirst();
  if (!head) throw malformed("head-missing", null, "The trail has no head.");
  found.origin = head.origin;
  return newWalk(head, options.olderHead ?? null);
}

function refuseOptions({ olderHead, requireOlderHead }: VerifyOptions): void {
  if (!olderHead) {
    if (requireOlderHead) throw unchecked("no-older-head", "An older head was demanded and none was given.");
    return;
  }
  const sound = Number.isSafeInteger(olderHead.size) && olderHead.size >= 0 && /^[0-9a-f]{64}$/.test(olderHead.root);
  if (!sound)
    throw unchecked("bad-older-head", "The older head given is a size and a root of 64 hex digits; this is not.");
}

function notExcluded({ olderHead }: VerifyOptions): string[] {
  const tail =
    olderHead && olderHead.size > 0
      ? `that entries after the older head's ${olderHead.size} were cut off, or rewritten with all that follows from them.`
      : "that entries were cut off the end, or all of it rewritten with all that follows from it; a head kept elsewhere would tell (`--older-head`).";
  return [
    tail,
    "changes to what no entry vouches for: the vault's values, the hashes of answers, which are weak, and the questions, masks of new contacts and those shown in lists, passwords, saved recovery codes, authenticators, sessions, look-ups, values tried before, idempotency keys, refused rows, budgets, the state of deliveries, how imports and exports go and what a bundle holds beside its entries, the words of witnesses, when a checkpoint was made, the signatures of all but the newest, checkpoints taken out before it, places outside, what the desk's own check noted, whether the desk is halted, the clock last trusted, missing triggers, and keys of erased accounts, which are in another store.",
  ];
}

function problemOf(error: unknown): Problem {
  if (error instanceof Found) return error.problem;
  const said = error instanceof Error ? error.message : String(error);
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return malformed("database-damaged", null, `The database file is damaged: ${said}.`).problem;
  return unchecked("database-unreadable", `The database could not be read: ${said}.`).problem;
}
