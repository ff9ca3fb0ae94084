import { randomBytes } from "node:crypto";
import { redactText, scanText } from "domain/scan";
import { commitmentOf } from "domain/trail/entry";
import { uuidv7 } from "uuidv7";
import type { Door, Keep } from "~/door.server";

export interface KeptText {
  /** The vault id of the text. */
  id: string;
  /** How many serials, codes, addresses and numbers were taken out before saving. */
  removed: number;
  commitment: string;
  keep: Keep[];
}

/** Scans free text, takes out what must not stand in it, and seals the rest for the vault. */
export async function keptText(door: Door, account: string, text: string): Promise<KeptText> {
  const findings = scanText(text);
  const clean = redactText(text, findings);
  const id = uuidv7().replaceAll("-", "");
  const salt = randomBytes(32);
  const keep = [
    await door.vault.seal(account, id, "text", clean),
    await door.vault.seal(account, id, "text.salt", salt),
  ];
  return { id, removed: findings.length, commitment: commitmentOf(salt, clean), keep };
}
