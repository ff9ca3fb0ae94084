import { note } from "domain/end";
import type { Door, Outcome } from "~/door.server";
import { type CaseRef, enactCase, type Who } from "./case.server";
import { keptText } from "./free-text.server";

/** Saves a note; what must not stand in one is replaced by a tombstone, and `removed` says how much was. */
export async function addNote(
  door: Door,
  who: Who,
  ref: CaseRef,
  text: string,
): Promise<Outcome & { removed: number }> {
  const kept = await keptText(door, ref.account, text);
  const decide = note({ note: kept.id, removed: kept.removed, commitment: kept.commitment });
  const outcome = await enactCase(door, who, ref, decide, { keep: kept.keep });
  return { ...outcome, removed: kept.removed };
}
