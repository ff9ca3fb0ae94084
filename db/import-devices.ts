import type { Db } from "./engine";
import { inBatch, type Refused, type Run, type Sealed, type Timed, type Tx } from "./import-batch";
import type { Tables } from "./schema";

export interface ReadyDevice extends Sealed<Tables["device"]> {
  line: number;
}

/** Adds devices; a SHORT that is on the same account already is the same device, on another account it is refused. */
export function addDevices(
  db: Db,
  run: Run,
  ready: readonly ReadyDevice[],
  refused: readonly Refused[],
): Promise<Timed<Tables["device"]>> {
  return inBatch(db, run, async (tx) => {
    const taken = await newDevices(
      tx,
      ready.map((d) => d.row),
    );
    const fresh = ready.filter((d) => taken.has(d.row.id));
    await tx.insert(
      "vault",
      fresh.flatMap((d) => d.vault),
    );
    const known = ready.filter((d) => !taken.has(d.row.id));
    const owners = await ownersOf(
      tx,
      known.map((d) => d.row.short),
    );
    const elsewhere = known.filter((d) => owners.get(d.row.short.toString("hex")) !== d.row.account_id);
    const bound = elsewhere.map((d) => ({ line: d.line, reason: "serial bound to another account" }));
    return { added: fresh.map((d) => d.row), same: known.length - elsewhere.length, refused: [...refused, ...bound] };
  });
}

const newOf = "on conflict (short) do nothing returning id";

async function newDevices(tx: Tx, rows: Tables["device"][]): Promise<Set<string>> {
  const made = await tx.insert<"device", Pick<Tables["device"], "id">>("device", rows, newOf);
  return new Set(made.map((row) => row.id));
}

async function ownersOf(tx: Tx, shorts: Buffer[]): Promise<Map<string, string>> {
  if (shorts.length === 0) return new Map();
  const rows = await tx.sql.selectFrom("device").select(["short", "account_id"]).where("short", "in", shorts).execute();
  return new Map(rows.map((row) => [row.short.toString("hex"), row.account_id]));
}
