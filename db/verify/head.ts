import { isoOf } from "domain/time";
import type { VerifierKey } from "domain/trail/note";
import type { Kysely } from "kysely";
import type { Tables } from "../schema";
import type { Walk } from "./entries";
import { subtreesOf } from "./tree";
import { type Found, tampered } from "./verdict";

/** Compares the head, and how many subtree hashes there are, with the tree that grew from the entries. */
export async function compareHead(sql: Kysely<Tables>, { head, tree, at }: Walk): Promise<void> {
  if (tree.size < head.size)
    throw tampered("entry-missing", tree.size, `Entry ${tree.size} is missing: the head counts ${head.size}.`);
  if (tree.differs) throw tree.differs;
  const range = Buffer.concat(tree.range);
  if (!Buffer.isBuffer(head.range) || !range.equals(head.range))
    throw tampered("root-differs", null, "The root differs: the head's range is not that of the entries.");
  const { n } = await sql
    .selectFrom("node")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  const expected = subtreesOf(tree.size);
  if (Number(n) !== expected)
    throw tampered("subtree-unfounded", null, `There are ${n} subtree hashes where the entries make ${expected}.`);
  if (head.at !== (at || isoOf(0))) throw tampered("head-time", null, "The head's time is not that of the last entry.");
}

/** Whether the trail still begins with what an older head counted; with keys from elsewhere both were signed, and it was forked. */
export function compareOlder({ older, rewritten }: Walk, keys: readonly VerifierKey[]): void {
  if (!older || !rewritten) return;
  if (keys.length > 0 && older.size > 0)
    throw tampered(
      "forked",
      null,
      `The trail was forked: its first ${older.size} entries are not those of the checkpoint you hold, and both are signed.`,
    );
  throw tampered(
    "rewritten",
    null,
    `The trail was rewritten: its first ${older.size} entries are not those of the older head.`,
  );
}

/** What to say of a trail that counts fewer entries than an older head, or null. */
export function shorterThanOlder({ older, tree }: Walk): { cutOff: Found; restored: Found } | null {
  if (!older || older.size <= tree.size) return null;
  const counts = `the older head counts ${older.size} entries, here are ${tree.size}`;
  return {
    cutOff: tampered("cut-off", tree.size, `The trail was cut off: ${counts}.`),
    restored: tampered(
      "restored",
      tree.size,
      `An older backup was put in the place of the trail, or what it ends with was cut off together with all that follows from it: ${counts}.`,
    ),
  };
}
