import { adoptLogKey } from "domain/desk";
import { formatVkey, signerOf } from "domain/trail/note";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publishCheckpoint } from "../checkpoints";
import { type Db, openReader, openWriter } from "../engine";
import { readHead } from "../head";
import { onEveryEngine } from "../testing";
import { tellAll } from "../testing-case";
import { disarm } from "../testing-tamper";
import { cli, granted, type Teller, tellerOf } from "../testing-trail";
import { verifyDatabase } from "../verify";

onEveryEngine("The verifier, with a key kept elsewhere,", (place) => {
  let db: Db;
  let reader: Db;
  let teller: Teller;
  let name: string;
  const keyOf = (fill: number) => signerOf(name, 1, Buffer.alloc(32, fill));
  const adopt = (fill: number) =>
    granted(
      teller.ledger.enact({
        stream: "desk",
        actor: cli,
        request: `key-${fill}`,
        decide: adoptLogKey(formatVkey(keyOf(fill))),
      }),
    );
  const publish = (fill: number) =>
    publishCheckpoint(db, { signer: keyOf(fill), known: [1, 2, 3].map(keyOf) }, teller.now);
  /** Adds an entry: a refusal. */
  const grow = () =>
    teller.ledger.enact({ stream: "desk", actor: cli, request: "no", decide: adoptLogKey(formatVkey(keyOf(1))) });
  const problem = async (fill: number, olderHead?: { size: number; root: string }) =>
    (await verifyDatabase(reader, { keys: [keyOf(fill)], ...(olderHead ? { olderHead } : {}) })).problem?.what ?? null;

  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    teller = tellerOf(db);
    name = (await readHead(reader)).origin;
    await tellAll(teller);
    await adopt(1);
    await publish(1);
  });
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  it("takes the trail that this key published, and no other key's word", async () => {
    expect(await problem(1)).toBeNull();
    expect(await problem(3)).toBe("checkpoint-other-key");
  });

  it("tells a fork from a trail whose key nobody gave", async () => {
    const other = { size: 4, root: "ab".repeat(32) };
    expect(await problem(1, other)).toBe("forked");
    expect(await problem(3, other)).toBe("checkpoint-other-key");
  });

  it("follows the key to the one it handed over to, which no other key can do for it", async () => {
    await adopt(2);
    await publish(1);
    await grow();
    await publish(2);
    expect(await problem(1)).toBeNull();
    expect(await problem(2)).toBeNull();
    // The third key comes in by an entry that only the third key itself covers.
    await adopt(3);
    await publish(3);
    expect(await problem(3)).toBeNull();
    expect(await problem(1)).toBe("checkpoint-other-key");
    expect(await problem(2)).toBe("checkpoint-other-key");
  });

  it("reads what every checkpoint says, and not only of the newest", async () => {
    const [first] = await db.sql.selectFrom("checkpoint").selectAll().orderBy("size").limit(1).execute();
    const note = first?.note.replace(`\n${first.size}\n`, `\n${first.size - 1}\n`) ?? "";
    await disarm(db);
    for (const words of [note, "nothing"]) {
      await db.sql
        .updateTable("checkpoint")
        .set({ note: words })
        .where("size", "=", first?.size ?? 0)
        .execute();
      expect(await problem(3)).toBe("checkpoint-differs");
    }
  });
});
