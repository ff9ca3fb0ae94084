import { it, expect } from "vitest";
import { randomUUID } from "node:crypto";
import { event } from "domain/event";
import { openReader, openWriter } from "db/engine";
import { appendEntries, takeHead } from "db/append";
import { saveCase } from "db/save";
import { onEveryEngine } from "db/testing";
import { verifyDatabase } from "db/verify";
import { exportEntries } from "db/read/export-trail";
import { trailPage } from "db/read/trail";
import { leafHash } from "domain/trail/tree";
import Sqlite from "better-sqlite3";
import * as crypto from "node:crypto";
const none = {actor:null,type:null,ticket:null,account:null,outcome:null,from:null,to:null};
onEveryEngine("bench", (place) => {
  it("x", async () => {
    const db = openWriter(place().url);
    const N = 150000, B = 1000;
    for (let i = 0; i < N; i += B) await db.sql.transaction().execute(async (tx) => {
      const head = await takeHead(tx);
      const account = randomUUID();
      const evs = Array.from({ length: B }, (_, k) => k % 3 ? event("holder.signed-in", { secondFactor: "none" }) : event("holder.sign-in-failed", { why: "wrong-password" }));
      const rec = await appendEntries(tx, head, evs, { actor: { id: `staff:${(i/B)%7}`, role: "agent", auth: "password+totp", session: "0011223344556677" }, request: randomUUID(), subject: account, object: randomUUID(), policy: { id: "standard", version: 1, digest: "ab".repeat(32) }, now: 1.7e12 + i*1000 });
      await saveCase(tx, { ticket: null, account: null }, rec);
    });
    const r = openReader(place().url);
    const cpu = (l: string, f: () => Promise<unknown>) => { const c = process.cpuUsage(); const t = performance.now(); return f().then((x) => { const u = process.cpuUsage(c); const s=(u.user + u.system)/1e6; console.log(place().kind, l, "cpu s", s.toFixed(2), "wall", ((performance.now()-t)/1e3).toFixed(2), "per s cpu", Math.round(N / s)); return x; }); };
    let peak = 0; const base = process.memoryUsage().rss;
    const v = await cpu("verify", () => verifyDatabase(db, { onProgress: () => { peak = Math.max(peak, process.memoryUsage().rss); } })) as { report: string };
    console.log(v.report.slice(0, 300), "rss growth MB", (peak - base) / 1e6);
    await cpu("verify", () => verifyDatabase(db));
    await cpu("csv", async () => { for await (const _ of exportEntries(place().url, none, "csv")); });
    await cpu("jsonl", async () => { for await (const _ of exportEntries(place().url, none, "jsonl")); });
    if (place().kind === "sqlite") {
      const raw = new Sqlite(place().url.slice(7), { readonly: true });
      await cpu("raw iterate + hash", async () => { for (const row of raw.prepare("select seq, bytes from entry order by seq").iterate() as Iterable<{bytes: Buffer}>) crypto.hash("sha256", row.bytes); });
      await cpu("raw iterate csv-ish", async () => { for (const row of raw.prepare("select * from entry order by seq").iterate() as Iterable<Record<string, unknown>>) Object.values(row).map((x) => `"${String(x).replaceAll('"','""')}"`).join(","); });
      await cpu("raw iterate jsonl", async () => { for (const row of raw.prepare("select seq, bytes from entry order by seq").iterate() as Iterable<{bytes: Buffer}>) row.bytes.length; });
      raw.close();
    }
    for (const f of [none, {...none, actor:"staff:3"}, {...none, actor:"staff:3", outcome:"denied" as const}, {...none, type:"holder.signed-in"}, {...none, outcome:"error" as const}, {...none, actor:"staff:3", type:"ticket.opened", outcome: "denied" as const}, {...none, from:"2023-11-14T22:30:00Z", to: "2023-11-15"}, {...none, outcome: "ok" as const, type: "holder.sign-in-failed"}]) {
      const t = performance.now(); let p; for (let k=0;k<20;k++) p = await trailPage(r, f, null, 50); console.log(JSON.stringify(f), p?.rows.length, ((performance.now()-t)/20).toFixed(2), "ms");
    }
    await r.close(); await db.close();
  }, 300000);
});
