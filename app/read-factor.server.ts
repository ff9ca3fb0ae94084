import { readHolderAccount } from "db/read/holder";
import { type FactorView, factorView } from "domain/view-factor";
import type { Door } from "./door.server";
import type { Holder } from "./holder.server";
import { sessionName } from "./staff.server";

/** A signed-in holder's second factor; `use` is one that their browser knows of. */
export async function readFactor(door: Door, holder: Holder, use: string | null = null): Promise<FactorView> {
  const { account, auth, since, session } = holder;
  const actor = { id: `holder:${account}`, role: "holder", auth, session: sessionName(session) } as const;
  const now = door.clock.now();
  const { reading, facts } = await readHolderAccount(door.reader, account, actor, now);
  return factorView(reading, facts, { since, use }, now);
}
