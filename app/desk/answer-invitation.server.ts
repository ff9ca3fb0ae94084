import type { Decide } from "domain/case";
import { acceptInvitation, declineInvitation, endLink } from "domain/invite";
import type { Door, Outcome } from "~/door.server";
import { accountNow, partOf, refusalNow, type Who } from "./case.server";

/** Accepts or declines an invitation, on the side of who invited and then on one's own: sent again, it finishes what was begun. */
export function answerInvitation(
  door: Door,
  who: Who,
  account: string,
  answer: { link: string; accept: boolean },
): Promise<Outcome> {
  const x = { link: answer.link, voucher: account };
  const decide = answer.accept ? acceptInvitation(x) : declineInvitation(x);
  return onBothSides(door, who, { account, link: x.link }, { decide, done: answer.accept ? ["already-linked"] : gone });
}

/** Ends a link, or takes an invitation back, on both sides. */
export function endLinkWith(door: Door, who: Who, account: string, link: string): Promise<Outcome> {
  return onBothSides(door, who, { account, link }, { decide: endLink({ link, by: account }), done: gone });
}

/** Refusals that say the other side has it already, or has it no more. */
const gone = ["no-such-invitation", "no-such-link"];

interface Side {
  decide: Decide;
  done: readonly string[];
}

/** Enters it on the other side and then on one's own; what one's own side refuses reaches neither. */
async function onBothSides(
  door: Door,
  who: Who,
  { account, link }: { account: string; link: string },
  { decide, done }: Side,
): Promise<Outcome> {
  const own = { ...who, stream: "case", account, ticket: null, decide } as const;
  if ((await refusalNow(door, who, own, decide)) !== null) return door.ledger.enact(own);
  const mine = (await accountNow(door, account))?.links?.find((one) => one.id === link);
  if (mine?.other) {
    const theirs = await door.ledger.enact({
      ...partOf(who, "other"),
      stream: "case",
      account: mine.other,
      ticket: null,
      decide,
    });
    if (theirs.refused !== null && !done.includes(theirs.refused)) return theirs;
  }
  return door.ledger.enact(own);
}
