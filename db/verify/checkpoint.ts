import { parseCheckpoint } from "domain/trail/checkpoint";
import { formatVkey, judgeNote, parseNote, parseVkey, type VerifierKey } from "domain/trail/note";
import type { Kysely } from "kysely";
import { firstCovering, lastCheckpoint } from "../checkpoints";
import type { Tables } from "../schema";
import type { Walk } from "./entries";
import { tampered } from "./verdict";

/**
 * The newest published head is of no more entries than there are, and signed by a key that the trail itself names; with keys
 * from elsewhere, by one of them, or by one that they handed over to.
 */
export async function compareLastCheckpoint(
  sql: Kysely<Tables>,
  { tree, desk }: Walk,
  pinned: readonly VerifierKey[],
): Promise<void> {
  const last = await lastCheckpoint(sql);
  if (!last) return;
  if (last.size > tree.size)
    throw tampered(
      "cut-off",
      tree.size,
      `The trail was cut off: ${last.size} entries were published, here are ${tree.size}.`,
    );
  const note = parseNote(last.note);
  const checkpoint = note && parseCheckpoint(note.text);
  const keys = (desk.desk?.value.logKeys ?? []).flatMap((key) => parseVkey(key) ?? []);
  if (!note || checkpoint?.size !== last.size || !checkpoint.root.equals(last.root))
    throw tampered(
      "checkpoint-differs",
      null,
      `The checkpoint of ${last.size} entries is not the note it is stored with.`,
    );
  if (!keys.some((key) => judgeNote(note, key) === "signed"))
    throw tampered("checkpoint-unsigned", null, `No key of this trail signed its checkpoint of ${last.size} entries.`);
  if (pinned.length > 0 && !(await trusted(sql, desk, pinned)).some((key) => judgeNote(note, key) === "signed"))
    throw tampered(
      "checkpoint-other-key",
      null,
      "What was published last is not signed by a key you gave, nor by one it handed over to: the trail was written anew with another key.",
    );
}

/** The keys given, and each that one of these handed over to: by signing a checkpoint over the entry that adopts it. */
async function trusted(sql: Kysely<Tables>, { adopted }: Walk["desk"], pinned: readonly VerifierKey[]) {
  const keys = [...pinned];
  for (const { seq, key, before } of adopted) {
    const [next, old] = [parseVkey(key), keys.find((k) => formatVkey(k) === before)];
    const covering = old && next ? await firstCovering(sql, seq) : null;
    const note = covering && parseNote(covering.note);
    if (old && next && note && judgeNote(note, old) === "signed") keys.push(next);
  }
  return keys;
}
