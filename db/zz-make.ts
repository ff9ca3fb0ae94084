import { randomUUID } from "node:crypto";
import { event } from "domain/event";
import { appendEntries, takeHead } from "./append";
import { openWriter } from "./engine";
import { migrate } from "./migrate";
import { saveCase } from "./save";

const url = "sqlite:/tmp/prof/c.db";
await migrate(url, "countersign/test", Date.now());
const db = openWriter(url);
const N = 100000,
  B = 1000;
for (let i = 0; i < N; i += B)
  await db.sql.transaction().execute(async (tx) => {
    const head = await takeHead(tx);
    const account = randomUUID();
    const evs = Array.from({ length: B }, (_, k) =>
      k % 3
        ? event("holder.signed-in", { secondFactor: "none" })
        : event("holder.sign-in-failed", { why: "wrong-password" }),
    );
    const rec = await appendEntries(tx, head, evs, {
      actor: { id: `holder:${account}`, role: "holder", auth: "password+totp", session: "0011223344556677" },
      request: randomUUID(),
      subject: account,
      object: randomUUID(),
      policy: { id: "standard", version: 1, digest: "ab".repeat(32) },
      now: 1.7e12 + i * 1000,
    });
    await saveCase(tx, { ticket: null, account: null }, rec);
  });
await db.close();
