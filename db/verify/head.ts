import { isoOf } from "domain/time";
import type { Kysely } from "kysely";
import type { Tables } from "../schema";
import type { Walk } from "./entries";
import { subtreesOf } from "./tree";
import { tampered } from "./verdict";

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

/** Whether the trail still begins with what an older head counted. */
export function compareOlder({ older, tree, rewritten }: Walk): void {
  if (!older) return;
  if (older.size > tree.size)
    throw tampered(
      "cut-off",
      tree.size,
      `The trail was cut off: the older head counts ${older.size} entries, here are ${tree.size}.`,
    );
  if (rewritten)
    throw tampered(
      "rewritten",
      null,
      `The trail was rewritten: its first ${older.size} entries are not those of the older head.`,
    );
}
