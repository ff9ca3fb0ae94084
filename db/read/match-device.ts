import type { MatchResult } from "domain/event";
import { type Instant, instantOf } from "domain/time";
import type { Db } from "../engine";
import { visibleSets } from "../load";

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

/** Compares a serial with the devices of one account, and with no other's. */
export async function matchSerial(reader: Db, account: string, typed: SerialDigests): Promise<DeviceMatch> {
  const { sql } = reader;
  const columns = ["id", "short", "whole", "near", "bound_at"] as const;
  const rows = sql.selectFrom("device").select(columns).where("account_id", "=", account);
  const devices = await rows.where("set_id", "in", visibleSets(sql)).execute();
  const same = devices.find((d) => d.short.equals(typed.short));
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

/** If only the SHORT is on record, or only the SHORT was typed, it is a SHORT match. */
const isWhole = (recorded: Buffer | null, typed: Buffer | null): boolean =>
  recorded !== null && typed !== null && recorded.equals(typed);
