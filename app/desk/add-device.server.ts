import { randomBytes } from "node:crypto";
import { refuse } from "domain/event";
import { addDevice as add } from "domain/holder-devices";
import { lookAlikeKey, parseSerial } from "domain/serial";
import { isoOf } from "domain/time";
import { uuidv7 } from "uuidv7";
import { type Door, hashOfOwnDevice, type Outcome } from "~/door.server";
import { ledgerNow } from "~/facts.server";
import { hasDevice } from "~/read-things.server";
import type { Who } from "./case.server";
import { type GivenPassword, ownCase, withPassword } from "./holder-password.server";

/** Puts a device on a holder's account by its label or the nine characters of it. */
export async function addDevice(
  door: Door,
  who: Who,
  account: string,
  { serial: typed, ...given }: GivenPassword & { serial: string },
): Promise<Outcome> {
  const serial = parseSerial(typed);
  const command = "device.add";
  if (!serial) return door.ledger.enact({ ...ownCase(who, account), decide: () => refuse(command, "not-a-serial") });
  return withPassword(door, who, { account, command }, given, async (anew) => {
    const row = await rowOf(door, account, serial);
    const same = await hasDevice(door, account, row.short);
    return door.ledger.enact({
      ...ownCase(who, account),
      decide: add({ device: row.id, row: hashOfOwnDevice(row), same, ...anew }),
      keep: [
        { keep: "own-device", row },
        await door.vault.seal(account, row.id, "serial", serial.full ?? serial.short),
      ],
    });
  });
}

async function rowOf(door: Door, account: string, serial: { short: string; full: string | null }) {
  const { lookup } = door.secrets;
  return {
    id: uuidv7().replaceAll("-", ""),
    account_id: account,
    short: lookup("serial", serial.short),
    whole: serial.full === null ? null : lookup("whole", serial.full),
    near: lookup("near", lookAlikeKey(serial.short)),
    added_at: isoOf(await ledgerNow(door)),
    salt: randomBytes(16),
  };
}
