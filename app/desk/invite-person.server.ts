import { cleanEmail } from "domain/email";
import { refuse } from "domain/event";
import { invite, receiveInvitation } from "domain/invite";
import { maskContact } from "domain/mask";
import { uuidv7 } from "uuidv7";
import type { Door, Outcome } from "~/door.server";
import { accountByEmail } from "~/facts.server";
import { partOf, type Who } from "./case.server";

/**
 * Invites whoever is reached at an address to vouch for this account. Where no account has it, the same is read and as many
 * commands are entered, and the page says the same; only the address's mask is kept, for the one who typed it.
 */
export async function invitePerson(
  door: Door,
  who: Who,
  account: string,
  typed: { email: string; installer: boolean },
): Promise<Outcome> {
  const own = { ...who, stream: "case", account, ticket: null } as const;
  const address = cleanEmail(typed.email);
  if (address === null) return door.ledger.enact({ ...own, decide: () => refuse("link.invite", "not-an-address") });
  const { account: other, contacts } = await accountByEmail(door, address);
  const id = uuidv7().replaceAll("-", "");
  const kept = await door.vault.seal(account, id, "invited", maskContact("email", address));
  const decide = invite({ id, other, installer: typed.installer });
  const invited = await door.ledger.enact({ ...own, decide, keep: [kept] });
  const [first] = invited.events;
  if (invited.refused !== null || first?.type !== "link.invited") return invited;
  // The id of the invitation that stands: a form that came twice made another one for nothing.
  const receive = receiveInvitation({ id: first.data.link, from: account, contacts });
  const to =
    other === null
      ? { account, decide: () => refuse("link.receive", "no-such-account") }
      : { account: other, decide: receive };
  await door.ledger.enact({ ...partOf(who, "received"), stream: "case", ticket: null, ...to });
  return invited;
}
