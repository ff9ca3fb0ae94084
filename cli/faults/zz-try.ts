import { openFaultDesk } from "/work/main/cli/faults/testing";
const t0=Date.now();
const kind = (process.argv[2] ?? "sqlite") as "sqlite";
const desk = await openFaultDesk(kind, { lanes: 3, holders: 9 });
console.log("desk", Date.now()-t0);
const w = desk.start({ do: "work" });
const c = desk.start({ do: "carry", fromBatch: 0, untilBatch: 2, alone: false });
await c.says("ready"); console.log("ready", Date.now()-t0);
try { await c.says("done"); } catch (e) { console.log(String(e)); }
console.log("done", Date.now()-t0, c.lines.length, c.lines.filter(l=>!l.startsWith("ack")&&!l.startsWith("ask")));
w.process.kill("SIGKILL"); await w.ended;
const c2 = desk.start({ do: "carry", fromBatch: 2, untilBatch: 3, alone: true });
try { await c2.says("done"); } catch (e) { console.log(String(e)); }
console.log("done", Date.now()-t0, c2.lines.length, c2.lines.filter(l=>l.startsWith("fail")), c2.process.exitCode, c2.process.signalCode);
await desk.drop();
