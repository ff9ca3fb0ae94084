import { removeDevice as remove } from "domain/holder-devices";
import type { Door, Outcome } from "~/door.server";
import { isTheirDevice } from "~/read-things.server";
import type { Who } from "./case.server";
import { type GivenPassword, ownCase, withPassword } from "./holder-password.server";

/** Takes a device off a holder's account. */
export const removeDevice = (
  door: Door,
  who: Who,
  account: string,
  { device, ...given }: GivenPassword & { device: string },
): Promise<Outcome> =>
  withPassword(door, who, { account, command: "device.remove" }, given, async (anew) =>
    door.ledger.enact({
      ...ownCase(who, account),
      decide: remove({ device, isTheirs: await isTheirDevice(door, account, device), ...anew }),
    }),
  );
