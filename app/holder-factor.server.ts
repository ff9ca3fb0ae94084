import { seedWithId, waitingSeed } from "db/factor-seeds";
import { seal, unseal } from "db/vault";
import type { Door, Keep } from "./door.server";

/** Encrypts the seed of a holder's authenticator under the account's own key, bound to its id; it waits for its first code. */
export async function sealFactor(door: Door, account: string, factor: string, seed: Buffer): Promise<Keep> {
  return { keep: "factor-offered", account, factor, seed: seal(await keyOf(door, account), boundTo(factor), seed) };
}

/** The seed of an authenticator of this account, or null where there is none. */
export const factorSeed = async (door: Door, account: string, factor: string): Promise<Buffer | null> =>
  opened(door, account, factor, await seedWithId(door.reader.sql, account, factor));

/** The same of one that waits for its first code. */
export const offeredSeed = async (door: Door, account: string, factor: string): Promise<Buffer | null> =>
  opened(door, account, factor, await waitingSeed(door.reader.sql, account, factor));

const opened = async (door: Door, account: string, factor: string, box: Buffer | null): Promise<Buffer | null> =>
  box && unseal(await keyOf(door, account), boundTo(factor), box);

const boundTo = (factor: string): string => `factor/${factor}`;

async function keyOf(door: Door, account: string): Promise<Buffer> {
  const key = (await door.vault.keysFor([account])).get(account);
  if (!key) throw new Error("The key store did not keep a key for this account.");
  return key;
}
