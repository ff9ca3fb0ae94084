import { instantOf } from "domain/time";
import { judgeNote, parseNote, type VerifierKey } from "domain/trail/note";
import type { CheckpointRow, OutsideView } from "domain/view";
import type { Kysely } from "kysely";
import type { Published } from "../checkpoints";
import type { Db } from "../engine";
import { cosignaturesOf, outsideNow } from "../outside";
import type { Tables } from "../schema";
import { endsOf, type From, numberKey, scanOf } from "./cursor";

/** Published heads, newest first, by keyset, each with who signed it and the words witnesses gave on it. */
export async function checkpointsPage(
  reader: Db,
  keys: readonly VerifierKey[],
  cursor: { side: From<number>["side"]; cursor: string } | null,
  limit: number,
): Promise<{ rows: CheckpointRow[]; older: string | null; newer: string | null }> {
  const key = numberKey(cursor?.cursor ?? null);
  const from = cursor && key !== null ? { side: cursor.side, key } : null;
  const scan = scanOf(from, "desc");
  const found = await reader.sql
    .selectFrom("checkpoint")
    .selectAll()
    .$if(from !== null, (q) => q.where("size", scan === "asc" ? ">" : "<", from?.key ?? 0))
    .orderBy("size", scan)
    .limit(limit + 1)
    .execute();
  const page = found.slice(0, limit);
  const sizes = page.map((p) => p.size);
  const more = found.length > limit ? (sizes[sizes.length - 1] ?? null) : null;
  const { older, newer } = endsOf(sizes, { scan, from, more });
  const words = await wordsOn(reader.sql, sizes);
  const rows = page.map((one) => rowOf(one, keys, words.get(one.size) ?? []));
  return {
    rows: scan === "asc" ? rows.reverse() : rows,
    older: older === null ? null : String(older),
    newer: newer === null ? null : String(newer),
  };
}

/** A published head as its signed note, with the words of witnesses; null where none was published for this size. */
export async function noteOf(reader: Db, size: number): Promise<string | null> {
  const row = await reader.sql.selectFrom("checkpoint").select("note").where("size", "=", size).executeTakeFirst();
  return row ? `${row.note}${(await cosignaturesOf(reader.sql, size)).join("")}` : null;
}

/** Every place outside, as far as checkpoints were carried there. */
export async function placesOutside(reader: Db): Promise<OutsideView[]> {
  return (await outsideNow(reader.sql)).map((o) => ({
    name: o.target,
    size: o.size,
    takenAt: o.at === null ? null : instantOf(o.at),
    failingSince: o.failing_since === null ? null : instantOf(o.failing_since),
    late: o.late_at !== null,
    problem: o.problem,
  }));
}

type Word = CheckpointRow["words"][number];

async function wordsOn(sql: Kysely<Tables>, sizes: number[]): Promise<Map<number, Word[]>> {
  const words = new Map<number, Word[]>();
  if (sizes.length === 0) return words;
  const rows = await sql
    .selectFrom("cosignature")
    .select(["size", "witness", "at"])
    .where("size", "in", sizes)
    .orderBy("witness")
    .execute();
  for (const { size, witness, at } of rows)
    words.set(size, [...(words.get(size) ?? []), { witness, at: instantOf(at) }]);
  return words;
}

function rowOf({ size, root, note, at }: Published, keys: readonly VerifierKey[], words: Word[]): CheckpointRow {
  const parsed = parseNote(note);
  const signer = parsed && keys.find((key) => judgeNote(parsed, key) === "signed");
  const signedBy = signer ? `${signer.name}+${signer.id.toString("hex")}` : null;
  return { size, root: root.toString("hex"), at: instantOf(at), signedBy, words };
}
