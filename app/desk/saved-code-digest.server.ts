import type { Door } from "~/door.server";

/** The keyed digest a saved code is known by: the same code of another account has another. */
export const savedCodeDigest = (door: Door, account: string, code: string): Buffer =>
  door.secrets.lookup("saved-code", `${account}|${code}`);
