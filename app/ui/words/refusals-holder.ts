import type { Refused } from "./refusals";

const byHolder = (staff: string): Refused => ({ staff, say: null });

/** Refusals of what holders change of their own accounts. */
export const holderRefusals: Record<string, Refused> = {
  "contact-on-file": byHolder("That address or number is one of the holder's contacts already."),
  "contacts-full": byHolder("The account has ten contacts. One has to go before another joins."),
  "nothing-to-confirm": byHolder("No contact of the holder's waits for a code."),
  "last-contact": byHolder("It is the account's last contact, which its holder cannot take off."),
  "phone-is-second-factor": byHolder(
    "Codes by text to it are the second factor. Another phone has to be on the account for 30 days first.",
  ),
  "device-on-file": byHolder("The account has that device already."),
  "devices-full": byHolder("The account has two hundred devices. One has to go before another joins."),
  "too-many-devices-today": byHolder("The holder added twenty devices within a day. More can be added tomorrow."),
  "no-such-device": byHolder("That device is not on the account, or not any more."),
};
