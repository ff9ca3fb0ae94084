import { isOnAccount } from "domain/holder-devices";
import { type Instant, instantOf } from "domain/time";
import type { Db } from "../engine";
import { joinedLater, visibleSets } from "../load";
import { stateOf } from "../own-things";

/** A device on an account, imported or added by its holder, that the holder did not take off. */
export interface StoredDevice {
  id: string;
  short: Buffer;
  since: Instant;
  /** When it joined an account that was on file already; null where it came with it. */
  joinedAt: Instant | null;
}

const mostListed = 500;

/** The devices of an account, the newest first; of one that is there in two forms the one that counts. */
export async function devicesOf({ sql }: Db, account: string): Promise<StoredDevice[]> {
  const [imported, own, state, row] = await Promise.all([
    sql
      .selectFrom("device as d")
      .innerJoin("directory_set as s", "s.id", "d.set_id")
      .select(["d.id", "d.short", "d.bound_at", "d.set_id", "s.visible_at"])
      .where("d.account_id", "=", account)
      .where("d.set_id", "in", visibleSets(sql))
      .orderBy("d.bound_at", "desc")
      .limit(mostListed)
      .execute(),
    sql.selectFrom("own_device").select(["id", "short", "added_at"]).where("account_id", "=", account).execute(),
    sql.selectFrom("account_state").select("doc").where("account_id", "=", account).executeTakeFirst(),
    sql.selectFrom("account").select("set_id").where("id", "=", account).executeTakeFirst(),
  ]);
  const later = joinedLater(imported, row?.set_id ?? 0);
  const all = [
    ...imported.map((d) => ({ ...d, since: instantOf(d.bound_at), joinedAt: later[d.id] ?? null })),
    ...own.map((d) => ({ ...d, since: instantOf(d.added_at), joinedAt: instantOf(d.added_at) })),
  ].filter((d) => isOnAccount(stateOf(state?.doc ?? null), d.id));
  const first = all.filter((d, i) => all.findIndex((other) => other.short.equals(d.short)) === i);
  return first
    .map(({ id, short, since, joinedAt }) => ({ id, short, since, joinedAt }))
    .sort((a, b) => b.since - a.since);
}
