import type { Member } from "domain/staff";
import type { Kysely } from "kysely";
import type { Tables } from "../schema";
import type { Folded } from "./folded";
import { tampered } from "./verdict";

/** Compares what is a member's own, by which accounts of staff are told, with what entries say; throws Found at the first difference. */
export async function compareStaffTies(sql: Kysely<Tables>, staff: ReadonlyMap<string, Folded<Member>>): Promise<void> {
  const contacts = await sql.selectFrom("staff_contact").select(["id", "staff_id", "kind"]).orderBy("id").execute();
  const accounts = await sql
    .selectFrom("staff_account")
    .select(["staff_id", "account_id"])
    .orderBy("staff_id")
    .orderBy("account_id")
    .execute();
  const members = [...staff.values()];
  compare(
    "staff_contact",
    members.flatMap(({ value: m, changedAt }) =>
      (m.contacts ?? []).map((k) => [`${m.id} ${k.id} ${k.kind}`, changedAt] as const),
    ),
    contacts.map((r) => `${r.staff_id} ${r.id} ${r.kind}`),
  );
  compare(
    "staff_account",
    members.flatMap(({ value: m, changedAt }) => (m.accounts ?? []).map((a) => [`${m.id} ${a}`, changedAt] as const)),
    accounts.map((r) => `${r.staff_id} ${r.account_id}`),
  );
}

function compare(table: string, expected: readonly (readonly [string, number])[], rows: readonly string[]): void {
  const held = new Set(rows);
  const missing = expected.find(([row]) => !held.has(row));
  if (missing) throw tampered("row-missing", missing[1], `A ${table} row of a member, which entries made, is missing.`);
  const founded = new Set(expected.map(([row]) => row));
  if (rows.some((row) => !founded.has(row)))
    throw tampered("row-unfounded", null, `No entry made a ${table} row that is there.`);
}
