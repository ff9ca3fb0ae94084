import type { Account } from "./account";
import { safetyOf } from "./safety";
import type { Masks } from "./view-case";

/** What stands in place of a region that a safety flag hides. */
export const hiddenRegion = "•••";
/** What stands in place of a mask that a safety flag hides: what kind of contact it is, and nothing else. */
export const hiddenMask = (mask: string): string => (mask.includes("@") ? "•••@•••" : "•••• ••");

interface Addressed {
  account: Pick<Account, "safety"> | null;
  region: string;
  masks: Masks;
}

/** A reading without regions and masks of contacts, where a flag is on the account: who works here may be the danger. */
export function withoutAddresses<T extends Addressed>(r: T): T {
  if (!safetyOf(r.account)) return r;
  const masks = Object.entries(r.masks).map(([id, mask]) => [id, hiddenMask(mask)]);
  return { ...r, region: hiddenRegion, masks: Object.fromEntries(masks) };
}
