import { randomBytes } from "node:crypto";
import { redactText, scanText } from "domain/scan";
import { commitmentOf } from "domain/trail/entry";
import { uuidv7 } from "uuidv7";
import type { Door, Keep } from "~/door.server";

export interface KeptReason {
  /** Where the words are in the vault, and a commitment to them. */
  reason: { id: string; commitment: string };
  keep: Keep[];
}

/**
 * A reason's words sealed for the desk, or for the account that they are about, whose erasure takes them with it; free of
 * what must not stand in free text. Null when there are fewer than `least` characters.
 */
export async function keptReason(door: Door, typed: string, least: number, owner = "desk"): Promise<KeptReason | null> {
  if (!isEnough(typed, least)) return null;
  const text = typed.trim();
  const clean = redactText(text, scanText(text));
  const id = uuidv7().replaceAll("-", "");
  const salt = randomBytes(32);
  const keep = [
    await door.vault.seal(owner, id, "reason", clean),
    await door.vault.seal(owner, id, "reason.salt", salt),
  ];
  return { reason: { id, commitment: commitmentOf(salt, clean) }, keep };
}

/** Whether a reason has the characters it takes: asked before a code is spent, which would have to be awaited anew. */
export const isEnough = (typed: string, least: number): boolean => [...typed.trim()].length >= least;
