import type { Refused } from "./refusals";

const byHolder = (staff: string): Refused => ({ staff, say: null });

/** Refusals of what holders change of their own accounts. */
export const holderRefusals: Record<string, Refused> = {
  "already-stopped": byHolder("The account is frozen already, so there was nothing left to stop."),
  "same-password": byHolder("The holder typed the password that the account has already, so nothing was changed."),
  "password-elsewhere": byHolder("The account lives in another directory: its password is changed by a link or code."),
  "no-such-session": byHolder("That session had ended already."),
  "contact-on-file": byHolder("That address or number is one of the holder's contacts already."),
  "contacts-full": byHolder("The account has ten contacts. One has to go before another joins."),
  "nothing-to-confirm": byHolder("No contact of the holder's waits for a code."),
  "last-contact": byHolder("It is the account's last contact, which its holder cannot take off."),
  "phone-is-second-factor": byHolder(
    "Codes by text to that phone are the second factor. An authenticator has to be turned on in their place first.",
  ),
  "device-on-file": byHolder("The account has that device already."),
  "devices-full": byHolder("The account has two hundred devices. One has to go before another joins."),
  "too-many-devices-today": byHolder("The holder added twenty devices within a day. More can be added tomorrow."),
  "no-such-device": byHolder("That device is not on the account, or not any more."),
};
