import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openReader } from "db/engine";
import { readHead } from "db/head";
import { verifyDatabase } from "db/verify";
import { addNote } from "~/desk/add-note.server";
import { type CaseRef, caseNow } from "~/desk/case.server";
import { lookOver } from "./afterwards";
import { emptyOutbox } from "./kills";
import { by } from "./story";
import { type FaultDesk, openFaultDesk } from "./testing";
import { agentOf, claimedTicket } from "./two-desks";

/** By hand, as root: `npx tsx cli/faults/run-disk.ts`; a SQLite desk on a full disk, then one whose disk fails to sync or to write (strace). */
const faults: string[] = [];
const mostNotes = 2000;
await onSmallDisk(fillUp);
for (const when of [12, 25, 40]) await failOnce("fdatasync,fsync:error=EIO", when);
for (const when of [30, 90, 200]) await failOnce("pwrite64:error=ENOSPC", when);
for (const fault of faults) console.log(`FAULT ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** Mounts a disk of 4 MB that everything of a desk is made on; says so plainly where that cannot be done. */
async function onSmallDisk(body: (disk: string) => Promise<void>): Promise<void> {
  const disk = mkdtempSync(join(tmpdir(), "countersign-disk-"));
  const before = process.env.TMPDIR;
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", disk]);
  } catch {
    console.log("Skipped: a small disk cannot be mounted here.");
    return rmdirSync(disk);
  }
  process.env.TMPDIR = disk;
  try {
    await body(disk);
  } finally {
    process.env.TMPDIR = before ?? "/tmp";
    execFileSync("umount", [disk]);
    rmdirSync(disk);
  }
}

async function fillUp(disk: string): Promise<void> {
  const desk = await openFaultDesk("sqlite", { lanes: 1, holders: 4 });
  try {
    const ref = await claimedTicket(desk, 0);
    const filler = join(disk, "filler");
    fill(filler);
    const { notes, error } = await noteUntilRefused(desk, ref);
    console.log(`Full: ${notes} more notes fitted into the log, then: ${error}`);
    if (error === null) faults.push("A full disk refused nothing.");
    await expectWhole(desk, ref, notes, "On the full disk");
    rmSync(filler);
    const again = await addNote(desk.house.door, by(agentOf(desk)), ref, "There is room again.");
    if (again.refused) faults.push(`With room again a note was refused: ${again.refused}.`);
    await expectWhole(desk, ref, notes + 1, "With room again");
  } finally {
    await desk.drop();
  }
}

function fill(file: string): void {
  for (const size of [65_536, 4096, 512]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: "a" });
    } catch {
      // It is full for blocks of this size.
    }
  }
}

async function noteUntilRefused(desk: FaultDesk, ref: CaseRef): Promise<{ notes: number; error: string | null }> {
  for (let notes = 0; notes < mostNotes; notes += 1) {
    try {
      await addNote(desk.house.door, by(agentOf(desk)), ref, `Note number ${notes}.`);
    } catch (error) {
      return { notes, error: String(error) };
    }
  }
  return { notes: mostNotes, error: null };
}

/** As many notes in the ticket as were acknowledged, and a trail that verifies. */
async function expectWhole(desk: FaultDesk, ref: CaseRef, notes: number, when: string): Promise<void> {
  const reader = openReader(desk.place.url);
  const verdict = await verifyDatabase(reader);
  const { size } = await readHead(reader);
  await reader.close();
  const kept = (await caseNow(desk.house.door, ref)).ticket?.notes.length;
  console.log(`${when}: ${verdict.verdict}, ${size} entries, ${kept} notes of ${notes} acknowledged.`);
  if (verdict.exit !== 0) faults.push(`${when}: ${verdict.report}`);
  if (kept !== notes) faults.push(`${when}: ${kept} notes are kept of ${notes} acknowledged.`);
}

/** One system call of a desk's process fails; the process says an error, and another carries its tickets to their end. */
async function failOnce(call: string, when: number): Promise<void> {
  const desk = await openFaultDesk("sqlite", { lanes: 1, holders: 1 });
  try {
    const names = call.split(":")[0] ?? "";
    const tracer = [
      "strace",
      "-f",
      "-qq",
      "-o",
      "/dev/null",
      "-e",
      `trace=${names}`,
      "-e",
      `inject=${call}:when=${when}`,
    ];
    const hurt = desk.start({ do: "carry", fromBatch: 0, untilBatch: 1, alone: true }, tracer);
    await hurt.ended;
    const next = desk.start({ do: "carry", fromBatch: 0, untilBatch: 1, alone: true });
    await next.ended;
    await emptyOutbox(desk);
    const acks = [hurt, next].flatMap((c) =>
      c.lines.filter((l) => l.startsWith("ack ")).flatMap((l) => JSON.parse(l.slice(4))),
    );
    const after = await lookOver(desk, acks);
    const failed = hurt.lines.find((l) => l.startsWith("failed "))?.split(" | ")[0] ?? "no failure was said";
    console.log(
      `${call}, call ${when}: ${failed}; then ${after.verdict}, ${acks.length} acknowledged entries, faults: ${after.faults.length}.`,
    );
    faults.push(...after.faults.map((f) => `${call}, call ${when}: ${f}`));
    if (next.lines.at(-1) !== "done")
      faults.push(`${call}, call ${when}: the next process did not come to the end: ${next.lines.at(-1)}`);
  } finally {
    await desk.drop();
  }
}
