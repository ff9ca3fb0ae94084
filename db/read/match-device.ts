import type { MatchResult } from "domain/event";
import { provingDevices } from "domain/holder-devices";
import { type Instant, instantOf } from "domain/time";
import type { Db } from "../engine";
import { visibleSets } from "../load";
import { holderOfSerial, stateOf } from "../own-things";

/** The keyed digests of a typed serial: its SHORT, the whole label where one was typed, and its look-alike key. */
export interface SerialDigests {
  short: Buffer;
  whole: Buffer | null;
  near: Buffer;
}
export interface DeviceMatch {
  result: MatchResult;
  /** The device that matched; a near one is not named. */
  device: string | null;
  /** The whole recorded label was equal. */
  whole: boolean;
  /** When the device that matched was bound to the account. */
  boundAt: Instant | null;
}

/**
 * Compares a serial with the devices of one account, and with no other's; `former` are those its holder took off lately, too. What its
 * holder added and another account has is no match.
 */
export async function matchSerial(
  reader: Db,
  account: string,
  typed: SerialDigests,
  by: { former: boolean; now: Instant },
): Promise<DeviceMatch> {
  const { sql } = reader;
  const columns = ["id", "short", "whole", "near"] as const;
  const [imported, own, state] = await Promise.all([
    sql
      .selectFrom("device")
      .select([...columns, "bound_at"])
      .where("account_id", "=", account)
      .where("set_id", "in", visibleSets(sql))
      .execute(),
    sql
      .selectFrom("own_device")
      .select([...columns, "added_at as bound_at"])
      .where("account_id", "=", account)
      .execute(),
    sql.selectFrom("account_state").select("doc").where("account_id", "=", account).executeTakeFirst(),
  ]);
  const proves = provingDevices(stateOf(state?.doc ?? null), by);
  const devices = [...imported, ...own].filter((d) => proves(d.id));
  const same = devices.find((d) => d.short.equals(typed.short));
  if (same && own.some((d) => d.id === same.id) && (await isElsewhere(reader, account, typed.short)))
    return { result: "miss", device: null, whole: false, boundAt: null };
  if (same)
    return {
      result: "match",
      device: same.id,
      whole: isWhole(same.whole, typed.whole),
      boundAt: instantOf(same.bound_at),
    };
  const near = devices.some((d) => d.near.equals(typed.near));
  return { result: near ? "near" : "miss", device: null, whole: false, boundAt: null };
}

/** Another account has it: an import gave it to that one, or its holder added it first. */
async function isElsewhere({ sql }: Db, account: string, short: Buffer): Promise<boolean> {
  const holder = await holderOfSerial(sql, short);
  return holder !== null && holder !== account;
}

/** If only the SHORT is on record, or only the SHORT was typed, it is a SHORT match. */
const isWhole = (recorded: Buffer | null, typed: Buffer | null): boolean =>
  recorded !== null && typed !== null && recorded.equals(typed);
