import { randomUUID } from "node:crypto";
import { refuse } from "domain/event";
import { cleanCode } from "domain/look-up";
import type { Actor } from "domain/staff";
import type { Ticket } from "domain/ticket";
import { isAhead } from "domain/verify";
import { askVouch, giveVouch, openVouch, tellVoucher } from "domain/vouch";
import { isOpenVouch } from "domain/vouch-asked";
import type { Door, Outcome } from "~/door.server";
import { ledgerNow, ticketsById } from "~/facts.server";
import { accountNow, type CaseRef, enactCase, found, partOf, type Who } from "./case.server";
import { sameText } from "./secret-compare.server";

/** Makes a number for the requester to read to somebody who may vouch. */
export const askForVouch = (door: Door, who: Who, ref: CaseRef): Promise<Outcome> =>
  enactCase(door, who, ref, askVouch());

/** The six digits that a ticket's newest request for a vouch is known by. */
export const vouchNumber = (door: Door, ticket: string, generation: number): string =>
  door.secrets.code("vouch", ticket, generation);

/** Somebody who is asked to vouch, by the link they have on their own account. */
export interface Vouching {
  account: string;
  link: string;
  /** The request this very browser is signed in to, if it is. */
  request: string | null;
}

/** Compares the number a linked person typed, and on the right one lays before them what they are asked. */
export async function typeNumber(door: Door, who: Who, v: Vouching, typed: string): Promise<Outcome> {
  const isRight = (ticket: Ticket | null) => {
    const generation = ticket?.vouch?.generation ?? 0;
    return sameText(vouchNumber(door, ticket?.id ?? "", generation), cleanCode(typed) ?? "") && generation > 0;
  };
  const about = await asked(door, v, isRight);
  if (!about) return refuseOwn(door, who, v.account, "vouch.open", "not-linked");
  const generation = about.ticket?.vouch?.generation ?? 0;
  const right = isRight(about.ticket);
  const isRequester = v.request !== null && v.request === about.ticket?.id;
  const outcome = await enactVouch(door, who, v, about, openVouch({ generation, right, isRequester }));
  return found(outcome, "vouch.refused") ? { ...outcome, refused: "wrong-number" } : outcome;
}

/** Gives a linked person's word; their own contacts are told of it. */
export async function vouchFor(door: Door, who: Who, v: Vouching): Promise<Outcome> {
  const about = await asked(door, v, isOpenedBy(v.link));
  if (!about) return refuseOwn(door, who, v.account, "vouch.give", "not-linked");
  const isRequester = v.request !== null && v.request === about.ticket?.id;
  const outcome = await enactVouch(door, who, v, about, giveVouch({ evidence: randomUUID(), isRequester }));
  const given = found(outcome, "vouch.given")?.data.evidence;
  if (!given) return outcome;
  await door.ledger.enact({
    ...partOf({ ...who, actor: voucherOf(who.actor, v.account) }, "told"),
    stream: "case",
    account: v.account,
    ticket: null,
    decide: tellVoucher(given),
  });
  return outcome;
}

/** What a linked person was asked after they typed the right number; null where nothing is open before them any more. */
export async function openedVouch(door: Door, v: Pick<Vouching, "account" | "link">): Promise<Ticket | null> {
  const ticket = (await asked(door, v, isOpenedBy(v.link)))?.ticket ?? null;
  const open = isOpenVouch(ticket?.vouch, await ledgerNow(door));
  return open && ticket?.vouch?.openedBy === v.link ? ticket : null;
}

interface About {
  account: string;
  ticket: Ticket | null;
}

const isOpenedBy = (link: string) => (ticket: Ticket) =>
  ticket.vouch?.openedBy === link && ticket.vouch.givenAt === null;

/** The account at the other end of a link, and the ticket of it that is meant: one asked for in the portal, or else the one an agent works on. */
async function asked(
  door: Door,
  v: Pick<Vouching, "account" | "link">,
  isMeant: (ticket: Ticket) => boolean,
): Promise<About | null> {
  const link = (await accountNow(door, v.account))?.links?.find((one) => one.id === v.link);
  if (!link?.other || link.side !== "voucher" || link.acceptedAt === null) return null;
  const account = await accountNow(door, link.other);
  const live = [...(await ticketsById(door, account?.live ?? [])).values()];
  const meant = live.find((ticket) => isAhead(ticket) && isMeant(ticket));
  return { account: link.other, ticket: meant ?? live.find((ticket) => ticket.id === account?.claimed) ?? null };
}

function enactVouch(
  door: Door,
  who: Who,
  v: Vouching,
  about: About,
  decide: ReturnType<typeof giveVouch>,
): Promise<Outcome> {
  const actor = voucherOf(who.actor, v.account);
  const on = { account: about.account, ticket: about.ticket?.id ?? null };
  return door.ledger.enact({ ...who, actor, stream: "case", ...on, decide, query: { voucher: v.account } });
}

const voucherOf = (holder: Actor, account: string): Actor => ({ ...holder, id: `voucher:${account}`, role: "voucher" });

const refuseOwn = (door: Door, who: Who, account: string, command: string, reason: string): Promise<Outcome> =>
  door.ledger.enact({ ...who, stream: "case", account, ticket: null, decide: () => refuse(command, reason) });
