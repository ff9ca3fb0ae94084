import { lastVouchOf } from "db/load-voucher";
import type { Loss } from "domain/loss";
import { type ProofsView, proofsView } from "domain/view-proofs";
import { accountNow } from "./desk/case.server";
import { hasFactor } from "./desk/use-factor.server";
import { openedVouch } from "./desk/vouch.server";
import type { Door } from "./door.server";

/** A holder's saved codes and links; whoever invited them is named as on their own account. */
export async function readProofs(door: Door, account: string): Promise<ProofsView> {
  const state = await accountNow(door, account);
  const links = state?.links ?? [];
  const invited = links.filter((link) => link.side === "voucher");
  const opened = await door.vault.openMany([...links.map((link) => link.id), ...invited.flatMap((l) => l.other ?? [])]);
  const textOf = (key: string) => opened.get(key)?.toString("utf8");
  const byLink = (of: typeof links, key: (link: (typeof links)[number]) => string) =>
    new Map(of.flatMap((link) => (textOf(key(link)) ? [[link.id, textOf(key(link)) ?? ""] as const] : [])));
  const reading = {
    account: state,
    asksFactor: await hasFactor(door, account),
    addresses: byLink(links, (link) => `${link.id}/invited`),
    names: byLink(invited, (link) => `${link.other}/name`),
    vouchedAt: await lastVouchOf(door.reader.sql, account),
  };
  return proofsView(reading, door.clock.now());
}

/** What a linked person is asked to vouch for, once they typed the number; null where nothing is open before them. */
export async function readVouch(
  door: Door,
  account: string,
  link: string,
): Promise<{ link: string; name: string | null; loss: Loss } | null> {
  const ticket = await openedVouch(door, { account, link });
  if (!ticket) return null;
  const name = (await door.vault.open(ticket.account, "name"))?.toString("utf8") ?? null;
  return { link, name, loss: ticket.loss };
}
