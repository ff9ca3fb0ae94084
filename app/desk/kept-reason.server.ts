import { randomBytes } from "node:crypto";
import { leastReason } from "domain/export";
import { redactText, scanText } from "domain/scan";
import { commitmentOf } from "domain/trail/entry";
import { uuidv7 } from "uuidv7";
import type { Door, Keep } from "~/door.server";

export interface KeptReason {
  reason: { id: string; commitment: string };
  keep: Keep[];
}

/** The words of a reason sealed for the desk, free of what must not stand in free text; null when there are too few. */
export async function keptReason(door: Door, typed: string): Promise<KeptReason | null> {
  const text = typed.trim();
  if ([...text].length < leastReason) return null;
  const clean = redactText(text, scanText(text));
  const id = uuidv7().replaceAll("-", "");
  const salt = randomBytes(32);
  const keep = [
    await door.vault.seal("desk", id, "reason", clean),
    await door.vault.seal("desk", id, "reason.salt", salt),
  ];
  return { reason: { id, commitment: commitmentOf(salt, clean) }, keep };
}
