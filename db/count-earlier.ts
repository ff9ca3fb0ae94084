import { takeHead } from "./append";
import type { Db } from "./engine";
import { countReadings } from "./readings";
import { recordedIn } from "./recorded-in";

const entriesAtOnce = 200;

/** Counts some more of a trail that was there before its readings were counted; gives how many entries, 0 once all are. */
export async function countEarlier(db: Db): Promise<number> {
  const { size, counted } = await db.sql.selectFrom("head").select(["size", "counted"]).executeTakeFirstOrThrow();
  if (size === counted) return 0;
  return db.sql.transaction().execute(async (tx) => {
    const head = await takeHead(tx, db.kind);
    const rows = await tx
      .selectFrom("entry")
      .select(["seq", "bytes"])
      .where("seq", ">=", head.counted)
      .orderBy("seq")
      .limit(entriesAtOnce)
      .execute();
    await countReadings(
      tx,
      rows.map((row) => recordedIn(row.bytes)),
    );
    await tx
      .updateTable("head")
      .set({ counted: head.counted + rows.length })
      .where("id", "=", 1)
      .execute();
    return rows.length;
  });
}
