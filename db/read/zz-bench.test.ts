import { sql } from "kysely";
import { it } from "vitest";
import { makePlace } from "db/place";
import { openDesk, importAccount, fillTickets, staff, digest } from "db/read/testing-desk";
import { Told, lost } from "db/read/testing-told";
import { queuePage } from "db/read/queue";
import { readCase } from "db/read/case";
import { findAccount } from "db/read/find-account";
import { countViews } from "db/read/queue-counts";
import { candidates, lookIn } from "db/read/queue-views";
import { listTickets } from "db/read/queue";
import { approvalsPage } from "db/read/approvals";
import { ticketView } from "domain/view-ticket";
import { queueRow } from "domain/view-rows";

const p50 = async (n: number, f: () => Promise<unknown>) => { for (let i=0;i<3;i++) await f(); const t: number[] = []; for (let i = 0; i < n; i++) { const a = performance.now(); await f(); t.push(performance.now() - a); } t.sort((x, y) => x - y); return t[Math.floor(n / 2)]!.toFixed(2); };
it("bench", async () => {
  for (const kind of (process.env.KINDS ?? "sqlite").split(",") as ("sqlite"|"postgres")[]) for (const n of [10_000, 150_000]) {
    const place = await makePlace(kind); const desk = await openDesk(place);
    await importAccount(desk, "a"); const told = new Told(desk, "a", "t"); await told.opens(lost("password"));
    if (kind === "sqlite") await sql`pragma synchronous=off`.execute(desk.writer.sql);
    await fillTickets(desk, "t", n * 0.9, { state: "completed" });
    for (const [s, f] of [["open", .03], ["verifying", .02], ["in_review", .01], ["on_hold", .02], ["reset_sent", .02]] as const) await fillTickets(desk, "t", Math.round(n * f), { state: s, agent: s === "open" ? null : "ada", hold_ends_at: s === "on_hold" ? "2026-03-02T10:00:00.000Z" : null });
    if (kind === "postgres") await sql`analyze`.execute(desk.writer.sql);
    const q = (view: any, o: any = {}) => ({ view, tier: null, loss: null, region: null, from: null, ...o });
    const now = desk.clock.at;
    for (const [name, query] of [["all", q("all")], ["all deep", q("all", { from: { side: "newer", cursor: String(Math.round(n * 0.97)) } })], ["mine", q("mine")], ["unclaimed", q("unclaimed")], ["hold-ending", q("hold-ending")], ["ended", q("ended")], ["ended deep", q("ended", { from: { side: "older", cursor: "2000" } })], ["all T1", q("all", { tier: "T1" })], ["all rare", q("all", { tier: "T4" })], ["region", q("all", { region: "mea" })]] as const)
      console.log(kind, n, name, await p50(25, () => queuePage(desk.reader, "ada", query as any, now)));
    const cpu = async (k: number, f: () => Promise<unknown>) => { await f(); const a = process.cpuUsage(); for (let i = 0; i < k; i++) await f(); const u = process.cpuUsage(a); return ((u.user + u.system) / 1000 / k).toFixed(2); };
    console.log(kind, n, "cpu page all", await cpu(40, () => queuePage(desk.reader, "ada", q("all") as any, now)));
    console.log(kind, n, "cpu counts", await cpu(40, () => countViews(desk.reader, "ada", now)));
    const look = lookIn(q("all") as any, "ada", now, 51);
    console.log(kind, n, "cpu cand", await cpu(40, () => candidates(desk.reader, look).execute()));
    const look2 = lookIn(q("all", {tier: "T4"}) as any, "ada", now, 51);
    console.log(kind, n, "cpu cand rare", await cpu(20, () => candidates(desk.reader, look2).execute()));
    const nums = (await candidates(desk.reader, look).execute()).map((r) => r.number);
    console.log(kind, n, "cpu list", await cpu(40, () => listTickets(desk.reader, nums)));
    console.log(kind, n, "approvals", await p50(25, () => approvalsPage(desk.reader, null)));
    console.log(kind, n, "readCase", await p50(50, () => readCase(desk.reader, { number: 1001 }, staff("ada"))));
    console.log(kind, n, "find", await p50(50, () => findAccount(desk.reader, { kind: "email", digest: digest("a@mail") })));
    const page = await queuePage(desk.reader, "ada", q("unclaimed") as any, now);
    console.log("rows", await p50(50, async () => page.listed.map((l) => queueRow(l, { viewer: "ada", names: new Map(), now }))));
    const c = await readCase(desk.reader, { number: 1001 }, staff("ada"));
    console.log("ticketView", await p50(50, async () => ticketView({ ...c!, names: new Map(), texts: new Map(), say: (a, n) => n ?? a, now })));
    await desk.close(); await place.drop();
  }
}, 600_000);
