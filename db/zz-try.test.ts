import { it, expect } from "vitest";
import { randomUUID } from "node:crypto";
import { event } from "domain/event";
import { openReader, openWriter } from "db/engine";
import { appendEntries, takeHead } from "db/append";
import { onEveryEngine } from "db/testing";
import { verifyDatabase } from "db/verify";
import { exportEntries } from "db/read/export-trail";
import { trailPage } from "db/read/trail";
import { leafHash } from "domain/trail/tree";
const none = {actor:null,type:null,ticket:null,account:null,outcome:null,from:null,to:null};
onEveryEngine("bench", (place) => {
  it("x", async () => {
    const db = openWriter(place().url);
    const N = 60000, B = 500;
    for (let i = 0; i < N; i += B) await db.sql.transaction().execute(async (tx) => {
      const head = await takeHead(tx);
      const account = randomUUID();
      const evs = Array.from({ length: B }, (_, k) => k % 3 ? event("holder.signed-in", { secondFactor: "none" }) : event("holder.sign-in-failed", { why: "wrong-password" }));
      await appendEntries(tx, head, evs, { actor: { id: `staff:${(i/B)%7}`, role: "agent", auth: "password+totp", session: "0011223344556677" }, request: randomUUID(), subject: account, object: randomUUID(), policy: { id: "standard", version: 1, digest: "ab".repeat(32) }, now: 1.7e12 + i*1000 });
    });
    const r = openReader(place().url);
    const cpu = (l: string, f: () => Promise<unknown>) => { const c = process.cpuUsage(); const t = performance.now(); return f().then((x) => { const u = process.cpuUsage(c); const s=(u.user + u.system)/1e6; console.log(place().kind, l, "cpu s", s.toFixed(2), "wall", ((performance.now()-t)/1e3).toFixed(2), "per s cpu", Math.round(N / s)); return x; }); };
    const v = await cpu("verify", () => verifyDatabase(db));
    console.log(v.report.slice(0, 200), process.memoryUsage().rss / 1e6);
    await cpu("csv", async () => { for await (const _ of exportEntries(place().url, none, "csv")); });
    await cpu("jsonl", async () => { for await (const _ of exportEntries(place().url, none, "jsonl")); });
    await cpu("hash only", async () => { for (let i = 0; i < N; i += 1000) { const rows = await r.sql.selectFrom("entry").select(["seq","bytes"]).where("seq", ">=", i).where("seq","<",i+1000).orderBy("seq").execute(); for (const x of rows) leafHash(x.bytes); } });
    for (const f of [none, {...none, actor:"staff:3"}, {...none, actor:"staff:3", outcome:"denied" as const}, {...none, type:"holder.signed-in"}, {...none, outcome:"error" as const}, {...none, actor:"staff:3", type:"ticket.opened", outcome: "denied" as const}, {...none, from:"2023-11-14T22:30:00Z", to: "2023-11-15"}]) {
      const t = performance.now(); let p; for (let k=0;k<20;k++) p = await trailPage(r, f, null, 50); console.log(JSON.stringify(f), p?.rows.length, ((performance.now()-t)/20).toFixed(2), "ms");
    }
    await r.close(); await db.close();
  }, 300000);
});
