import type { Account } from "./account";
import type { Decide } from "./case";
import { event } from "./event";
import { type GivenAnew, holderChange } from "./holder-change";
import { accountNews } from "./notify-account";
import { hours, type Instant, lifetime } from "./time";

const mostDevices = 200;
const mostAddedPerDay = 20;

interface Adding extends GivenAnew {
  device: string;
  /** The SHA-256 over what is kept of it, so that the verifier finds it changed. */
  row: string;
  /** A device of this account in force has this very serial. */
  same: boolean;
}

/**
 * Puts a device on the account by its serial; it proves something after the month that all waits which joins an account.
 * Nobody learns here whether another account has it: one that does keeps it, and then this one proves nothing.
 */
export function addDevice(a: Adding): Decide {
  return holderChange("device.add", a, (c, facts, now, refused) => {
    if (a.same) return refused("device-on-file");
    if (facts.devices >= mostDevices) return refused("devices-full");
    const today = (c.account?.devices ?? []).filter((d) => now - d.at < hours(24));
    if (today.length >= mostAddedPerDay) return refused("too-many-devices-today");
    return [
      event("device.added", { device: a.device, row: a.row }),
      ...accountNews(c, facts, now, "device-added", a.device),
    ];
  });
}

/**
 * Takes a device off: from now on it finds no account and proves nothing in an ordinary ticket, but for thirty days
 * it still speaks for who says that this was not them, so that a thief cannot take a holder's proof away.
 */
export function removeDevice(r: { device: string; isTheirs: boolean } & GivenAnew): Decide {
  return holderChange("device.remove", r, (c, facts, now, refused) => {
    if (!r.isTheirs || !isOnAccount(c.account, r.device)) return refused("no-such-device");
    return [
      event("device.removed", { device: r.device }),
      ...accountNews(c, facts, now, "device-removed", `${r.device}.removed`),
    ];
  });
}

/** The holder did not take this device off. */
export const isOnAccount = (account: Account | null, device: string): boolean =>
  account?.devicesRemoved?.[device] === undefined;

/** The devices that prove something now; to an objector, and where a frozen account is to be opened, those taken off lately too. */
export function provingDevices(account: Account | null, by: { former: boolean; now: Instant }) {
  return (device: string): boolean => {
    const removedAt = account?.devicesRemoved?.[device];
    return removedAt === undefined || (by.former && by.now - removedAt < lifetime.objectionMs);
  };
}
