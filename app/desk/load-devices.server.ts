import { lookAlikeKey } from "domain/serial";
import { checkDevice, type DeviceRow } from "~/directory/check-device";
import type { Row } from "~/directory/tables";
import { addDevices, freshBytes, type ReadyDevice } from "~/import-door.server";
import { ownedRows, sealedIn } from "./import-owners.server";
import { type ImportRun, land } from "./import-run.server";

/** Loads rows of devices.csv in one transaction, and tells how long that took in milliseconds. */
export async function loadDevices(run: ImportRun, rows: readonly Row[]): Promise<number> {
  const owned = await ownedRows(run, rows, true);
  const ready: ReadyDevice[] = [];
  for (const { row, account } of owned.rows) {
    const device = checkDevice(row.cells);
    if (typeof device === "string") owned.refused.push({ line: row.line, reason: device });
    else ready.push({ line: row.line, ...readyDevice(run, owned.keys, account, device) });
  }
  return land(run, "device", await addDevices(run.house.writer, run, ready, owned.refused));
}

function readyDevice(
  run: ImportRun,
  keys: Map<string, Buffer>,
  account: string,
  device: DeviceRow,
): Omit<ReadyDevice, "line"> {
  const { lookup } = run.house.door.secrets;
  const { short, whole } = device;
  const id = run.newId();
  return {
    row: {
      id,
      account_id: account,
      set_id: run.set,
      short: lookup("serial", short),
      whole: whole === null ? null : lookup("whole", whole),
      near: lookup("near", lookAlikeKey(short)),
      bound_at: device.boundAt,
      salt: freshBytes(16),
    },
    vault: sealedIn(run, keys, { owner: account, id }, { serial: whole ?? short }),
  };
}
