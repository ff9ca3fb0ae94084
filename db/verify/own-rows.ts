import type { Recorded } from "domain/event";
import type { Kysely } from "kysely";
import { hashOfOwnDevice } from "../own-things";
import type { Tables } from "../schema";
import type { CaseFold } from "./cases";
import { tampered } from "./verdict";

/** What a holder's entries made beside the fold: each device with the hash its entry names, and the questions chosen last. */
export interface OwnThings {
  devices: Map<string, { seq: number; row: string }>;
  chosen: { seq: number; questions: string[] } | null;
}

export const noOwnThings = (): OwnThings => ({ devices: new Map(), chosen: null });

export function foldOwn(own: OwnThings, e: Recorded): void {
  if (e.type === "device.added") own.devices.set(e.data.device, { seq: e.seq, row: e.data.row });
  if (e.type === "questions.chosen") own.chosen = { seq: e.seq, questions: e.data.questions };
}

/** The devices and answers that holders added are those their entries made, and no other; throws Found at the first difference. */
export async function compareOwn(sql: Kysely<Tables>, folds: CaseFold[]): Promise<void> {
  const accounts = folds.map((f) => f.account);
  if (accounts.length === 0) return;
  const devices = await sql.selectFrom("own_device").selectAll().where("account_id", "in", accounts).execute();
  const answers = await sql
    .selectFrom("own_answer")
    .select(["id", "account_id"])
    .where("account_id", "in", accounts)
    .execute();
  for (const { account, own } of folds) {
    const mine = devices.filter((d) => d.account_id === account);
    for (const [id, { seq, row }] of own.devices) compareDevice(id, seq, row, mine);
    unfounded(
      "own_device",
      mine.map((d) => d.id),
      [...own.devices.keys()],
    );
    const kept = answers.filter((a) => a.account_id === account).map((a) => a.id);
    const chosen = own.chosen?.questions ?? [];
    const missing = chosen.find((id) => !kept.includes(id));
    if (missing) throw gone("own_answer", missing, own.chosen?.seq ?? null);
    unfounded("own_answer", kept, chosen);
  }
}

function compareDevice(id: string, seq: number, row: string, mine: readonly Tables["own_device"][]): void {
  const stored = mine.find((d) => d.id === id);
  if (!stored) throw gone("own_device", id, seq);
  if (hashOfOwnDevice(stored) !== row)
    throw tampered("row-differs", seq, `The own_device row ${id} is not what entry ${seq} says.`);
}

const gone = (table: string, id: string, seq: number | null) =>
  tampered("row-missing", seq, `The ${table} row ${id}, which entry ${seq} made, is missing.`);

function unfounded(table: string, ids: readonly string[], made: readonly string[]): void {
  const extra = ids.find((id) => !made.includes(id));
  if (extra) throw tampered("row-unfounded", null, `No entry made the ${table} row ${extra}.`);
}
