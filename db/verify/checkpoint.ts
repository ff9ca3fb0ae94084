import { parseCheckpoint } from "domain/trail/checkpoint";
import { judgeNote, parseNote, parseVkey } from "domain/trail/note";
import type { Kysely } from "kysely";
import { lastCheckpoint } from "../checkpoints";
import type { Tables } from "../schema";
import type { Walk } from "./entries";
import { tampered } from "./verdict";

/** The newest published head is of no more entries than there are, and signed by a key that the trail itself names. */
export async function compareLastCheckpoint(sql: Kysely<Tables>, { tree, desk }: Walk): Promise<void> {
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
}
