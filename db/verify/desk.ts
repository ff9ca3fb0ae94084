import { type Desk, evolveDesk, newDesk } from "domain/desk";
import type { EventData, Recorded } from "domain/event";
import { evolveMember } from "domain/member";
import type { PolicyDraft } from "domain/policy-draft";
import type { Member } from "domain/staff";
import type { Instant } from "domain/time";
import { type Entry, recordedOf } from "domain/trail/entry";
import { policyProblem } from "domain/trail/policy-story";
import { isDecision, stepUpProblem } from "domain/trail/story";
import type { Kysely } from "kysely";
import { streamOf } from "../entry-data";
import { deskRow, memberRow } from "../save";
import type { Tables } from "../schema";
import { type BundleTold, foldExport } from "./exports";
import { differingColumn, type Folded, follow } from "./folded";
import { compareStaffTies } from "./staff-ties";
import { type Checked, tampered } from "./verdict";

export interface Imported {
  seq: number;
  at: Instant;
  data: EventData["directory.imported"];
}
/** What everyone's entries fold to while the trail is read in order: staff, what is in force, imports, keys. Small, however long the trail. */
export interface DeskFold {
  staff: Map<string, Folded<Member>>;
  desk: Folded<Desk> | undefined;
  /** The drafted policy that the last entry of the desk confirmed, or null. */
  confirmed: PolicyDraft | null;
  imports: Imported[];
  exports: Map<string, BundleTold>;
  adopted: ({ seq: number } & EventData["checkpoint-key.adopted"])[];
}
export const newDeskFold = (): DeskFold => ({
  staff: new Map(),
  desk: undefined,
  confirmed: null,
  imports: [],
  exports: new Map(),
  adopted: [],
});

/** Folds one entry into staff and desk; throws Found for a decision without a step-up made for it. */
export function foldDesk(fold: DeskFold, entry: Entry): void {
  const stream = streamOf(entry.type);
  if (stream !== "staff" && stream !== "desk" && !isDecision(entry.type)) return;
  const e = recordedOf(entry);
  const memberOf = (id: string) => fold.staff.get(id)?.value ?? null;
  const problem = stepUpProblem(e, memberOf) ?? (stream === "desk" ? policyStory(fold, e, memberOf) : null);
  if (problem) throw tampered("story", e.seq, `Entry ${e.seq} does not follow from those before it: ${problem}.`);
  if (stream === "staff" && e.object !== null) foldMember(fold, e.object, entry, e);
  if (stream === "desk") fold.desk = follow(fold.desk, changedDesk(fold, e), entry);
  if (e.type === "directory.imported") fold.imports.push({ seq: e.seq, at: e.at, data: e.data });
  if (e.type.startsWith("trail.export")) foldExport(fold.exports, entry);
  if (e.type === "checkpoint-key.adopted") fold.adopted.push({ seq: e.seq, ...e.data });
}

/** Why an entry of the desk could not have followed, or null; remembers what it confirms for the next one. */
function policyStory(fold: DeskFold, e: Recorded, memberOf: (id: string) => Member | null): string | null {
  const desk = fold.desk?.value ?? untouched;
  const problem = policyProblem(e, { desk, confirmed: fold.confirmed, memberOf });
  fold.confirmed = e.type === "policy.draft-confirmed" ? (desk.draft ?? null) : null;
  return problem;
}

function foldMember(fold: DeskFold, id: string, entry: Entry, e: Recorded): void {
  const before = fold.staff.get(id);
  const after = follow(before, evolveMember(before?.value ?? null, e), entry);
  if (after) fold.staff.set(id, after);
}

/** The desk after an entry, or null while it is still the one every database begins with: that one has no row. */
function changedDesk(fold: DeskFold, e: Recorded): Desk | null {
  const before = fold.desk?.value ?? untouched;
  const after = evolveDesk(before, e);
  return after === untouched ? null : after;
}
const untouched = newDesk();

/** Compares the rows of staff and desk with what their entries say. */
export async function compareDesk(sql: Kysely<Tables>, fold: DeskFold, checked: Checked): Promise<void> {
  const rows = await sql.selectFrom("staff").selectAll().orderBy("id").execute();
  for (const row of rows) {
    const expected = fold.staff.get(row.id);
    if (!expected) throw tampered("row-unfounded", null, `No entry made the staff row ${row.id}.`);
    const column = differingColumn(expected, memberRow, row);
    if (column)
      throw tampered(
        "row-differs",
        expected.changedAt,
        `The staff row ${row.id} is not what the entries say: its ${column} differs.`,
      );
  }
  const missing = [...fold.staff.keys()].find((id) => !rows.some((r) => r.id === id));
  if (missing !== undefined)
    throw tampered("row-missing", null, `The staff row ${missing}, which entries made, is missing.`);
  await compareStaffTies(sql, fold.staff);
  checked.staff = rows.length;
  await compareDeskState(sql, fold);
}

async function compareDeskState(sql: Kysely<Tables>, { desk }: DeskFold): Promise<void> {
  const row = await sql.selectFrom("desk_state").selectAll().executeTakeFirst();
  if (!row && desk)
    throw tampered("row-missing", desk.changedAt, "The desk_state row, which entries made, is missing.");
  if (row && !desk) throw tampered("row-unfounded", null, "No entry made the desk_state row.");
  const column = row && desk ? differingColumn(desk, deskRow, row) : null;
  if (column)
    throw tampered(
      "row-differs",
      desk?.changedAt ?? null,
      `The desk_state row is not what the entries say: its ${column} differs.`,
    );
}
