import { openReader } from "./engine";
import { verifyDatabase } from "./verify";

const db = openReader("sqlite:/tmp/prof/c.db");
const c = process.cpuUsage();
const v = await verifyDatabase(db);
const u = process.cpuUsage(c);
const s = (u.user + u.system) / 1e6;
console.log(v.verdict, s.toFixed(2), Math.round(v.size / s));
await db.close();
