import { recordedIn } from "db/recorded-in";
import type { DirectoryJob } from "domain/directory-job";
import { event, type Recorded } from "domain/event";
import type { Actor } from "domain/staff";
import { hours } from "domain/time";
import { openDirectory } from "~/directory/open.server";
import type { Change, Directory } from "~/directory/port.server";
import type { House } from "~/door.server";
import { type CaseRef, caseNow } from "./case.server";
import { worker } from "./deliver-messages.server";
import { grantIdOf, newPasswordPath, resetPath } from "./links.server";
import { type Redeemed, redeemGrant } from "./redeem-grant.server";
import { who } from "./testing-desk";
import { readyTicket } from "./testing-holders";

/** Support for tests of accounts that live in a directory elsewhere. */

export const anyone: Actor = { id: "anyone", role: "anyone", auth: "link", session: null };

/** A house whose accounts live there. */
export function livingIn(house: House, url: string, secret: string): House {
  const config = { ...house.door.config, directoryUrl: url, directorySecretFile: null };
  return withDirectory(house, openDirectory(config, { COUNTERSIGN_DIRECTORY_SECRET: secret }));
}
export const withDirectory = (house: House, directory: Directory | null): House => ({
  ...house,
  door: { ...house.door, directory },
});

/** A directory to which something happens directly after it did a step: nobody has heard of it yet. */
export const struckAfter = (directory: Directory, step: Change["step"], strike: () => Promise<void>): Directory => ({
  ...directory,
  change: async (change, sending) => {
    await directory.change(change, sending);
    if (change.step === step) await strike();
  },
});

/** A total loss at its end: the link is out. Gives the ticket and the link's token. */
export async function linkSent(house: House, account: string, to: string): Promise<{ ref: CaseRef; token: string }> {
  const ref = await readyTicket(house, account, to);
  const contact = (await caseNow(house.door, ref)).ticket?.newContact?.id ?? "";
  const issued = event("grant.issued", {
    grant: grantIdOf(ref.ticket),
    generation: 1,
    contact,
    kind: "email",
    message: `${ref.ticket}.grant.1.${contact}`,
    expiresAt: house.door.clock.now() + hours(24),
  });
  await house.door.ledger.enact({ stream: "case", ...ref, actor: worker, request: "test", decide: () => [issued] });
  return { ref, token: tokenOf(resetPath(house.door, ref.ticket, 1)) };
}

const tokenOf = (path: string): string => path.split("/").at(-1) ?? "";

/** A link to a new password that was sent to an account's mail; gives its token. */
export async function forgottenSent(house: House, account: string, contact: string): Promise<string> {
  const { door } = house;
  const sent = event("forgotten.sent", {
    ask: "a1",
    generation: 1,
    contact,
    kind: "email",
    message: `${account}.forgotten.1.${contact}`,
    expiresAt: door.clock.now() + hours(1),
  });
  await door.ledger.enact({
    stream: "case",
    account,
    ticket: null,
    actor: anyone,
    request: "test",
    decide: () => [sent],
  });
  return tokenOf(newPasswordPath(door, account, 1));
}

export const redeems = (house: House, token: string, password: string): Promise<Redeemed> =>
  redeemGrant(house.door, who(anyone), token, { password, repeat: password });

export const jobOf = async (house: House, ref: CaseRef): Promise<DirectoryJob | undefined> =>
  (await caseNow(house.door, ref)).ticket?.directory;

/** The entries about an account of these types, oldest first. */
export async function entriesOf(house: House, account: string, ...types: Recorded["type"][]): Promise<Recorded[]> {
  const rows = await house.door.reader.sql
    .selectFrom("entry")
    .select("bytes")
    .where("subject", "=", account)
    .where("type", "in", types)
    .orderBy("seq")
    .execute();
  return rows.map((row) => recordedIn(row.bytes));
}
