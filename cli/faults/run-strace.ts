import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFaultDesk } from "./testing";

/** By hand: `npx tsx cli/faults/run-strace.ts`; needs strace. Exit code 1 when a change was acknowledged before its commit was synced. */
const desk = await openFaultDesk("sqlite", { lanes: 1, holders: 2 });
const folder = mkdtempSync(join(tmpdir(), "countersign-strace-"));
try {
  const calls = "trace=fdatasync,fsync,write";
  const tracer = ["strace", "-ff", "-y", "-s", "400", "-e", calls, "-e", "signal=none", "-o", join(folder, "calls")];
  const child = desk.start({ do: "carry", fromBatch: 0, untilBatch: 2, alone: true }, tracer);
  await child.says("done");
  await child.ended;
  const judged = readdirSync(folder).flatMap((name) => judge(readFileSync(join(folder, name), "utf8").split("\n")));
  const unsynced = judged.filter((change) => change.syncs === 0);
  console.log(
    `${judged.length} changes were acknowledged, ${judged.length - unsynced.length} of them after a sync of the write-ahead log.`,
  );
  for (const { request, answer } of unsynced) console.log(`Not synced: ${request} ${answer}`);
  process.exitCode = unsynced.length > 0 || judged.length < 50 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
  await desk.drop();
}

interface Change {
  request: string;
  answer: string;
  syncs: number;
}

/** The changes one thread asked for and acknowledged, each with the syncs of the database's log that succeeded in between. */
function judge(calls: readonly string[]): Change[] {
  const changes: Change[] = [];
  let asked: Change | null = null;
  for (const call of calls) {
    const request = /^write\(1<[^>]*>, "ask ([^"\\]+)/.exec(call)?.[1];
    if (request) asked = { request, answer: "", syncs: 0 };
    if (asked && /^f(?:data)?sync\(\d+<[^>]*countersign\.db-wal>\)\s+= 0/.test(call)) asked.syncs += 1;
    if (asked && /^write\(1<[^>]*>, "ack /.test(call)) {
      changes.push({ ...asked, answer: call.slice(0, 160) });
      asked = null;
    }
  }
  return changes;
}
