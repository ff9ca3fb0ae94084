import type { EventType } from "domain/event";
import type { Db } from "../engine";

const withReason: readonly EventType[] = ["directory.import-asked", "directory.import-begun"];

/** Where the words are in the vault of why an import was asked for, or null where none were given. */
export async function importReason(reader: Db, id: string): Promise<string | null> {
  const rows = await reader.sql
    .selectFrom("entry")
    .select("bytes")
    .where("object", "=", id)
    .where("type", "in", withReason)
    .orderBy("seq")
    .limit(2)
    .execute();
  const reasons = rows.map(
    (row) => (JSON.parse(row.bytes.toString("utf8")) as { data: { reason?: string } }).data.reason,
  );
  return reasons.find((reason) => reason !== undefined) ?? null;
}
