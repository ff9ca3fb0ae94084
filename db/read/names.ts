import type { Instant } from "domain/time";
import { minutes } from "domain/time";
import type { Vault } from "../vault";

/** A member's name in the vault: row id is the staff id, the field `name`, the owner `staff:<id>`. */
const staffNameField = "name";

/** Names of staff by id, from the vault once and then from memory for some minutes; ids without a name are left out. */
export async function staffNames(vault: Vault, ids: readonly string[], now: Instant): Promise<Map<string, string>> {
  const known = memoryOf(vault, now);
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) {
    const opened = await vault.openMany(missing);
    for (const id of missing) {
      const name = opened.get(`${id}/${staffNameField}`);
      if (name) known.set(id, name.toString("utf8"));
    }
  }
  return new Map(ids.flatMap((id) => (known.has(id) ? [[id, known.get(id) ?? ""] as const] : [])));
}

interface Memory {
  since: Instant;
  names: Map<string, string>;
}
// Short, so that a name erased in the vault is soon gone from every process.
const rememberedMs = minutes(5);
const memories = new WeakMap<Vault, Memory>();

function memoryOf(vault: Vault, now: Instant): Map<string, string> {
  const memory = memories.get(vault);
  if (memory && Math.abs(now - memory.since) < rememberedMs) return memory.names;
  const names = new Map<string, string>();
  memories.set(vault, { since: now, names });
  return names;
}
