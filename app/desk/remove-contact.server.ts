import { removeContact as remove } from "domain/holder-contacts";
import type { Door, Outcome } from "~/door.server";
import type { Who } from "./case.server";
import { type GivenPassword, ownCase, withPassword } from "./holder-password.server";

/** Takes a contact off a holder's account: it finds the account no more. */
export const removeContact = (
  door: Door,
  who: Who,
  account: string,
  { contact, ...given }: GivenPassword & { contact: string },
): Promise<Outcome> =>
  withPassword(door, who, { account, command: "own-contact.remove" }, given, (anew) =>
    door.ledger.enact({
      ...ownCase(who, account),
      decide: remove({ contact, ...anew }),
      keep: [{ keep: "contact-unlisted", contact, account }],
    }),
  );
