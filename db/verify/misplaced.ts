import { Found, tampered } from "domain/trail/verdict";
import type { Kysely } from "kysely";
import type { Tables } from "../schema";

/** An entry that stands where another belongs; what became of that one is for `nameMisplaced` to say. */
export class Misplaced extends Found {
  constructor(
    readonly place: number,
    readonly seq: number,
  ) {
    super(tampered("entry-misplaced", place, `Entry ${seq} stands where entry ${place} belongs.`).problem);
  }
}

/** Whether the two entries were swapped, one was taken out and the rest moved up, or one slipped in and the rest moved down. */
export async function nameMisplaced(sql: Kysely<Tables>, { place, seq }: Misplaced): Promise<Found> {
  const there = await sql.selectFrom("entry").select("bytes").where("seq", "=", seq).executeTakeFirst();
  if (there && seqIn(there.bytes) === place)
    return tampered("entries-swapped", place, `Entries ${place} and ${seq} were swapped.`);
  return seq > place
    ? tampered("entry-missing", place, `Entry ${place} is missing: entry ${seq} stands in its place.`)
    : tampered("entry-inserted", place, `An entry was slipped in at ${place}: entry ${seq} stands there once more.`);
}

function seqIn(bytes: Buffer): number | null {
  const seq = /"seq":(\d{1,16}),"subject":/.exec(bytes.toString("utf8"))?.[1];
  return seq === undefined ? null : Number(seq);
}
