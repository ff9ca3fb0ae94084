import type { Account } from "./account";
import { safetyOf } from "./safety";
import type { Masks } from "./view-case";

/** What stands in place of a mask or a region that a safety flag hides. */
export const hiddenMask = "•••";

interface Addressed {
  account: Pick<Account, "safety"> | null;
  region: string;
  masks: Masks;
}

/** A reading without regions and masks of contacts, where a flag is on the account: who works here may be the danger. */
export function withoutAddresses<T extends Addressed>(r: T): T {
  if (!safetyOf(r.account)) return r;
  return { ...r, region: hiddenMask, masks: Object.fromEntries(Object.keys(r.masks).map((id) => [id, hiddenMask])) };
}
