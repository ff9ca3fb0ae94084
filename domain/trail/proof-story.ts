import type { Account } from "../account";
import type { EventType, Recorded } from "../event";
import { mayVouchFrom } from "../link";
import { tiers } from "../loss";
import type { Ticket } from "../ticket";
import { isOpenVouch } from "../vouch-asked";

type Of<T extends EventType> = Extract<Recorded, { type: T }>;

/** Why a saved code could not have proved anything then, or null: it is one of the set in force, made before the ticket and not spent. */
export function savedCodeProblem(e: Of<"saved-code.checked">, t: Ticket, a: Account | null): string | null {
  const { code, evidence } = e.data;
  const codes = a?.savedCodes;
  if (code === null) return evidence === null ? null : "it proves something by no code";
  if (!codes || !code.startsWith(`${codes.set}.`)) return "its code was of no set in force";
  if (codes.spent.some((one) => one.code === code)) return "its code had been spent";
  return evidence !== null && codes.madeAt >= t.openedAt ? "its code was made after the ticket was opened" : null;
}

/** Why nobody could have vouched then, or null: by a link of the account that is old enough, and a number in force that its other end had typed. */
export function vouchProblem(e: Of<"vouch.given">, t: Ticket, a: Account | null): string | null {
  const link = a?.links?.find((one) => one.id === e.data.link && one.side === "owner");
  if (!link || e.actor.id !== `voucher:${link.other}`) return "who vouched was not linked to the account";
  if (e.at < (mayVouchFrom(link) ?? Number.POSITIVE_INFINITY)) return "who vouched could not do so yet";
  const { vouch } = t;
  if (vouch?.openedBy !== link.id || vouch.generation !== e.data.generation) return "the number had not been typed";
  if (vouch.givenAt !== null) return "it had been vouched for by that number";
  return isOpenVouch(vouch, e.at) ? null : "its number was void by then";
}

/** Why a ticket could not have come to this tier, or null: it only ever rises. */
export const tierProblem = (to: Ticket["tier"], t: Ticket): string | null =>
  tiers.indexOf(to) >= tiers.indexOf(t.tier) ? null : "its tier would have fallen";
