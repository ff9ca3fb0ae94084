import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { freemem } from "node:os";

const SHARED_MEMORY = "/dev/shm";
const NEEDED_BYTES = 4 * 1024 ** 3;

/** From now on this process and those it starts put temporary files into memory, where the machine has enough to spare: a test's database is made, filled and dropped, and on many a disk to make and to drop one takes a second each. What is written is synced as on a disk. */
export function keepTemporaryFilesInMemory() {
  if (process.env.TMPDIR || !hasRoom()) return;
  const folder = mkdtempSync(`${SHARED_MEMORY}/countersign-`);
  // Whoever PostgreSQL runs as goes through it to a folder of its own.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}

function hasRoom() {
  if (!existsSync(SHARED_MEMORY)) return false;
  const { bavail, bsize } = statfsSync(SHARED_MEMORY);
  return Math.min(bavail * bsize, freemem()) >= NEEDED_BYTES;
}
